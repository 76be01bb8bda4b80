import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ofEmail } from '#domain/subject.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import type { CalendarFetched } from '#services/calendars/fetch-calendar.ts';
import { resealAddresses } from '#services/calendars/reseal-addresses.ts';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, count, moveTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { everyRow } from '../support/every-row.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { overheard } from '../support/overheard.ts';
import { faultsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { calendarOf, eventOf } from '../support/staff-calendars/read.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, other@example.org' });
const desk = deskVisit(t);
const { show, post } = desk;

const PATH = '/desk/times/calendars/';
const ADDRESS = 'https://calendar.example.org/ical/private-4b1d/basic.ics';

/** What each address answers with now, and which were asked. */
let answers: Record<string, CalendarFetched | 'never'>;
let asked: string[];

const failed = (why: Extract<CalendarFetched, { outcome: 'failed' }>['why']) =>
  ({ outcome: 'failed', why }) as const;

/** The calendar of an address is busy at some times of Thursday 26 November, such as 1400 to 1500. */
const busyAt = (address: string, ...times: readonly (readonly [from: string, to: string])[]) => {
  const events = times.map(([from, to]) =>
    eventOf(`DTSTART:20261126T${from}00`, `DTEND:20261126T${to}00`).with(
      1,
      `UID:${from}@example.org`,
    ),
  );
  answers[address] = { outcome: 'fetched', text: calendarOf(...events) };
};

beforeEach(() => {
  asked = [];
  answers = {};
  t.app.fetchCalendar = (address, signal) => {
    asked.push(address);
    const answer = answers[address] ?? failed('not reached');
    if (answer !== 'never') return Promise.resolve(answer);
    return new Promise((done) => {
      signal.addEventListener('abort', () => done(failed('too slow')));
    });
  };
});

const give = (address = ADDRESS) => post(PATH, { address });

async function giveBy(staff: string, address: string) {
  const cookie = await signIn(t, staff);
  const given = await openDesk(postForm(PATH, { address }, { cookie }));
  expect(given.status).toBe(303);
}

/** Both of the staff give a calendar that is busy on Thursday from 2pm to 3pm. */
async function bothBusy() {
  busyAt(ADDRESS, ['1400', '1500']);
  busyAt(`${ADDRESS}?other`, ['1400', '1530']);
  await giveBy('staff@example.org', ADDRESS);
  await giveBy('other@example.org', `${ADDRESS}?other`);
  asked = [];
}

const thursday = async () => {
  const slots = await listAvailableSlots(t.app, 'callback', { window: { from: 20783, days: 1 } });
  return slots.map(({ start }) => isoInstant(start).slice(11, 16));
};
const TWO = ['14:00', '14:30'];

const later = (minutes: number) =>
  t.setNow(new Date(t.app.now().getTime() + minutes * 60_000).toISOString());

const audited = async () =>
  (await t.app.database.query<{ act: string }>('SELECT act FROM audit ORDER BY id')).map(
    ({ act }) => act,
  );

describe('giving a calendar', () => {
  test('keeps its times and its address sealed, and says so', async () => {
    busyAt(ADDRESS, ['1400', '1500']);
    const given = await give();
    expect(given.headers.get('location')).toBe(`${PATH}?done=calendar`);
    const page = await show(`${PATH}?done=calendar`);
    expect(textIn(page, '[role=status]')).toBe('Your calendar was read, and counts from now on.');
    expect(list(page, '.times-blocks li')).toEqual([
      'staff@example.org (you) Read on Tuesday 24 November, 10am. Remove your calendar',
      'other@example.org No calendar: always taken to be free.',
    ]);
    expect(page.$.html()).not.toContain('private-4b1d');
    const rows = (await everyRow(t)).join('\n');
    expect(rows).toContain('2026-11-26 14:00:00+00');
    expect(rows).not.toContain('private-4b1d');
    expect(rows).not.toContain('calendar.example.org');
    expect(rows).not.toContain(Buffer.from('private-4b1d').toString('hex'));
    expect(await audited()).toEqual(['own calendar given']);
  });

  test('again replaces the one before', async () => {
    busyAt(ADDRESS, ['1400', '1500']);
    busyAt(`${ADDRESS}?2`, ['0900', '1000']);
    await give();
    await give(`${ADDRESS}?2`);
    expect(await count(t, 'staff_calendars')).toBe(1);
    expect(await audited()).toEqual(['own calendar given', 'own calendar changed']);
    asked = [];
    later(16);
    await thursday();
    expect(asked).toEqual([`${ADDRESS}?2`]);
  });

  test.each([
    ['http://calendar.example.org/', 'Use an address that begins with https:// or webcal://.'],
    ['https://10.0.0.1/', 'Use an address on the public internet.'],
    ['', 'Paste the secret address of your calendar.'],
  ])('at %j is refused, and nothing is asked', async (address, fault) => {
    const page = await readPage(await give(address));
    expect([page.status, faultsIn(page)]).toEqual([422, [[fault, '#address']]]);
    expect(asked).toEqual([]);
    expect(await count(t, 'staff_calendars')).toBe(0);
  });

  test('that cannot be read keeps nothing, and what was typed is still in the box', async () => {
    answers[ADDRESS] = failed('refused');
    const page = await readPage(await give());
    expect(page.status).toBe(422);
    expect(faultsIn(page).map(([words]) => words)).toEqual([
      'We could not read that calendar, so nothing is kept. Its address does not answer with a calendar any more.',
    ]);
    expect(page.$('#address').val()).toBe(ADDRESS);
    expect(page.headers.get('cache-control')).toContain('no-store');
    answers[ADDRESS] = { outcome: 'fetched', text: '<html>' };
    expect(faultsIn(await readPage(await give())).map(([words]) => words)).toEqual([
      'We could not read that calendar, so nothing is kept. What its address answers with is not a calendar.',
    ]);
    expect(await count(t, 'staff_calendars')).toBe(0);
    expect(t.logged.join('\n')).not.toContain('private-4b1d');
  });

  test('that is kept is never in the box again, nor is one that failed before', async () => {
    busyAt(ADDRESS, ['1400', '1500']);
    expect((await give()).status).toBe(303);
    expect((await show(PATH)).markup).not.toContain('private-4b1d');
    const failed = await readPage(await give('https://10.0.0.1/'));
    expect(failed.$('#address').val()).toBe('https://10.0.0.1/');
    expect(failed.markup).not.toContain('private-4b1d');
  });

  test('is for staff alone', async () => {
    const given = await openDesk(postForm(PATH, { address: ADDRESS }));
    expect(given.status).toBe(401);
    expect((await openDesk(get(PATH))).status).toBe(303);
    expect(asked).toEqual([]);
  });
});

describe('times', () => {
  test('are offered while one of the two is free, and not while neither is', async () => {
    busyAt(ADDRESS, ['1400', '1500']);
    await give();
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
    await bothBusy();
    const offered = await thursday();
    expect(offered.filter((time) => TWO.includes(time))).toEqual([]);
    expect(offered).toEqual(expect.arrayContaining(['13:30', '15:00']));
  });

  test('are not offered at the desk either, whose diary says why', async () => {
    await bothBusy();
    const page = await show('/desk/diary/');
    expect(list(page, '.diary-day:nth-child(4) li')).toEqual([
      '9am to 2pm Free',
      '2pm to 3pm Staff busy',
      '3pm to 6pm Free',
    ]);
  });

  test('are read again only after a quarter of an hour, by however many people', async () => {
    await bothBusy();
    await thursday();
    later(15);
    await thursday();
    expect(asked).toEqual([]);
    later(1);
    busyAt(ADDRESS, ['0900', '1000']);
    await Promise.all(Array.from({ length: 20 }, thursday));
    expect(asked.sort()).toEqual([ADDRESS, `${ADDRESS}?other`]);
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
  });

  test('wait two seconds for a calendar at most, and then go by what it said before', async () => {
    await bothBusy();
    later(16);
    answers[ADDRESS] = 'never';
    const began = performance.now();
    const offered = await thursday();
    expect(performance.now() - began).toBeLessThan(3_500);
    expect(offered.filter((time) => TWO.includes(time))).toEqual([]);
    asked = [];
    await thursday();
    expect(asked).toEqual([]);
    later(2);
    busyAt(ADDRESS);
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
  });

  test('are shown as they were while the database keeps no reading', async () => {
    await bothBusy();
    later(16);
    busyAt(ADDRESS);
    await t.app.database.query(
      'ALTER TABLE staff_calendars ADD CONSTRAINT stopped CHECK (failure IS NOT NULL) NOT VALID',
    );
    const offered = await thursday();
    await t.app.database.query('ALTER TABLE staff_calendars DROP CONSTRAINT stopped');
    expect(offered.filter((time) => TWO.includes(time))).toEqual([]);
    expect(t.logged.join('\n')).toContain('What a calendar of staff says was not kept');
  });

  test('leave calls that are booked where they are', async () => {
    const { reference } = await booked(
      await bookCallback(makeCallback({ start: '2026-11-26T14:00:00+00:00' })),
    );
    await bothBusy();
    const page = await show('/desk/');
    expect(textIn(page, 'main')).not.toContain('cannot take place');
    expect(list(await show('/desk/diary/'), '.diary-day:nth-child(4) .is-calls')).toHaveLength(1);
    expect(reference).toHaveLength(8);
  });
});

describe('claiming a time', () => {
  const start = '2026-11-26T14:00:00+00:00';

  test('reads the calendars again, and refuses what is not free any more', async () => {
    await bothBusy();
    busyAt(ADDRESS);
    busyAt(`${ADDRESS}?other`);
    later(16);
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
    busyAt(ADDRESS, ['1400', '1500']);
    busyAt(`${ADDRESS}?other`, ['1400', '1500']);
    const refused = await bookCallback(makeCallback({ start }));
    expect(refused.status).toBe(409);
    const { slots } = (await refused.json()) as { slots: { start: string }[] };
    expect(slots.map((slot) => slot.start)).not.toContain(start);
    expect(await count(t, 'bookings')).toBe(0);
    busyAt(`${ADDRESS}?other`);
    expect((await bookCallback(makeCallback({ start }))).status).toBe(201);
  });

  test('asks nothing more of the database where nobody gave a calendar', async () => {
    const { database } = t.app;
    const heard: string[] = [];
    t.app.database = overheard(database, (sql) => heard.push(sql));
    const made = await booked(await bookCallback(makeCallback({ start })));
    expect((await moveTo(made.booking, '2026-11-27T10:00:00+00:00')).status).toBe(200);
    t.app.database = database;
    // Each claim reads what holds time once, and calendars of staff come along with it.
    expect(heard.filter((sql) => sql.includes('staff_calendars'))).toHaveLength(2);
    expect(heard.filter((sql) => sql.includes('bookings') && sql.includes('UNION'))).toHaveLength(
      2,
    );
  });

  test('by moving a call does so too', async () => {
    const made = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-27T10:00:00+00:00' })),
    );
    await bothBusy();
    expect((await moveTo(made.booking, start)).status).toBe(409);
    expect(asked.sort()).toEqual([ADDRESS, `${ADDRESS}?other`]);
  });

  test('that stands in a calendar of staff as one of our own calls can be moved by half an hour', async () => {
    await bothBusy();
    busyAt(ADDRESS);
    busyAt(`${ADDRESS}?other`);
    const made = await booked(await bookDiscoveryCall(makeDiscoveryCall({ start })));
    const [row] = await t.app.database.query<{ uid: string }>(
      'SELECT staff_uid AS uid FROM bookings',
    );
    const invited = calendarOf(
      eventOf('DTSTART:20261126T140000Z', 'DTEND:20261126T143000Z').with(1, `UID:${row?.uid}`),
    );
    answers = {
      [ADDRESS]: { outcome: 'fetched', text: invited },
      [`${ADDRESS}?other`]: { outcome: 'fetched', text: invited },
    };
    expect((await moveTo(made.booking, '2026-11-26T14:30:00+00:00')).status).toBe(200);
    expect((await moveTo(made.booking, start)).status).toBe(200);
  });
});

describe('a calendar that fails', () => {
  test('is named on Today, and what it said last stands for a day', async () => {
    await bothBusy();
    answers[ADDRESS] = failed('refused');
    later(16);
    expect((await thursday()).filter((time) => TWO.includes(time))).toEqual([]);
    const page = await show('/desk/');
    expect(list(page, '.waits-short li')).toEqual(['1 calendar cannot be read']);
    expect(textIn(page, '[aria-labelledby=calendars]')).toContain(
      'Its address does not answer with a calendar any more. It was last read on Tuesday 24 November, 10am, and what it said then counts until Wednesday 25 November, 10am.',
    );
    expect(t.logged).toEqual(['The calendar of a member of staff was not read: refused.']);
    later(24 * 60);
    await desk.signInAgain();
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
    expect(textIn(await show('/desk/'), '[aria-labelledby=calendars]')).toContain(
      'too long ago to count: they are taken to be free.',
    );
  });

  test('because the secret of the site has changed is named too, and is never asked for', async () => {
    await bothBusy();
    const { environment } = t.app;
    t.app.environment = { ...environment, LINK_SECRET: 'another-secret-another-secret-another' };
    await desk.signInAgain();
    later(16);
    await thursday();
    expect(asked).toEqual([]);
    expect(textIn(await show(PATH), 'main')).toContain(
      'Its address cannot be opened any more, because the secret of this site has changed.',
    );
    t.app.environment = environment;
  });
});

describe('when the secret of links changes', () => {
  const NEXT = 'the next secret of this site, 32 characters or more';
  const change = (previous?: string) => {
    const { LINK_SECRET_PREVIOUS: _before, ...environment } = t.app.environment;
    t.app.environment = {
      ...environment,
      LINK_SECRET: NEXT,
      ...(previous !== undefined && { LINK_SECRET_PREVIOUS: previous }),
    };
  };
  let environment: typeof t.app.environment;
  beforeEach(() => {
    environment = t.app.environment;
  });
  afterEach(() => {
    t.app.environment = environment;
  });

  /** Which addresses are asked for when times are next read. */
  async function askedNext() {
    asked = [];
    later(16);
    await thursday();
    return asked.sort();
  }
  const BOTH = [ADDRESS, `${ADDRESS}?other`];

  test('calendars are read on while both are set, and after a run without the one of before', async () => {
    await bothBusy();
    change(environment.LINK_SECRET);
    expect(await askedNext()).toEqual(BOTH);
    await runJob(t.app, 'deliver');
    expect(await askedNext()).toEqual(BOTH);
    change();
    expect(await askedNext()).toEqual(BOTH);
  });

  test('and the one of before is taken out before any run, their addresses are lost', async () => {
    await bothBusy();
    change(environment.LINK_SECRET);
    expect(await askedNext()).toEqual(BOTH);
    change();
    await runJob(t.app, 'deliver');
    expect(await askedNext()).toEqual([]);
  });

  test('a run seals anew only what is not under the secret in use', async () => {
    await bothBusy();
    const sealed = () =>
      t.app.database.query('SELECT address_sealed FROM staff_calendars ORDER BY email');
    const before = await sealed();
    await runJob(t.app, 'deliver');
    expect(await sealed()).toEqual(before);
    change(environment.LINK_SECRET);
    await runJob(t.app, 'deliver');
    const after = await sealed();
    expect(after).not.toEqual(before);
    await runJob(t.app, 'deliver');
    expect(await sealed()).toEqual(after);
  });

  test('a reading that is under way while an address is sealed anew is kept', async () => {
    await bothBusy();
    change(environment.LINK_SECRET);
    later(16);
    busyAt(ADDRESS);
    const { fetchCalendar } = t.app;
    t.app.fetchCalendar = async (...of) => {
      await resealAddresses(t.app);
      return fetchCalendar?.(...of) ?? failed('not reached');
    };
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
  });

  test('an address that was sealed by the older key opens, and the next run seals it anew', async () => {
    await bothBusy();
    const olderKey = createHmac('sha256', environment.LINK_SECRET)
      .update('staff-calendar')
      .digest();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', olderKey, nonce).setAAD(
      Buffer.from('staff@example.org'),
    );
    const words = Buffer.concat([cipher.update(ADDRESS), cipher.final()]);
    const sealed = Buffer.concat([nonce, cipher.getAuthTag(), words]);
    await t.app.database.query('UPDATE staff_calendars SET address_sealed = $1 WHERE email = $2', [
      sealed,
      'staff@example.org',
    ]);
    expect(await askedNext()).toEqual(BOTH);
    await runJob(t.app, 'deliver');
    const older = `staff_calendars WHERE address_sealed = '\\x${sealed.toString('hex')}'`;
    expect(await count(t, older)).toBe(0);
    expect(await askedNext()).toEqual(BOTH);
  });
});

describe('removing', () => {
  test('one’s own calendar forgets its times at once, and nobody else’s', async () => {
    await bothBusy();
    expect(textIn(await show(`${PATH}remove/`), '.lede')).toBe(
      'Your calendar is not read any more, and you are always taken to be free.',
    );
    await post(`${PATH}remove/`, {});
    expect(await thursday()).toEqual(expect.arrayContaining(TWO));
    const left = await t.app.database.query('SELECT email FROM staff_calendars');
    expect(left).toEqual([{ email: 'other@example.org' }]);
    expect((await audited()).at(-1)).toBe('own calendar removed');
    const again = await post(`${PATH}remove/`, {});
    expect(again.headers.get('location')).toBe(`${PATH}?done=gone`);
  });

  test('somebody from the staff list stops reading theirs, and the daily job forgets it', async () => {
    await bothBusy();
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: ['staff@example.org'] };
    later(16);
    expect((await thursday()).filter((time) => TWO.includes(time))).toEqual([]);
    expect(asked).toEqual([ADDRESS]);
    await eraseOld(t.app);
    expect(await t.app.database.query('SELECT email FROM staff_calendars')).toEqual([
      { email: 'staff@example.org' },
    ]);
    expect((await audited()).at(-1)).toBe('calendar removed of someone who left the staff list');
    t.app.environment = environment;
  });

  test('what the desk holds of somebody who left takes their calendar along', async () => {
    await bothBusy();
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: ['staff@example.org'] };
    expect(await eraseAbout(t.app, ofEmail('other@example.org'))).toMatchObject({ desk: 'erased' });
    expect(await count(t, 'staff_calendars')).toBe(1);
    t.app.environment = environment;
  });
});
