import type { Fault } from '../faults.ts';
import type { Facts } from '../settings/facts.ts';
import { RHYTHMS, type Rhythm } from '../settings/rhythms.ts';
import type { PlanInput } from './plan.ts';
import { readPeople } from './read-people.ts';
import { fault, type Read } from './reading.ts';
import type { Typed } from './typed.ts';
import { wholeNumber } from './whole-number.ts';

/** A plan's input, with notes on what was taken otherwise than typed; or every fault in it. */
export type InputReading =
  | { kind: 'input'; input: PlanInput; notes: string[] }
  | { kind: 'faults'; faults: Fault[] };

function readRhythm(text: string): Read<Rhythm> {
  const value = RHYTHMS.find((rhythm) => rhythm === text);
  return value ? { value } : fault('rhythm', 'Choose weekly, fortnightly or monthly');
}

/** How often a group meets in the year: without a break when left empty, and never more often. */
function readSessions(text: string, rhythm: Rhythm, facts: Facts): Read<number> {
  const ceiling = facts.rhythm['meetings-a-year'][rhythm];
  if (text.trim() === '') return { value: ceiling };
  const sessions = wholeNumber(text);
  if (sessions === undefined)
    return fault('sessions', `Enter a whole number of meetings, such as ${ceiling}`);
  if (sessions < 1)
    return { value: 1, note: 'A group meets at least once, so this plan has 1 meeting.' };
  if (sessions <= ceiling) return { value: sessions };
  const note = `There are at most ${ceiling} ${rhythm} meetings in a year, so this plan has ${ceiling}.`;
  return { value: ceiling, note };
}

const faultsOf = (read: Read<unknown>) => ('faults' in read ? read.faults : []);

/** The plan that was asked for, from what was typed, or every fault in it in the order of the form. */
export function readInput(typed: Typed, facts: Facts): InputReading {
  const people = readPeople(typed);
  const rhythm = readRhythm(typed.rhythm);
  const sessions = readSessions(
    typed.sessions,
    'value' in rhythm ? rhythm.value : 'monthly',
    facts,
  );
  if ('faults' in people || 'faults' in rhythm || 'faults' in sessions) {
    return { kind: 'faults', faults: [people, rhythm, sessions].flatMap(faultsOf) };
  }
  const groups = wholeNumber(typed.groups);
  const input = {
    people: people.value,
    rhythm: rhythm.value,
    sessions: sessions.value,
    ...(groups !== undefined && { groups }),
  };
  return { kind: 'input', input, notes: sessions.note ? [sessions.note] : [] };
}
