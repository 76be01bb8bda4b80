import type { Transaction } from '#data/client.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import type { Days } from '#domain/hours/open-times.ts';
import { type DayAhead, daysAhead, type Outlook, toHorizon } from '#domain/slots/days-ahead.ts';
import { isoDate } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { lastOf, openTimesWith, todayOf } from './line-hours.ts';
import { readBusyTimes } from './read-busy-times.ts';

/** What decides what the public sees, and how it would be if staff had set other things. */
export interface OutlookRead {
  narrowings: readonly Narrowing[];
  outlookWith(narrowings: readonly Narrowing[]): Outlook;
}

/** Everything that decides what the public sees from today to a day, the horizon unless it says otherwise. */
export async function readOutlook(
  app: App,
  tx: Transaction = app.database,
  days?: Days,
): Promise<OutlookRead> {
  const now = app.now().getTime();
  const today = todayOf(app);
  const { calls } = app.site.settings;
  const last = Math.max(days?.last ?? today, toHorizon({ calls, now }).last);
  const from = instantAt(today, 0);
  const { bookings, narrowings, away } = await readBusyTimes(app, tx, {
    from,
    to: instantAt(last + 1, 0),
    today: isoDate(today),
  });
  return {
    narrowings,
    outlookWith: (set) => ({
      // Blocks to the end of what is set: when the line next opens after a closure may be later than any day shown.
      ...openTimesWith(app, set, { first: today, last: lastOf(set, last) }),
      calls,
      now,
      bookings: bookings.filter(({ start }) => start >= from),
      away,
    }),
  };
}

/** Every day up to the horizon as the public meets it, with what is booked and why the rest is closed. */
export async function outlook(app: App): Promise<DayAhead[]> {
  const { narrowings, outlookWith } = await readOutlook(app);
  return daysAhead(outlookWith(narrowings));
}
