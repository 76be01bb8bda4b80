import { callsForFeed } from '#data/call-list-repository.ts';
import { conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { conflictingEvent } from '#domain/booking/conflicting-event.ts';
import { cancelledForStaff, staffEvent } from '#domain/booking/event-words.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import { topicForStaff } from '../notifications/booking-invitation.ts';

/** How far back the feed goes, in London dates: to calls that have been, and to calls cancelled since. */
const PAST_DAYS = 30;

/** How often calendars are asked to look; many look when they please. */
const REFRESH_MINUTES = 30;

type FeedCall = Awaited<ReturnType<typeof callsForFeed>>[number];

/** The call at the desk, for those who sign in there: the address holds no key. */
const atDesk = ({ environment }: App, { reference }: FeedCall) =>
  environment.URL + deskCasePath(reference);

function eventOf(app: App, call: FeedCall, taken: TakenAway) {
  const { uid, sequence, stamp, createdAt, cancelledAt, start, end } = call;
  const cancelled = cancelledAt !== null;
  const told = { ...call, topic: topicForStaff(app, call) };
  const event = cancelled ? cancelledForStaff(told) : staffEvent(told);
  const isToCome = !cancelled && start > app.now().getTime();
  const because = isToCome ? conflictOf(taken, call) : undefined;
  const said = because ? conflictingEvent(event, because) : event;
  return {
    ...said,
    // Few calendars show the address of an event, so it stands in the words too.
    description: `${said.description}\n\nAt the desk: ${atDesk(app, call)}`,
    cancelled,
    class: 'PUBLIC' as const,
    ...{ uid, sequence, start, end },
    created: createdAt.getTime(),
    stamp: stamp.getTime(),
    organizer: organizerFrom(app.environment.MAIL_FROM),
    url: atDesk(app, call),
  };
}

/**
 * The staff feed as iCalendar text: every call of the past 30 days and to come, and every call cancelled in
 * the past 30 days, each stamped with its last change. The same calls give the same bytes.
 */
export async function feedText(app: App): Promise<string> {
  const today = wallClockAt(app.now().getTime()).day;
  const calls = await callsForFeed(app.database, new Date(instantAt(today - PAST_DAYS, 0)));
  const taken = await takenAway(app);
  const name = `${app.site.settings.identity.name}: calls`;
  const events = calls.map((call) => eventOf(app, call, taken));
  const organizer = organizerFrom(app.environment.MAIL_FROM);
  const { writeFeed } = await import('#domain/invite/calendar.ts');
  const { FeedSchema } = await import('#domain/invite/feed.ts');
  return writeFeed(FeedSchema.parse({ name, organizer, refreshMinutes: REFRESH_MINUTES, events }));
}
