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
        attendee: attendee?.getFirstValue() ?? null,
        attendeeName: attendee?.getFirstParameter('cn') ?? null,
        organizerName: event.getFirstProperty('organizer')?.getFirstParameter('cn') ?? null,
        properties: event.getAllProperties().map(({ name }) => name),
      };
    });
