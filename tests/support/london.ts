import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** Independent of src/domain: London as temporal-polyfill has it. */
export const ZONE = 'Europe/London';

export const zoned = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);

/** The instant a London date and time names, such as `2026-11-24T11:00`. */
export const london = (wall: string) =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE).epochMilliseconds;

const FIRST = Date.parse('2026-01-01T00:00Z');
const LAST = Date.parse('2040-12-31T23:59Z');

/** Every clock change from 2026 to 2040, as instants. */
export function clockChanges(): number[] {
  const changes: number[] = [];
  let at = zoned(FIRST);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > LAST) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}

const anywhere = fc.integer({ min: FIRST, max: LAST });
const nearAChange = fc
  .tuple(fc.constantFrom(...clockChanges()), fc.integer({ min: -4 * 864e5, max: 4 * 864e5 }))
  .map(([change, offset]) => change + offset);
const nearTheTurnOfAYear = fc
  .tuple(fc.integer({ min: 2026, max: 2039 }), fc.integer({ min: -12 * 864e5, max: 6 * 864e5 }))
  .map(([year, offset]) => Date.UTC(year + 1, 0, 1) + offset);

/** Easter Sundays from 2026 to 2040, the Sundays between Good Friday and Easter Monday. */
const EASTERS =
  '2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01';
const nearEaster = fc
  .tuple(fc.constantFrom(...EASTERS.split(' ')), fc.integer({ min: -6 * 864e5, max: 4 * 864e5 }))
  .map(([easter, offset]) => Date.parse(easter) + offset);

/** Instants from 2026 to 2040, more of them near clock changes, Easter and the Christmas bank holidays. */
export const instants = fc.oneof(
  { weight: 3, arbitrary: anywhere },
  { weight: 2, arbitrary: nearAChange },
  { weight: 2, arbitrary: nearTheTurnOfAYear },
  { weight: 1, arbitrary: nearEaster },
);
