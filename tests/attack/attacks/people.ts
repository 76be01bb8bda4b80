import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { HAND_ON_PATH } from '#services/notifications/hand-on.ts';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, type TestApp } from '../../support/app.ts';
import {
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  getInvite,
  keyIn,
  mailTo,
} from '../../support/bookings.ts';
import { below } from '../../support/case-pages.ts';
import { signIn } from '../../support/desk.ts';
import { sendEnquiry } from '../../support/desk-cases.ts';
import { ASKING, openDesk } from '../../support/desk-doors.ts';
import { makeDiscoveryCall } from '../../support/make-call.ts';
import { makeEnquiry } from '../../support/make-enquiry.ts';
import { get, postForm, postJson } from '../../support/requests.ts';
import { ofKind } from '../attack.ts';

const CROSS_SITE = { 'sec-fetch-site': 'cross-site' };
const SECRET_WORDS = 'Words for the service alone';

const setCalendar = (t: TestApp, by: 'feed' | 'invite') => {
  const { settings } = t.app.site;
  const calendar = { by, 'feed-generation': 0 } as const;
  t.app.site = { ...t.app.site, settings: { ...settings, 'staff-calendar': calendar } };
};

/** A calendar feed of staff with a call in it; its address as it was given out. */
async function feedWithCall(t: TestApp): Promise<() => Promise<boolean>> {
  setCalendar(t, 'feed');
  await bookDiscoveryCall(makeDiscoveryCall());
  const path = new URL(feedAddress(t.app, 'staff@example.org')).pathname;
  return async () => (await (await call(publicApp, get(path))).text()).includes('A. Person');
}

/** What an acknowledged enquiry’s email looks like to the mail service: a report that it came back. */
const bounceReport = (providerId: string) =>
  JSON.stringify({
    type: 'email.bounced',
    created_at: '2026-11-24T10:05:00.000Z',
    data: { email_id: providerId },
  });

async function providerIdOf(t: TestApp): Promise<string> {
  const [row] = await t.app.database.query<{ provider_id: string }>(
    `SELECT provider_id FROM messages WHERE kind = 'acknowledgement'`,
  );
  return row?.provider_id ?? '';
}

const SCRIPT = '<script>alert(1)</script>';

export const PEOPLE = [
  ...ofKind('another site posts for a person', [
    {
      name: 'a page elsewhere cancels a call whose link it has seen',
      guard: 'posts from another site',
      async begin(t) {
        const { booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
        const path = `/api/bookings/${booking}/cancel`;
        return {
          attempt: async () => {
            await call(publicApp, postForm(path, {}, CROSS_SITE));
            return (await count(t, 'bookings WHERE cancelled_at IS NOT NULL')) > 0;
          },
        };
      },
    },
    {
      name: 'a page elsewhere erases a case through the browser of staff who are signed in',
      guard: 'posts from another site',
      async begin(t) {
        const { reference } = await sendEnquiry();
        const cookie = await signIn(t);
        return {
          attempt: async () => {
            const headers = { ...CROSS_SITE, cookie };
            await openDesk(postForm(`/desk/cases/${reference}/erase/`, {}, headers));
            return (await count(t, 'cases')) === 0;
          },
        };
      },
    },
    {
      name: 'a page elsewhere has a link mailed to staff, for the browser of whoever reads it',
      guard: 'posts from another site',
      begin: async (t) => ({
        attempt: async () => {
          const headers = { ...CROSS_SITE, cookie: ASKING };
          await openDesk(postForm('/desk/sign-in/', { email: 'staff@example.org' }, headers));
          return mailTo(t, 'staff@example.org').length > 0;
        },
      }),
    },
  ]),
  ...ofKind('a calendar gives away more than it shows', [
    {
      name: 'the entry of a call, in a shared calendar, opens the whole case',
      guard: 'a calendar entry shows one call',
      async begin() {
        const { link } = await sendEnquiry({ message: SECRET_WORDS });
        const joined = makeDiscoveryCall({ case: keyIn(link) });
        const { booking } = await booked(await bookDiscoveryCall(joined));
        return {
          attempt: async () => {
            const calendar = (await (await getInvite(booking)).text()).replaceAll('\r\n ', '');
            const paths = calendar.match(/\/your-(?:call|enquiry)\/[\w-]{43}\//g) ?? [];
            const pages = await Promise.all(
              [...new Set(paths)].map(async (path) => (await call(publicApp, get(path))).text()),
            );
            return pages.some((page) => page.includes(SECRET_WORDS));
          },
        };
      },
    },
    {
      name: 'somebody who was taken off the staff list keeps reading the calendar feed',
      guard: 'a feed for each person',
      async begin(t) {
        const reads = await feedWithCall(t);
        t.app.environment = { ...t.app.environment, STAFF_EMAIL: ['other@example.org'] };
        return { attempt: reads };
      },
    },
    {
      name: 'a feed is read after calls have come to be sent as invitations',
      guard: 'feeds only where they are set',
      async begin(t) {
        const reads = await feedWithCall(t);
        setCalendar(t, 'invite');
        return { attempt: reads };
      },
    },
  ]),
  ...ofKind('a link that was ended opens', [
    {
      name: 'a case is read by the link that went to an address which was wrong',
      guard: 'an address corrected ends its links',
      async begin(t) {
        const { link } = await sendEnquiry({ message: SECRET_WORDS });
        const path = new URL(link).pathname;
        const corrected = makeEnquiry({ message: SECRET_WORDS, email: 'other@example.org' });
        return {
          attempt: async () => {
            await call(publicApp, postForm(`${path}correct/`, corrected as never));
            const read = await (await call(publicApp, get(path))).text();
            return read.includes(SECRET_WORDS);
          },
          left: () => count(t, 'cases'),
        };
      },
    },
    {
      name: 'a call is cancelled by the link that went to an address which was wrong',
      guard: 'an address corrected ends its links',
      async begin(t) {
        const own = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
        const details = {
          name: 'A. Person',
          phone: '01632 960 001',
          organisation: 'Example Council',
          email: 'other@example.org',
        };
        return {
          attempt: async () => {
            await below(own).correct(details);
            return (await cancelCall(own.booking)).status === 200;
          },
          left: () => count(t, 'bookings WHERE cancelled_at IS NOT NULL'),
        };
      },
    },
  ]),
  ...ofKind('a machine is imitated', [
    {
      name: 'a report that an email came back is sent by somebody else than the mail service',
      guard: 'signed reports',
      async begin(t) {
        await sendEnquiry();
        const report = bounceReport(await providerIdOf(t));
        return {
          attempt: async () => {
            await call(publicApp, postJson('/api/webhooks/resend', report));
            return (await count(t, 'delivery_reports')) > 0;
          },
        };
      },
    },
    {
      name: 'a run of delivery is begun by somebody else than this site',
      guard: 'a ticket for delivery',
      async begin() {
        const headers = { authorization: `Bearer ${'a'.repeat(43)}` };
        return {
          attempt: async () =>
            (await call(publicApp, postJson(HAND_ON_PATH, {}, headers))).status === 202,
        };
      },
    },
  ]),
  ...ofKind('what somebody typed is run', [
    {
      name: 'a script in a message, on the desk’s page of the case',
      guard: 'escaping',
      async begin(t) {
        const { reference } = await sendEnquiry({ message: SCRIPT });
        const cookie = await signIn(t);
        return {
          attempt: async () =>
            (await (await openDesk(get(`/desk/cases/${reference}/`, cookie))).text()).includes(
              SCRIPT,
            ),
        };
      },
    },
    {
      name: 'a script in the name of an organisation, on the person’s own page',
      guard: 'escaping',
      async begin() {
        const { link } = await sendEnquiry({ organisation: SCRIPT });
        return {
          attempt: async () =>
            (await (await call(publicApp, get(new URL(link).pathname))).text()).includes(SCRIPT),
        };
      },
    },
    {
      name: 'a formula in a name, in the spreadsheet that staff open',
      guard: 'no formulas',
      async begin(t) {
        await sendEnquiry({ name: '=HYPERLINK("http://bad.example.org/")' });
        const cookie = await signIn(t);
        return {
          attempt: async () =>
            (
              await (await openDesk(postForm('/desk/cases/cases.csv', {}, { cookie }))).text()
            ).includes('"=HYPERLINK'),
          left: () => count(t, 'cases'),
        };
      },
    },
  ]),
  ...ofKind('a page is used by another', [
    {
      name: 'the page of a case is put into a frame of another site',
      guard: 'no page in a frame',
      async begin() {
        const { link } = await sendEnquiry();
        return {
          attempt: async () => {
            const { headers } = await call(publicApp, get(new URL(link).pathname));
            return !/frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? '');
          },
        };
      },
    },
    {
      name: 'a private address is told to the site a link leads to',
      guard: 'a private address goes nowhere',
      async begin() {
        const { link } = await sendEnquiry();
        return {
          attempt: async () => {
            const { headers } = await call(publicApp, get(link.replace(SITE_URL, '')));
            return headers.get('referrer-policy') !== 'no-referrer';
          },
        };
      },
    },
  ]),
];
