import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#data/client.ts';
import { offeredTimes, type Person, press, type Said, statesOn } from './person.ts';
import type { Tally } from './tally.ts';
import { heldOf, notSo, STATE_OF } from './truth.ts';

/** How often a person presses, or reads a page, before it counts as never answered. */
const MOST_TRIES = 80;

const TWICE_AT_ONCE = 0.08;

/** What a run of cuts goes by, and what it finds. */
export interface Pressing {
  random: () => number;
  /** The database, past everything that is cut. */
  truth: Database;
  tally: Tally;
  faults: string[];
  isAfterClock(): boolean;
}

async function chooseTime({ random }: Pressing, person: Person): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const times = await offeredTimes(person.asks);
    const start = times[Math.floor(random() * times.length)];
    if (start !== undefined) {
      person.fields = { ...person.fields, start };
      return;
    }
    await wait(100);
  }
  throw new Error('No times were offered.');
}

/** Reads the page a person was led to, and holds it and the database against one another. */
async function checkSaved({ truth, faults }: Pressing, person: Person, page: string) {
  const wrong = notSo(person, await heldOf(truth, person));
  faults.push(...wrong.map((what) => `${person.email}: ${what}`));
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const states = await statesOn(page);
    if (states) {
      if (states.join() !== STATE_OF[person.asks]) {
        faults.push(`${person.email}: their page says ${states.join() || 'nothing'}`);
      }
      return;
    }
    await wait(100);
  }
  faults.push(`${person.email}: their page could not be read`);
}

/** Holds an answer that is no success against the database. `mayBeSaved`: a press before this one had no certain answer. */
async function checkRefused(
  { truth, tally, faults }: Pressing,
  person: Person,
  { said }: Said,
  mayBeSaved: boolean,
): Promise<void> {
  if (said !== 'nothing' && said !== 'unknown') return;
  const isSaved = (await heldOf(truth, person)).length > 0;
  if (said === 'unknown' && isSaved) tally.unknownSaved += 1;
  if (said === 'nothing' && isSaved && mayBeSaved) tally.nothingAfterSaved += 1;
  if (said === 'nothing' && isSaved && !mayBeSaved) {
    faults.push(`${person.email}: told that nothing has been saved, and it is there`);
  }
}

/** Presses once or, now and then, twice at once; what was said, the first that was saved before all else. */
async function pressOnce({ random, tally, isAfterClock }: Pressing, person: Person) {
  const twice = random() < TWICE_AT_ONCE;
  const said = await Promise.all(twice ? [press(person), press(person)] : [press(person)]);
  tally.presses += said.length;
  if (isAfterClock()) tally.afterClock += said.length;
  if (twice) tally.twiceAtOnce += 1;
  for (const one of said) if (one.said !== 'wrong') tally[one.said] += 1;
  const first = said.find((one) => one.said === 'saved') ?? said[0];
  if (!first) throw new Error('Nothing was pressed.');
  return { first, twice, wrong: said.flatMap((one) => (one.said === 'wrong' ? [one.what] : [])) };
}

/** Presses a person’s button again and again, with the form that came back each time, until it is saved. */
export async function pressUntilSaved(run: Pressing, person: Person): Promise<void> {
  const { random, faults } = run;
  if (person.asks !== 'enquiry') await chooseTime(run, person);
  let mayBeSaved = false;
  for (let presses = 1; presses <= MOST_TRIES; presses += 1) {
    const { first, twice, wrong } = await pressOnce(run, person);
    faults.push(...wrong.map((what) => `${person.email}: ${what}`));
    if (first.said === 'saved') return checkSaved(run, person, first.page);
    await checkRefused(run, person, first, mayBeSaved || twice);
    mayBeSaved ||= twice || first.said === 'unknown' || first.said === 'silence';
    if ('fields' in first) person.fields = first.fields;
    if (first.said === 'taken') await chooseTime(run, person);
    await wait(150 + random() * 500);
  }
  faults.push(`${person.email}: never answered`);
}
