import type { BookingEmail } from '#emails/booking-emails.ts';

const at = (iso: string) => Date.parse(iso);

/** What an email about a callback on Tuesday 24 November 2026 at 11am knows, with what a test wants different. */
export const makeCallEmail = (overrides: Partial<BookingEmail> = {}): BookingEmail => ({
  reference: 'ABCD2345',
  kind: 'callback',
  start: at('2026-11-24T11:00:00Z'),
  end: at('2026-11-24T11:30:00Z'),
  now: at('2026-11-20T10:00:00Z'),
  name: 'A. Person',
  phone: '01632 960 001',
  email: 'person@example.org',
  organisation: 'Example County Council',
  topic: 'Groups for carers',
  phoneOfLine: '01632 960 999',
  hours: 'Monday to Friday, 9am to 6pm',
  site: 'https://example.org',
  link: 'https://example.org/your-enquiry/CASEKEY/',
  rescheduleLink: 'https://example.org/your-enquiry/CASEKEY/bookings/CALLKEY/reschedule/',
  cancelLink: 'https://example.org/your-enquiry/CASEKEY/bookings/CALLKEY/cancel/',
  addLinks: {
    google: 'https://calendar.google.com/a',
    outlook: 'https://outlook.live.com/b',
    outlookWork: 'https://outlook.office.com/c',
    ics: 'https://example.org/api/bookings/CALLKEY/invite.ics',
  },
  ...overrides,
});
