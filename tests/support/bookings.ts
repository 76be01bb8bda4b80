import { publicApp } from '#web/public-app.ts';
import type { Email } from '../../netlify/dev/mailbox/email.ts';
import { call, SITE_URL, type TestApp } from './app.ts';
import { get, postJson } from './requests.ts';

/** What a booked call is answered with. */
export interface BookedAnswer {
  reference: string;
  link: string;
  booking: string;
  start: string;
  end: string;
}

type Headers = Record<string, string>;

export const bookCallback = (body: unknown, headers?: Headers) =>
  call(publicApp, postJson('/api/callbacks', body, headers));

export const bookDiscoveryCall = (body: unknown, headers?: Headers) =>
  call(publicApp, postJson('/api/discovery-calls', body, headers));

/** The answer of a call that was booked, moved or cancelled; throws when it was not, one that is held among them. */
export async function booked(response: Response): Promise<BookedAnswer> {
  if (!response.ok || response.status === 202)
    throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as BookedAnswer;
}

const at = (booking: string, act: string) => `/api/bookings/${booking}/${act}`;

export const moveTo = (booking: string, start: string) =>
  call(publicApp, postJson(at(booking, 'reschedule'), { start }));

export const cancelCall = (booking: string) => call(publicApp, postJson(at(booking, 'cancel'), {}));

export const getInvite = (booking: string) => call(publicApp, get(at(booking, 'invite.ics')));

/** The call's own page, where anyone who comes with the call's key alone is led. */
export const callLink = (booking: string) => `${SITE_URL}/your-call/${booking}/`;

/** The case key in a link. */
export const keyIn = (link: string) => link.split('/').at(-2) ?? '';

/** Every email to an address, oldest first. */
export const mailTo = ({ mailbox }: TestApp, to: string): Email[] =>
  mailbox.messages.filter(({ email }) => email.to.includes(to)).map(({ email }) => email);

/** The rows a query counts, such as `bookings WHERE during IS NULL`. */
export async function count({ app }: TestApp, from: string): Promise<number> {
  const [row] = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`);
  return row?.n ?? 0;
}

/** What the table of bookings holds of each call that moving or cancelling it may change. */
export const bookingRows = ({ app }: TestApp) =>
  app.database.query(
    'SELECT starts_at, line, during IS NULL AS free, sequence, stamp, moved_at, cancelled_at FROM bookings',
  );
