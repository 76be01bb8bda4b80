import { expect } from 'vitest';
import { SITE_URL, type TestApp } from './app.ts';
import { bookDiscoveryCall, booked, mailTo } from './bookings.ts';
import type { deskVisit } from './desk-visit.ts';
import { linksIn } from './links.ts';
import { makeDiscoveryCall } from './make-call.ts';
import type { PageRead } from './read-page.ts';

/** The address of the person offered times. */
export const EMAIL = 'person@example.org';

/** Three times on Friday that are free. */
export const [TEN, ELEVEN, NOON] = ['10', '11', '12'].map(
  (hour) => `2026-11-27T${hour}:00:00+00:00`,
) as [string, string, string];

/** The times whose boxes are ticked. */
export const ticked = (page: PageRead) =>
  page
    .$('input[name=start][checked]')
    .toArray()
    .map((box) => String(page.$(box).val()));

/** A discovery call on Thursday, and where times are offered for it. */
export async function bookedCall(t: TestApp) {
  const call = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  t.mailbox.clear();
  const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
  return {
    ...call,
    id: row?.id ?? '',
    path: `/desk/cases/${call.reference}/offer/?call=${row?.id}`,
  };
}

/** Sends an offer and reads the links of its times, in order. */
export async function offered(
  t: TestApp,
  post: ReturnType<typeof deskVisit>['post'],
  { path }: { path: string },
  start: readonly string[],
) {
  expect((await post(path, { start, step: 'send' })).status).toBe(303);
  const emails = mailTo(t, EMAIL);
  return linksIn(emails.slice(-1), SITE_URL).filter((link) => link.includes('start='));
}
