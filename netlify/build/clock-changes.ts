import { Temporal } from 'temporal-polyfill';
import { KNOWN_YEARS, SUMMERS } from '#domain/time/summers.ts';
import { TIME_ZONE } from '#domain/time/zone.ts';

/** The kept clock changes are not those of the time zone database: the law has changed. */
export class ClockChangesError extends Error {
  override name = 'ClockChangesError';
}

/** The instants British Summer Time begins and ends in the known years, as the zone database has them. */
export function clockChanges(): string[] {
  const changes: string[] = [];
  let at = Temporal.ZonedDateTime.from(`${KNOWN_YEARS.first}-01-01T00:00[${TIME_ZONE}]`);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year > KNOWN_YEARS.last) return changes;
    changes.push(next.toInstant().toString({ smallestUnit: 'minute' }));
    at = next;
  }
}

/** Throws ClockChangesError, with what to write, when the kept clock changes are out of date. */
export function checkClockChanges(kept = SUMMERS): void {
  const received = kept.flat().join(' ');
  const expected = clockChanges().join(' ');
  if (received === expected) return;
  throw new ClockChangesError(
    `src/domain/time/summers.ts does not agree with the time zone database.\nReceived ${received}\nExpected ${expected}\nWrite the expected changes there.`,
  );
}
