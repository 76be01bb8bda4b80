import { isoDate, weekdayOf } from '../time/day.ts';
import { weekdayName } from '../time/words.ts';
import { type LineTimes, weekOf } from './line-rules.ts';
import { hoursShared } from './rules.ts';

/** The bank holidays of England and Wales: what each is called, by its date (`YYYY-MM-DD`), in order. */
export type BankHolidays = Readonly<Record<string, string>>;

/** Why the line does not open on a day. `why` of a closure is for staff alone. */
export type WhyClosed =
  | { kind: 'weekend' }
  | { kind: 'bank holiday'; name: string }
  | { kind: 'closure'; why: string }
  | { kind: 'dated hours' }
  | { kind: 'closed weekday'; weekday: number };

/** Why the line does not open on a day that the bank holidays cover; undefined when it opens. */
export function whyClosed(
  { hours, closures, datedHours }: LineTimes,
  bankHolidays: BankHolidays,
  day: number,
): WhyClosed | undefined {
  const weekday = weekdayOf(day);
  if (weekday > 4) return { kind: 'weekend' };
  const date = isoDate(day);
  const name = bankHolidays[date];
  if (name !== undefined) return { kind: 'bank holiday', name };
  const closure = closures.find(({ from, to }) => from <= date && date <= to);
  if (closure) return { kind: 'closure', why: closure.why };
  const open = weekOf(hours)[weekday];
  if (!open) return { kind: 'closed weekday', weekday };
  const narrowed = datedHours.filter(({ from, to }) => from <= date && date <= to);
  const left = hoursShared([open, ...narrowed.map((dated) => dated.hours)]);
  return left ? undefined : { kind: 'dated hours' };
}

const IN_WORDS: {
  [Kind in WhyClosed['kind']]: (closed: Extract<WhyClosed, { kind: Kind }>) => string;
} = {
  weekend: () => 'at weekends',
  'bank holiday': ({ name }) => `${name}, a bank holiday`,
  closure: ({ why }) => why,
  'dated hours': () => 'its dated hours leave none of the week’s',
  'closed weekday': ({ weekday }) => `on ${weekdayName(weekday)}s, in the settings`,
};

/** Why the line is closed, as it follows "Closed:" on a page for staff. */
export const closedInWords = <Kind extends WhyClosed['kind']>(
  closed: Extract<WhyClosed, { kind: Kind }>,
): string => (IN_WORDS[closed.kind] as (closed: WhyClosed) => string)(closed);
