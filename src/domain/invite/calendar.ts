import ical, {
  escape as escapeText,
  foldLines,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Feed } from './feed.ts';
import type { Invitation, Method } from './invitation.ts';

// The only caller of ical-generator. What keeps its other traps shut is in the schemas: no line break
// can reach UID, which it writes raw; end follows start, which it would swap in silence; an organizer
// is required; a web address holds nothing it would escape as text.

// It writes the hyphen in front itself.
const PRODUCT = '//Reflective Practice Groups//Bookings//EN';

const TELLS = {
  REQUEST: { method: ICalCalendarMethod.REQUEST, status: ICalEventStatus.CONFIRMED, rsvp: true },
  CANCEL: { method: ICalCalendarMethod.CANCEL, status: ICalEventStatus.CANCELLED, rsvp: null },
} as const satisfies Record<Method, object>;

// A native Date and no time zone anywhere is the one way it writes UTC on every server.
const at = (instant: number) => new Date(instant);

const eventData = (event: Feed['events'][number] | Invitation): ICalEventData => ({
  id: event.uid,
  sequence: event.sequence,
  created: at(event.created),
  stamp: at(event.stamp),
  lastModified: at(event.stamp),
  start: at(event.start),
  end: at(event.end),
  organizer: event.organizer,
  summary: event.summary,
  description: event.description,
  location: event.location,
  url: event.url,
  class: ICalEventClass.PUBLIC,
  transparency: ICalEventTransparency.OPAQUE,
});

const written = (calendar: ICalCalendar) => {
  const unfolded = calendar.toString().replaceAll('\r\n ', '');
  // It writes MAILTO: for attendees but mailto: for the organizer.
  const lowered = unfolded.replace(/^(ATTENDEE;.*):MAILTO:/gm, '$1:mailto:');
  // It leaves the last line without an end.
  return `${foldLines(lowered)}\r\n`;
};

/** The exact text of `invite.ics`: the same invitation always gives the same bytes (RFC 5545, 5546). */
export const writeInvite = (invitation: Invitation) => {
  const { method, status, rsvp } = TELLS[invitation.method];
  const attendee = {
    ...invitation.attendee,
    type: ICalAttendeeType.INDIVIDUAL,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp,
    x: { 'X-NUM-GUESTS': '0' },
  };
  const events = [{ ...eventData(invitation), status, attendees: [attendee] }];
  return written(ical({ prodId: PRODUCT, method, scale: 'gregorian', events }));
};

const inOrder = (a: Feed['events'][number], b: Feed['events'][number]) =>
  a.start - b.start || (a.uid < b.uid ? -1 : 1);

/**
 * The exact text of the staff feed, for subscribing to (METHOD:PUBLISH). It changes only when a call
 * does: the order is by start, then UID, and each DTSTAMP is that call's last change.
 */
export const writeFeed = (feed: Feed) =>
  written(
    ical({
      prodId: PRODUCT,
      method: ICalCalendarMethod.PUBLISH,
      scale: 'gregorian',
      // It writes the name raw, twice.
      name: escapeText(feed.name, false),
      ttl: feed.refreshMinutes * 60,
      events: feed.events
        .toSorted(inOrder)
        .map((event) => ({ ...eventData(event), status: ICalEventStatus.CONFIRMED })),
    }),
  );
