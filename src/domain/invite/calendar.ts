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

// Nobody reads the answers of calendars, so none is asked for.
const TELLS = {
  REQUEST: { method: ICalCalendarMethod.REQUEST, status: ICalEventStatus.CONFIRMED, rsvp: false },
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
  class: ICalEventClass[event.class],
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

/** How an entry comes that invites nobody: published, and cancelled as anything published is (RFC 5546, 3.2.1 and 3.2.5). */
export const entryMethod = (method: Method) => (method === 'CANCEL' ? 'CANCEL' : 'PUBLISH');

/**
 * The exact text of an entry that its owner puts into a calendar by hand, where there is no address to invite: it names
 * no attendee, and has no other's address in the place of theirs.
 */
export const writeEntry = (invitation: Invitation) => {
  const { status } = TELLS[invitation.method];
  const events = [{ ...eventData(invitation), status }];
  const method = ICalCalendarMethod[entryMethod(invitation.method)];
  return written(ical({ prodId: PRODUCT, method, scale: 'gregorian', events }));
};

/**
 * What an empty feed holds. A calendar must have a component (RFC 5545, 3.6), and vdirsyncer takes one
 * without an entry for an accident and keeps what it had, for ever: a time zone is not enough. A journal
 * entry is an entry, which calendars show on no day. It never changes; RFC 5546, 3.5.1 says what it must state.
 */
const noCalls = ({ organizer }: Feed) =>
  [
    'BEGIN:VJOURNAL',
    'UID:5b0c1c52-7c1e-4d0e-9b33-5f4b5fb2a9d1',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;VALUE=DATE:19700101',
    `ORGANIZER;CN="${organizer.name}":mailto:${organizer.email}`,
    'SUMMARY:No calls',
    'DESCRIPTION:No calls are booked.',
    'CLASS:PUBLIC',
    'END:VJOURNAL\r\n',
  ]
    .map((line) => foldLines(line))
    .join('\r\n');

const inOrder = (a: Feed['events'][number], b: Feed['events'][number]) =>
  a.start - b.start || (a.uid < b.uid ? -1 : 1);

/**
 * The exact text of the staff feed, for subscribing to (METHOD:PUBLISH). It changes only when a call
 * does: the order is by start, then UID, and each DTSTAMP is that call's last change. It is never without
 * a component.
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
      events: feed.events.toSorted(inOrder).map((event) => ({
        ...eventData(event),
        ...(event.cancelled
          ? {
              status: ICalEventStatus.CANCELLED,
              transparency: ICalEventTransparency.TRANSPARENT,
            }
          : { status: ICalEventStatus.CONFIRMED }),
      })),
    }),
  ).replace('END:VCALENDAR', `${feed.events.length === 0 ? noCalls(feed) : ''}END:VCALENDAR`);
