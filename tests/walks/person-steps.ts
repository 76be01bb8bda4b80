import { expect } from 'vitest';
import { callPagePath } from '#domain/booking/call-words.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { formIn, type HeldForm, open, press, type Shown, timeChosen, timesIn } from './person.ts';
import { EMAIL, type World } from './world.ts';

/** What the person sent in each case, but for what is in quarantine: it changes when an act of theirs is done. */
async function theirs({ t }: World): Promise<Map<string, string>> {
  const rows = await t.app.database.query<{ reference: string; said: string }>(
    `SELECT c.reference, concat(e.id, e.corrected_at, c.quarantined_at IS NULL, (
       SELECT string_agg(concat(b.id, b.starts_at, b.cancelled_at, b.corrected_at), ',' ORDER BY b.id)
       FROM bookings b WHERE b.case_id = c.id AND b.quarantined_at IS NULL)) AS said
     FROM cases c LEFT JOIN enquiries e ON e.case_id = c.id`,
  );
  return new Map(rows.map(({ reference, said }) => [reference, said]));
}

/** Does something as the person, and notes each case that it changed. */
export async function asPerson(world: World, work: () => Promise<void>): Promise<void> {
  const before = await theirs(world);
  await work();
  for (const [reference, said] of await theirs(world)) {
    if (before.get(reference) !== said) world.note(reference, { by: 'person' });
  }
}

/** Loses the next commit now and then, once or until the person has been told that nobody knows. */
function loseSome(world: World): void {
  const first = world.often(0.5) ? 'done' : 'not done';
  if (world.often(0.12)) world.database.lose(first);
  else if (world.often(0.09)) world.database.lose(first, 'not done');
}

/** Nothing typed is lost where a page says that it could not be saved. */
function expectKept(form: HeldForm, again: HeldForm): void {
  for (const [name, value] of Object.entries(form.values)) {
    if (name === 't' || name === 'leave-empty' || value === '' || !(name in again.values)) continue;
    expect([again.values[name]].flat(), name).toEqual([value].flat());
  }
}

/** Presses once more on a page that says that nothing was saved, or that we cannot tell. */
async function pressAgain(world: World, form: HeldForm, shown: Shown): Promise<Shown> {
  const text = shown.page.$('main').text();
  expect(text).toMatch(/cannot tell yet|nothing has been saved/i);
  if (/cannot tell yet/.test(text)) world.met.add('unknown');
  const again = formIn(shown) ?? form;
  expectKept(form, again);
  return press({ ...form, values: { ...form.values, ...again.values } });
}

/** Posts a form as it stands, whose commit may be lost on its way. */
async function post(world: World, form: HeldForm): Promise<void> {
  world.lastPosted = form;
  loseSome(world);
  const lost = world.database.lost();
  const shown = await press(form);
  world.database.spare();
  if (world.database.lost() > lost) world.met.add('lost commit');
  expect(shown.status, form.action).not.toBe(500);
  await world.look(shown.status === 503 ? await pressAgain(world, form, shown) : shown);
}

/** Types into the fields that are empty, and now and then something fills the trap in too. */
function fill(world: World, form: HeldForm, more: HeldForm['values']): HeldForm {
  const values = { ...form.values };
  for (const [name, value] of Object.entries(more)) {
    if (values[name] === undefined || values[name] === '') values[name] = value;
  }
  if (world.often(0.12)) values['leave-empty'] = 'https://example.org';
  return { ...form, values };
}

/** Types for a while, or in no time at all. */
const type = (world: World) => world.wait(world.often(0.35) ? 500 : 20_000);

export async function enquire(world: World): Promise<void> {
  const shown = await open('/enquire/', world.often(0.2));
  await world.look(shown);
  const form = formIn(shown);
  if (!form) return;
  type(world);
  const answers = {
    organisation: 'Example County Council',
    name: 'A. Person',
    email: EMAIL,
    interests: ['groups'],
    message: world.words('Thought'),
  };
  await post(world, fill(world, form, answers));
}

/** The details of a call at one of the times offered, below a case or not. */
async function chooseTime(world: World, kind: CallKind): Promise<Shown | undefined> {
  const path = callPagePath(kind, world.often(0.5) ? world.casePath : undefined);
  const times = await open(path);
  const start = world.pick(timesIn(times));
  if (!start) return undefined;
  const form = times.page.$('main input[name=form]').attr('value');
  const query = new URLSearchParams({ ...(form && { form }), start });
  return open(`${path}?${query}`, world.often(0.15));
}

export async function book(world: World, kind: 'callback' | 'discovery-call'): Promise<void> {
  const details = await chooseTime(world, kind);
  const form = details && formIn(details);
  if (!form) return;
  type(world);
  const withEmail = kind === 'discovery-call' || world.often(0.8);
  const answers = {
    name: 'A. Person',
    phone: '01632 960 001',
    organisation: 'Example County Council',
    ...(withEmail && { email: EMAIL }),
  };
  const check = await press(fill(world, form, answers));
  await world.look(check);
  const checked = formIn(check);
  if (!checked?.action.startsWith('/api/')) return;
  world.wait(3_000);
  await post(world, checked);
}

/** Back to the form that was posted last, which stands as it was: sent again, perhaps with another word. */
export async function back(world: World): Promise<void> {
  if (!world.lastPosted) return;
  world.met.add('back');
  world.wait(world.often(0.5) ? 700 : 30_000);
  const { action, values } = world.lastPosted;
  const name = 'message' in values ? 'message' : 'topic';
  const changed = world.often(0.4) && action.startsWith('/api/');
  const another = changed ? { [name]: world.words('Second thought') } : {};
  await post(world, { action, values: { ...values, ...another } });
}

/** Presses the button of a page that says "Not sent yet". */
export async function sendQuarantined(world: World): Promise<void> {
  if (!world.tab || world.tab.page.$('[data-state="held"]').length === 0) return;
  const form = formIn(world.tab);
  if (form) await post(world, form);
}

export async function visit(world: World): Promise<void> {
  if (world.casePath) await world.look(await open(world.casePath));
}

/** Follows one of the ways on the person's own page, and presses what is there. */
export async function change(
  world: World,
  way: 'reschedule' | 'cancel' | 'correct',
): Promise<void> {
  if (!world.casePath) return;
  const { page } = await open(world.casePath);
  const links = page.$(`main a[href*="/${way}/"]`).toArray();
  const path = world.pick(links.map((link) => String(page.$(link).attr('href'))));
  if (!path) return;
  const shown = await open(path);
  await world.look(shown);
  const form = formIn(shown);
  const start = world.pick(timesIn(shown));
  if (!form || (way === 'reschedule' && !start)) return;
  const name = 'message' in form.values ? 'message' : 'topic';
  const changes = {
    reschedule: start ? timeChosen(start) : {},
    cancel: {},
    correct: { [name]: world.words('Corrected') },
  };
  await post(world, { ...form, values: { ...form.values, ...changes[way] } });
}
