import { expect } from 'vitest';
import { expectMailTrue, truthOf } from './claims.ts';
import { asPerson, back, book, change, enquire, sendQuarantined, visit } from './person-steps.ts';
import { block, cancelNext, outcome, pass, release, undo } from './staff-steps.ts';
import { callsWithTime, shouldWait } from './waits.ts';
import { EMAIL, type World } from './world.ts';

type Step = (world: World) => Promise<unknown>;

const byPerson =
  (step: Step): Step =>
  (world) =>
    asPerson(world, async () => void (await step(world)));

/** Every step, and how often it is taken. What staff release, the person has sent. */
const STEPS: readonly (readonly [name: string, weight: number, step: Step])[] = [
  ['enquire', 3, byPerson(enquire)],
  ['book a discovery call', 3, byPerson((world) => book(world, 'discovery-call'))],
  ['book a callback', 3, byPerson((world) => book(world, 'callback'))],
  ['back', 3, byPerson(back)],
  ['send what is held', 3, byPerson(sendQuarantined)],
  ['visit', 1, visit],
  ['move', 2, byPerson((world) => change(world, 'reschedule'))],
  ['cancel', 2, byPerson((world) => change(world, 'cancel'))],
  ['correct', 2, byPerson((world) => change(world, 'correct'))],
  ['outcome', 3, outcome],
  ['undo', 1, undo],
  ['release', 1, byPerson(release)],
  ['cancel at the desk', 1, cancelNext],
  ['block', 2, block],
  ['time passes', 3, pass],
];

const DECK = STEPS.flatMap((step) => Array.from({ length: step[1] }, () => step));

/** Expects all that was mailed since `read` messages to be so; returns how many there are now. */
async function checkMail({ t }: World, read: number): Promise<number> {
  const truth = await truthOf(t);
  const { messages } = t.mailbox;
  for (const { email } of messages.slice(read)) {
    if (email.to.includes(EMAIL)) expectMailTrue(email, truth);
  }
  return messages.length;
}

/** Expects the desk to list as waiting exactly the cases that should wait. */
async function checkWaiting(world: World): Promise<void> {
  const { page } = await world.desk('/desk/cases/?filter=waiting');
  const listed = page
    .$('.case-row .case-ref')
    .toArray()
    .map((one) => page.$(one).text().slice(-8));
  const cases = await world.t.app.database.query<{ reference: string }>(
    'SELECT reference FROM cases WHERE quarantined_at IS NULL',
  );
  const should: string[] = [];
  for (const { reference } of cases) {
    const seen = world.seen.get(reference) ?? [];
    const calls = await callsWithTime(world.t, reference);
    if (shouldWait(seen, calls, world.t.app.now().getTime())) should.push(reference);
  }
  expect(listed.sort()).toEqual(should.sort());
}

/** Walks so many steps, and checks all that is said after each. */
export async function walk(world: World, steps: number): Promise<void> {
  let read = 0;
  for (let taken = 0; taken < steps; taken += 1) {
    const [name = '', , step] = world.pick(DECK) ?? [];
    world.steps.push(`${world.t.app.now().toISOString()} ${name}`);
    await step?.(world);
    read = await checkMail(world, read);
    await checkWaiting(world);
  }
}
