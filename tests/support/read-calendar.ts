import ICAL from 'ical.js';

/** The events of a calendar as ical.js reads them, instants in epoch milliseconds. */
export const readEvents = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((event) => {
      const said = (name: string) => event.getFirstPropertyValue(name);
      const instant = (name: string) => {
        const time = said(name);
        if (!(time instanceof ICAL.Time) || time.zone !== ICAL.Timezone.utcTimezone) {
          throw new TypeError(`${name} is not a UTC instant`);
        }
        return time.toUnixTime() * 1000;
      };
      const attendee = event.getFirstProperty('attendee');
      return {
        uid: said('uid'),
        start: instant('dtstart'),
        end: instant('dtend'),
        stamp: instant('dtstamp'),
        status: said('status'),
        summary: said('summary'),
        description: said('description'),
        location: said('location'),
        url: said('url'),
        class: said('class'),
        attendee: attendee?.getFirstValue() ?? null,
        attendeeName: attendee?.getFirstParameter('cn') ?? null,
        organizerName: event.getFirstProperty('organizer')?.getFirstParameter('cn') ?? null,
        properties: event.getAllProperties().map(({ name }) => name),
      };
    });

/** The one event of an invitation as ical.js reads it, with its method and the number of its version. */
export function readInvite(text: string) {
  const [event, ...more] = readEvents(text);
  if (!event || more.length > 0) throw new Error('There is not one event.');
  return {
    ...event,
    text,
    method: /^METHOD:(.*)\r$/m.exec(text)?.[1],
    sequence: Number(/^SEQUENCE:(.*)\r$/m.exec(text)?.[1]),
  };
}

/** An email as far as its calendar goes; content is base64. */
interface WithCalendar {
  attachments?: readonly { content: string; content_type?: string | undefined }[] | undefined;
}

/** The calendar part of an email. Throws unless there is exactly one, with one event. */
export function inviteIn(email: WithCalendar | undefined) {
  const [attachment, ...others] = email?.attachments ?? [];
  if (!attachment || others.length > 0) throw new Error('There is not one attachment.');
  const text = Buffer.from(attachment.content, 'base64').toString('utf8');
  return { ...readInvite(text), contentType: attachment.content_type };
}
