import { expect } from 'vitest';
import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { publicApp } from '#web/public-app.ts';
import { call, type TestApp } from './app.ts';
import { bookDiscoveryCall, booked, keyIn } from './bookings.ts';
import { signIn, staffAddressOf } from './desk.ts';
import { askForLink, linkTo } from './desk-doors.ts';
import { everyRow } from './every-row.ts';
import { makeDiscoveryCall } from './make-call.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { postJson } from './requests.ts';

/** A case with a call, somebody of the staff who is signed in, and a link that was mailed and is not used. */
export interface DeskWorld {
  staff: string;
  reference: string;
  /** The id of the call in the database. */
  bookingId: string;
  keys: { case: string; booking: string; feed: string };
  /** The path of the link, and the secret in it. */
  link: string;
  linkToken: string;
  /** What a signed-in browser sends, and the secret in it. */
  cookie: string;
  session: string;
}

/** What no page may show to anyone who is not signed in. */
export const PRIVATE = /Example County Council|A\. Person|person@example\.org|01632/;

/** Brings a desk about that is worth breaking into. */
export async function openWorld(t: TestApp): Promise<DeskWorld> {
  const staff = staffAddressOf(t).toLowerCase();
  const enquired = await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  const { link: caseLink, reference } = (await enquired.json()) as {
    link: string;
    reference: string;
  };
  const key = keyIn(caseLink);
  const { booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall({ case: key })));
  const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
  await askForLink(staff);
  const link = linkTo(t, staff);
  const cookie = await signIn(t);
  const feed = /([\w-]{43})\.ics$/.exec(feedAddress(t.app, staff))?.[1] ?? '';
  return {
    ...{ staff, reference, link, cookie },
    bookingId: row?.id ?? '',
    keys: { case: key, booking, feed },
    linkToken: link.split('/').at(-2) ?? '',
    session: cookie.split('=')[1] ?? '',
  };
}

/** What an attempt to get in must come to: a status and, where it leads elsewhere, where to. */
export interface Refused {
  status: number;
  location?: RegExp;
}

/** Where anyone who is not signed in is led. */
export const TO_SIGN_IN: Refused = { status: 303, location: /^\/desk\/sign-in\// };

/** Makes an attempt, and expects it to come to nothing: no cookie, nothing private shown, no row of any table changed. */
export async function expectRefused(
  t: TestApp,
  attempt: () => Promise<Response>,
  refused: Refused,
): Promise<void> {
  const before = await everyRow(t);
  const mailed = t.mailbox.messages.length;
  const answer = await attempt();
  expect(answer.status).toBe(refused.status);
  if (refused.location) expect(answer.headers.get('location')).toMatch(refused.location);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).not.toMatch(PRIVATE);
  expect(await everyRow(t)).toEqual(before);
  expect(t.mailbox.messages).toHaveLength(mailed);
}

/** The same secret with one character of it another. */
export function alteredAt(secret: string, at: number): string {
  const index = at < 0 ? secret.length + at : at;
  const other = secret[index] === 'A' ? 'B' : 'A';
  return secret.slice(0, index) + other + secret.slice(index + 1);
}

/** The same secret with capitals for small letters, and the other way about. */
export const otherCase = (secret: string): string =>
  secret.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
