import { figure } from '../count-words.ts';
import { LIMITS } from '../enquiry/limits.ts';
import { type Headcount, LEVELS } from './levels.ts';
import { fault, type Read } from './reading.ts';
import type { Typed } from './typed.ts';
import { wholeNumber } from './whole-number.ts';
import { peopleInWords } from './wording.ts';

const NOT_A_NUMBER = 'Enter a whole number, such as 46';
const TOO_MANY = `Enter a whole number of people up to ${figure(LIMITS.people.most)}`;

function readCount(field: string, text: string, least: number): Read<number> {
  const value = wholeNumber(text);
  if (value === undefined || value < least) return fault(field, NOT_A_NUMBER);
  return value > LIMITS.people.most ? fault(field, TOO_MANY) : { value };
}

/** The levels that have anybody in them: a level of nobody is no level. */
function readLevels({ levels, strayRows }: Typed): Read<Headcount[]> {
  if (strayRows.length > 0) {
    return fault(LEVELS[0], `Give each of these levels once, with a number: ${LEVELS.join(', ')}`);
  }
  const heads: Headcount[] = [];
  const faults = [];
  for (const level of LEVELS.filter((name) => levels[name]?.trim())) {
    const count = readCount(level, levels[level] ?? '', 0);
    if ('faults' in count) faults.push(...count.faults);
    else if (count.value > 0) heads.push({ level, people: count.value });
  }
  return faults.length > 0 ? { faults } : { value: heads };
}

/** Everyone as one number, or a number for each level; where both are given they must agree. */
export function readPeople(typed: Typed): Read<Headcount[]> {
  const levels = readLevels(typed);
  if ('faults' in levels) return levels;
  const byLevel = levels.value.length > 0;
  if (byLevel && typed.people.trim() === '') return withinLimit(levels.value);
  const everyone = readCount('people', typed.people, 1);
  if ('faults' in everyone) return everyone;
  if (!byLevel) return { value: [{ people: everyone.value }] };
  const inAll = inTotal(levels.value);
  if (everyone.value === inAll) return levels;
  const remedy = `The levels add up to ${peopleInWords(inAll)}, not ${figure(everyone.value)}. Change one of them, or leave this empty.`;
  return fault('people', remedy);
}

const inTotal = (heads: readonly Headcount[]) => heads.reduce((sum, { people }) => sum + people, 0);

const withinLimit = (heads: Headcount[]): Read<Headcount[]> =>
  inTotal(heads) > LIMITS.people.most ? fault(LEVELS[0], TOO_MANY) : { value: heads };
