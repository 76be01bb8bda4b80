import assert from 'node:assert/strict';
import { openDatabase } from '#data/client.ts';
import { wholeDay } from '#domain/blocks/block.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '#services/app.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { setNarrowing } from '#services/availability/narrowing-service.ts';
import {
  type Answer,
  ask,
  clear,
  mostAtOnce,
  move,
  overlaps,
  type PressAtDesk,
  pressAtDesk,
  tally,
} from './crowd.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const STAFF = 'staff@example.org';
const CROWD = 100;

/** Working days on which nothing is booked when a race begins. */
const DAYS = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map(
  (date) => wallClockAt(Date.parse(`${date}T12:00Z`)).day,
);

/** A day's times, as somebody reads them before anything is blocked. */
async function timesOn(app: App, day: number): Promise<string[]> {
  const times = await listAvailableSlots(app, 'discovery-call', { window: { from: day, days: 1 } });
  return times.map(({ start }) => isoInstant(start));
}

const at = (times: readonly string[], index: number) => times[index % times.length] ?? '';

type Asked = Parameters<typeof setNarrowing>[1];

/** Staff who set something on a connection of their own, open already: in the crowd's pool they would stand behind all of it. */
async function staffApart(app: App) {
  const database = openDatabase(app.environment.NETLIFY_DB_URL, 1);
  await database.query('SELECT 1');
  const apart = { ...app, database };
  return {
    async set(asked: Asked) {
      const set = await setNarrowing(apart, asked, STAFF);
      // What the page that follows lists, at once.
      const found = await conflictingBookings(apart);
      return { set, conflicting: found.map(({ id }) => id).sort() };
    },
    close: () => database.close(),
  };
}

const wholeDayOf = (day: number): Asked => ({
  kind: 'block',
  posted: { step: 'set', from: isoDate(day), much: 'day' },
});

/** A crowd acts, and staff set something once so many of them have their answer, while the others wait for theirs. */
async function setAmid(
  app: App,
  asked: Asked,
  { after, act }: { after: number; act: (index: number) => Promise<Answer> },
) {
  const staff = await staffApart(app);
  const amid = Promise.withResolvers<void>();
  let answered = 0;
  const crowd = Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const answer = await act(index);
      answered += 1;
      if (answered === after) amid.resolve();
      return answer;
    }),
  );
  await Promise.race([amid.promise, crowd]);
  const { set, conflicting } = await staff.set(asked);
  const answers = await crowd;
  await staff.close();
  if (set.outcome !== 'set') throw new Error(`It was not set: ${set.outcome}`);
  return { answers, conflicting };
}

async function heldOn(app: App, day: number): Promise<string[]> {
  const { start, end } = wholeDay(day);
  const rows = await app.database.query<{ id: string }>(
    'SELECT id FROM bookings WHERE during IS NOT NULL AND starts_at >= $1 AND starts_at < $2',
    [new Date(start), new Date(end)],
  );
  return rows.map(({ id }) => id).sort();
}

/** Every call that lies in time which cannot be booked any more, looked for the plain way. */
async function heldIn(app: App, where: string): Promise<string[]> {
  const rows = await app.database.query<{ id: string }>(
    `SELECT id FROM (
       SELECT id, starts_at AT TIME ZONE 'Europe/London' AS begins, ends_at AT TIME ZONE 'Europe/London' AS ends
       FROM bookings WHERE during IS NOT NULL) AS calls WHERE ${where}`,
  );
  return rows.map(({ id }) => id).sort();
}

/** What staff set while a crowd books, and the calls that lie in it, in SQL. */
interface Scene {
  name: string;
  asked: Asked;
  taken: string;
}

const SCENES: readonly Scene[] = [
  {
    name: 'a closure of two weeks',
    asked: {
      kind: 'closure',
      posted: { step: 'set', from: '2026-11-30', to: '2026-12-11', why: 'Away' },
    },
    taken: `begins::date BETWEEN '2026-11-30' AND '2026-12-11'`,
  },
  {
    name: 'dated hours',
    asked: {
      kind: 'dated hours',
      posted: { step: 'set', from: '2026-11-30', to: '2026-12-11', opens: 600, closes: 960 },
    },
    taken: `begins::date BETWEEN '2026-11-30' AND '2026-12-11' AND (begins::time < '10:00' OR ends::time > '16:00')`,
  },
  {
    name: 'every Wednesday and Friday from 1pm',
    asked: {
      kind: 'block',
      posted: {
        step: 'set',
        from: '2026-11-25',
        to: '2027-03-26',
        much: 'part',
        opens: 780,
        closes: 1080,
        weekdays: [2, 4],
      },
    },
    taken: `extract(isodow FROM begins) IN (3, 5) AND ends::time > '13:00'`,
  },
];

const addUp = (total: Tally, { booked, refused, conflicting }: Tally): Tally => ({
  booked: total.booked + booked,
  refused: total.refused + refused,
  conflicting: total.conflicting + conflicting,
});

interface Tally {
  booked: number;
  refused: number;
  conflicting: number;
}

/** One round: everyone whose call was taken away is listed as staff look, and nobody comes in after that. */
async function roundOf(app: App, { asked, taken }: Scene, after: number): Promise<Tally> {
  const times = (await Promise.all(DAYS.map((day) => timesOn(app, day)))).flat();
  const { answers, conflicting } = await setAmid(app, asked, {
    after,
    act: (index) => ask(index, at(times, index * 7)),
  });
  const { 201: booked = 0, ...others } = tally(answers);
  const refused = CROWD - booked;
  // A time that is closed now is 409 to whoever saw it free, and 422 to whoever asks after.
  assert.equal((others[409] ?? 0) + (others[422] ?? 0), refused);
  assert.deepEqual(conflicting, await heldIn(app, taken), 'a call in taken time is not listed');
  assert.equal(await overlaps(app), 0);
  assert.ok((await mostAtOnce(app)) <= app.site.settings.calls['calls-at-once']);
  return { booked, refused, conflicting: conflicting.length };
}

/** A crowd books while staff set a closure, dated hours or a weekly block, each earlier and later among them. */
function setWhileBooking(scene: Scene): Race {
  async function run(app: App): Promise<string> {
    app.site.settings.calls['calls-at-once'] = 2;
    let total: Tally = { booked: 0, refused: 0, conflicting: 0 };
    for (const after of [5, 25, 45]) {
      total = addUp(total, await roundOf(app, scene, after));
      await clear(app);
    }
    app.site.settings.calls['calls-at-once'] = 1;
    assert.ok(
      total.conflicting > 0 && total.refused > 0,
      'it was set too early or too late to race',
    );
    return `${total.booked} booked, ${total.refused} refused, ${total.conflicting} found conflicting, none unseen`;
  }
  return { name: `${scene.name} set while ${CROWD} people book, three times`, run };
}

/** A crowd books a day while it is blocked: anyone who got a time is among those found then, all others had a clean 409. */
async function blockWhileBooking(app: App): Promise<string> {
  app.site.settings.calls['calls-at-once'] = 20;
  const total = { booked: 0, refused: 0 };
  for (const [round, day] of DAYS.entries()) {
    const times = await timesOn(app, day);
    const before = total.booked;
    const { answers, conflicting } = await setAmid(app, wholeDayOf(day), {
      after: 10 + round * 10,
      act: (index) => ask(index, at(times, index)),
    });
    const { 201: booked = 0, 409: refused = 0 } = tally(answers);
    assert.equal(booked + refused, CROWD, JSON.stringify(tally(answers)));
    const here = await heldOn(app, day);
    assert.deepEqual(
      conflicting.filter((id) => here.includes(id)),
      here,
    );
    assert.equal(conflicting.length, before + booked);
    assert.equal((await ask(CROWD, at(times, 0))).status, 409);
    total.booked += booked;
    total.refused += refused;
  }
  app.site.settings.calls['calls-at-once'] = 1;
  assert.ok(total.booked > 0 && total.refused > 0, 'the blocks came too early or too late to race');
  assert.equal((await conflictingBookings(app)).length, total.booked);
  return `${DAYS.length} days blocked: ${total.booked} booked before and found conflicting, ${total.refused} refused`;
}

/** Calls move onto a day, and off it, while it is blocked. */
async function blockWhileMoving(app: App): Promise<string> {
  app.site.settings.calls['calls-at-once'] = 20;
  const [day = 0, other = 0] = DAYS;
  const [onto, off] = [await timesOn(app, day), await timesOn(app, other)];
  const booked = (await everybody(CROWD, (index) =>
    ask(index, at(index % 2 ? onto : off, index)),
  )) as Required<Answer>[];
  assert.deepEqual(tally(booked), { 201: CROWD });
  const { answers, conflicting } = await setAmid(app, wholeDayOf(day), {
    after: 10,
    act: (index) => move(booked[index]?.booking ?? '', at(index % 2 ? off : onto, index + 1)),
  });
  app.site.settings.calls['calls-at-once'] = 1;
  const { 200: moved = 0, 409: refused = 0 } = tally(answers);
  assert.equal(moved + refused, CROWD);
  assert.ok(refused > 0, 'the block came too late to race');
  const now = await heldOn(app, day);
  for (const id of now) assert.ok(conflicting.includes(id), 'a call came into blocked time unseen');
  assert.equal(now.length + (await heldOn(app, other)).length, CROWD);
  return `${moved} moved, ${refused} refused; ${conflicting.length} found conflicting, ${conflicting.length - now.length} of them moved off since`;
}

/** People who rang: their cases are open at the desk, and a call is booked for each while everyone else books for themselves. */
async function openByHand(app: App, press: PressAtDesk, count: number): Promise<string[]> {
  for (let index = 0; index < count; index += 1) {
    const { status } = await press('/desk/cases/new/', {
      name: `Caller ${index}`,
      phone: `01632 960 ${String(index).padStart(3, '0')}`,
      next: 'answer',
      looked: 'yes',
    });
    assert.equal(status, 303);
  }
  const opened = await app.database.query<{ reference: string }>(
    'SELECT reference FROM cases ORDER BY created_at, id',
  );
  return opened.map(({ reference }) => reference);
}

/** What one kind of actors come to, in the order of their answers. */
interface Stream<Result> {
  answers: Result[];
  /** How many have not been answered yet. */
  left(): number;
  /** Resolves once so many were answered as `counts` says, or none is left. */
  once(many: number, counts: (answer: Result) => boolean): Promise<void>;
  ended: Promise<unknown>;
}

/** `count` acts by so many actors at once, each of whom goes on to the next act when one is answered. */
function stream<Result>(
  count: number,
  actors: number,
  act: (index: number) => Promise<Result>,
): Stream<Result> {
  const answers: Result[] = [];
  let begun = 0;
  let heard = () => {};
  async function actor(): Promise<void> {
    while (begun < count) {
      begun += 1;
      answers.push(await act(begun - 1));
      heard();
    }
  }
  const ended = everybody(actors, actor);
  return {
    answers,
    left: () => count - answers.length,
    once: (many, counts) =>
      new Promise<void>((resolve) => {
        heard = () => {
          if (answers.filter(counts).length >= many || answers.length === count) resolve();
        };
        heard();
      }),
    ended,
  };
}

type Pressed = Awaited<ReturnType<PressAtDesk>>;

const wasBooked = ({ location }: Pressed) => location.endsWith('done=booked');
const wasTaken = ({ status }: Answer) => status === 201;
const wasRefused = ({ status }: Pressed) => status === 409 || status === 422;

/** A crowd books, staff book for forty who rang, and join their cases, while something is set: nothing double, nobody unseen. */
function setWhileStaffBook(scene: Scene): Race {
  const CALLERS = 40;
  async function run(app: App): Promise<string> {
    const times = (await Promise.all(DAYS.map((day) => timesOn(app, day)))).flat();
    const press = await pressAtDesk(app);
    const references = await openByHand(app, press, CALLERS);
    const staff = await staffApart(app);
    const people = stream(CROWD, 6, (index) => ask(index, at(times, index * 7)));
    // The first to come are slow: staff, who are few, would be finished before anybody had booked.
    await people.once(2, wasTaken);
    const desk = stream(CALLERS, 3, (index) =>
      press(`/desk/cases/${references[index]}/book/callback/`, {
        start: at(times, index * 11),
        sure: 'yes',
      }),
    );
    const joins = stream(CALLERS - 1, 2, (index) =>
      press(`/desk/cases/${references[index + 1]}/join/${references[index]}/`),
    );
    // Set once some of each have what they wanted, while more of each are on their way.
    await people.once(4, wasTaken);
    // The fifth of them is booked in time that each scene takes.
    await desk.once(7, wasBooked);
    await joins.once(2, ({ status }) => status === 303);
    const { set, conflicting } = await staff.set(scene.asked);
    const left = { people: people.left(), desk: desk.left(), joins: joins.left() };
    await Promise.all([people.ended, desk.ended, joins.ended]);
    await staff.close();
    assert.equal(set.outcome, 'set');
    for (const [who, many] of Object.entries(left)) {
      assert.ok(many > 0, `it was set after all of ${who}`);
    }
    const { 201: booked = 0, ...others } = tally(people.answers);
    assert.equal((others[409] ?? 0) + (others[422] ?? 0), CROWD - booked);
    const byStaff = desk.answers.filter(wasBooked).length;
    const refused = desk.answers.filter(wasRefused).length;
    assert.equal(byStaff + refused, CALLERS, JSON.stringify(desk.answers));
    for (const [kind, many] of Object.entries({
      ...{ booked, 'booked by staff': byStaff, 'refused to staff': refused },
      ...{ refused: CROWD - booked, conflicting: conflicting.length },
    })) {
      assert.ok(many > 0, `nothing was ${kind}: the scene shows less than it says`);
    }
    for (const { status } of joins.answers) assert.equal(status, 303);
    assert.deepEqual(
      conflicting,
      await heldIn(app, scene.taken),
      'a call in taken time is not listed',
    );
    assert.equal(await rows(app, 'bookings WHERE during IS NOT NULL'), booked + byStaff);
    assert.equal(await overlaps(app), 0);
    assert.equal(await mostAtOnce(app), 1);
    assert.equal(await rows(app, '(SELECT DISTINCT group_id FROM case_joins) groups'), 1);
    assert.equal(await rows(app, 'case_joins'), CALLERS);
    return `${booked} booked and ${CROWD - booked} refused, ${byStaff} booked by staff and ${refused} refused, ${CALLERS} joined as one person’s; when it was set ${left.people}, ${left.desk} and ${left.joins} were on their way; ${conflicting.length} found conflicting, none unseen`;
  }
  return {
    name: `${scene.name} set while ${CROWD} people and staff book, and cases are joined`,
    run,
  };
}

/** Everyone on the staff presses the same button at once. */
async function sameAtOnce(app: App): Promise<string> {
  const [day = 0] = DAYS;
  const sets = await everybody(20, () => setNarrowing(app, wholeDayOf(day), STAFF));
  assert.ok(sets.every(({ outcome }) => outcome === 'set'));
  assert.equal(await rows(app, 'narrowings'), 1);
  assert.equal(await rows(app, "audit WHERE act = 'set a block'"), 1);
  return 'set once';
}

export const BLOCK_RACES: readonly Race[] = [
  { name: `a day blocked while ${CROWD} people book it, five times`, run: blockWhileBooking },
  { name: `a day blocked while ${CROWD} calls move onto and off it`, run: blockWhileMoving },
  ...SCENES.map(setWhileBooking),
  ...SCENES.map(setWhileStaffBook),
  { name: 'the same block pressed 20 times at once', run: sameAtOnce },
];
