import { wallClockAt } from '../time/london.ts';
import { DAYS_ANSWERED } from './line-answer.ts';
import { lineStatus, statusInWords } from './line-status.ts';
import type { OpenTimes } from './open-times.ts';
import { nextOpening, openings } from './openings.ts';

type Opens = Pick<OpenTimes, 'rules' | 'blocks'>;

/** What the line at the top of every page says at an instant, in the browser’s words and by what `GET /api/line` tells it. */
export function lineSays({ rules, blocks }: Opens, at: number): string {
  const { day: first } = wallClockAt(at);
  const open = openings(rules, { first, last: first + DAYS_ANSWERED - 1 }, blocks);
  const { open: isOpen, until = nextOpening(rules, first + DAYS_ANSWERED, blocks)?.start } =
    lineStatus(
      open.flatMap(({ start, end }) => [start, end]),
      (moment) => moment > at,
    );
  return statusInWords(isOpen, first, until === undefined ? undefined : wallClockAt(until));
}

/** What the line says, from the first moment at which it is no longer what it would have been. */
export interface LineChange {
  at: number;
  says: string;
}

/** What changes at the top of every page from `now` to the day `last` when the line is open as `after` says; undefined when nothing does. */
export function lineChange(
  before: Opens,
  after: Opens,
  { now, last }: { now: number; last: number },
): LineChange | undefined {
  const days = { first: wallClockAt(now).day, last };
  const moments = [before, after]
    .flatMap(({ rules, blocks }) => openings(rules, days, blocks))
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > now)
    .sort((one, other) => one - other);
  const at = [now, ...moments].find((each) => lineSays(before, each) !== lineSays(after, each));
  return at === undefined ? undefined : { at, says: lineSays(after, at) };
}
