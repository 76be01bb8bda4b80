import type { Facts } from '#domain/settings/facts.ts';
import { type Range, round } from './days.ts';
import type { Headcount } from './levels.ts';
import { type Parts, sizes } from './parts.ts';
import { type Turns, turns } from './turns.ts';

/** People who fit, and the numbers of groups they can be. */
export interface FittingRow extends Headcount {
  groups: Parts;
}

/** The groups formed from one row, the largest first. */
export interface GroupedRow extends Headcount {
  sizes: number[];
}

/** One number of groups that fits, and the year it makes. */
export interface Option {
  groups: number;
  rows: GroupedRow[];
  /** Every group's size, the largest first. */
  sizes: number[];
  /** Group sessions in the year, each of which is a room booking. */
  sessions: number;
  roomMinutes: number;
  daysPerRound: Range;
  daysPerYear: Range;
  shorterDay: boolean;
  /** How many groups the fewest days of a round have room for. */
  roomInRound: number;
  /** The turns to present in each size of group, the largest size first. */
  turns: Turns[];
}

/** With more numbers of groups than this, only the fewest and the most are offered. */
const MOST_OPTIONS = 40;

/** Up to this many numbers of groups can be shown side by side. */
const FEW_OPTIONS = 5;

/** The row whose groups are fullest and that can still be one group more. */
function fullest(rows: readonly FittingRow[], counts: readonly number[]): number {
  const fullness = rows.map(({ people, groups }, row) => {
    const count = counts[row] ?? groups.most;
    return count < groups.most ? people / count : 0;
  });
  return fullness.indexOf(Math.max(...fullness));
}

/** How many groups each row has when there are `groups` in all: extra ones go where groups are fullest. */
function share(groups: number, rows: readonly FittingRow[]): number[] {
  const counts = rows.map((row) => row.groups.fewest);
  let left = groups - counts.reduce((sum, count) => sum + count, 0);
  for (; left > 0; left -= 1) {
    const row = fullest(rows, counts);
    counts[row] = (counts[row] ?? 0) + 1;
  }
  return counts;
}

/** The year of `groups` groups, a number that fits `rows`, each meeting `sessions` times. */
export function optionWith(
  groups: number,
  rows: readonly FittingRow[],
  sessions: number,
  facts: Facts,
): Option {
  const counts = share(groups, rows);
  const grouped = rows.map(({ groups: _, ...head }, row) => ({
    ...head,
    sizes: sizes(head.people, counts[row] ?? 0),
  }));
  const all = grouped.flatMap((row) => row.sizes).sort((one, other) => other - one);
  const { days, shorterDay, room } = round(groups, facts);
  return {
    groups,
    rows: grouped,
    sizes: all,
    sessions: groups * sessions,
    roomMinutes: groups * sessions * facts.length.minutes,
    daysPerRound: days,
    daysPerYear: [days[0] * sessions, days[1] * sessions],
    shorterDay,
    roomInRound: room,
    turns: [...new Set(all)].map((size) => turns(size, sessions)),
  };
}

/** The numbers of groups to offer, each made by `of`. */
export function options({ fewest, most }: Parts, of: (groups: number) => Option): Option[] {
  const count = most - fewest + 1;
  if (count > MOST_OPTIONS) return [of(fewest), of(most)];
  return Array.from({ length: count }, (_, more) => of(fewest + more));
}

/** The numbers of groups to show beside `chosen`: all of a few, else both ends and its neighbours. */
export function nearby({ fewest, most }: Parts, chosen: number): number[] {
  const shown = (groups: number) =>
    most - fewest < FEW_OPTIONS ||
    groups === fewest ||
    groups === most ||
    Math.abs(groups - chosen) <= 1;
  return Array.from({ length: most - fewest + 1 }, (_, more) => fewest + more).filter(shown);
}
