import { conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { conflictingEvent } from '#domain/booking/conflicting-event.ts';
import { cancelledForStaff, staffEvent } from '#domain/booking/event-words.ts';
import { writeFeed } from '#domain/invite/calendar.ts';
import { FeedSchema } from '#domain/invite/feed.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';

/** How far back the feed goes, in London dates: to calls that have been, and to calls cancelled since. */
const PAST_DAYS = 30;

/** How often calendars are asked to look; many look when they please. */
const REFRESH_MINUTES = 30;

interface CallRow {
  reference: string;
  kind: CallKind;
  starts_at: Date;
  ends_at: Date;
  name: string;
  phone: string;
  organisation: string | null;
  topic: string | null;
  uid: string;
  sequence: number;
  stamp: Date;
  created_at: Date;
  cancelled_at: Date | null;
}

/**
 * What holds time is neither cancelled nor in quarantine. Of cancelled calls, those that staff had been
 * told of: one cancelled before or by its release from quarantine never stood in the feed.
 */
const CALLS = `SELECT c.reference, b.kind, b.starts_at, b.ends_at, b.name, b.phone, b.organisation, b.topic,
    coalesce(b.staff_uid, b.uid) AS uid, b.sequence, b.stamp, b.created_at, b.cancelled_at
  FROM bookings b JOIN cases c ON c.id = b.case_id
  WHERE (b.during IS NOT NULL AND b.starts_at >= $1)
    OR (b.cancelled_at >= $1 AND b.quarantined_at IS NULL
      AND (b.released_at IS NULL OR b.released_at < b.cancelled_at))`;

function eventOf(app: App, row: CallRow, taken: TakenAway) {
  const { reference, kind, name, phone, uid, sequence } = row;
  const start = row.starts_at.getTime();
  const end = row.ends_at.getTime();
  const organisation = row.organisation ?? undefined;
  const topic = row.topic ?? undefined;
  const cancelled = row.cancelled_at !== null;
  const call = { reference, kind, start, end, phone, name, organisation, topic };
  const event = cancelled ? cancelledForStaff(call) : staffEvent(call);
  const isToCome = !cancelled && start > app.now().getTime();
  const because = isToCome ? conflictOf(taken, { start, end }) : undefined;
  return {
    ...(because ? conflictingEvent(event, because) : event),
    cancelled,
    class: 'PUBLIC' as const,
    ...{ uid, sequence, start, end },
    created: row.created_at.getTime(),
    stamp: row.stamp.getTime(),
    organizer: organizerFrom(app.environment.MAIL_FROM),
    url: null,
  };
}

/**
 * The staff feed as iCalendar text: every call of the past 30 days and to come, and every call cancelled in
 * the past 30 days, each stamped with its last change. The same calls give the same bytes.
 */
export async function feedText(app: App): Promise<string> {
  const today = wallClockAt(app.now().getTime()).day;
  const rows = await app.database.query<CallRow>(CALLS, [
    new Date(instantAt(today - PAST_DAYS, 0)),
  ]);
  const taken = await takenAway(app);
  const name = `${app.site.settings.identity.name}: calls`;
  const events = rows.map((row) => eventOf(app, row, taken));
  const organizer = organizerFrom(app.environment.MAIL_FROM);
  return writeFeed(FeedSchema.parse({ name, organizer, refreshMinutes: REFRESH_MINUTES, events }));
}
