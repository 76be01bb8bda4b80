import { isoInstant } from '#domain/time/iso.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { publicApp } from '#web/public-app.ts';
import { call, type TestApp } from '../../support/app.ts';
import { booked, count, mailTo, moveTo } from '../../support/bookings.ts';
import { postEnquiry } from '../../support/desk-cases.ts';
import { askForLink } from '../../support/desk-doors.ts';
import { makeDiscoveryCall } from '../../support/make-call.ts';
import { makeEnquiry } from '../../support/make-enquiry.ts';
import { get, postForm, postJson } from '../../support/requests.ts';
import { ofKind } from '../attack.ts';

const STRANGER = 'stranger@example.org';
const STAFF = 'staff@example.org';

const times = async (t: TestApp) =>
  (await listAvailableSlots(t.app, 'discovery-call')).map(({ start }) => isoInstant(start));

/** Somebody of whom nothing is the same as of any other. */
const person = (index: number) => ({
  email: `person-${index}@example.org`,
  phone: `01632 960${String(100 + index)}`,
});

const bookFrom = (ip: string, values: Record<string, unknown>) =>
  call(publicApp, postJson('/api/discovery-calls', makeDiscoveryCall(values)), ip);

/** A script that books one free time after another; what it asks for one more is the attack. */
async function taken(
  t: TestApp,
  before: number,
  who: (index: number) => Record<string, unknown>,
  ip: (index: number) => string,
) {
  const free = await times(t);
  for (let index = 0; index < before; index += 1) {
    const answer = await bookFrom(ip(index), { ...who(index), start: free[index] });
    if (answer.status !== 201) throw new Error(`${index}: ${await answer.text()}`);
  }
  return {
    attempt: async () =>
      (await bookFrom(ip(before), { ...who(before), start: free[before] })).status === 201,
  };
}

const mailToStranger = (t: TestApp) => async () => mailTo(t, STRANGER).length;

const wroteMore = (t: TestApp, work: () => Promise<unknown>) => async () => {
  const before = t.mailbox.messages.length;
  await work();
  const after = t.mailbox.messages.slice(before);
  return after.some(({ email }) => /stranger/i.test(String(email.to)));
};

async function filled(t: TestApp, more: string) {
  for (const name of ['A', 'B', 'C'])
    await postEnquiry({ email: STRANGER, name: `${name} Person` });
  return {
    attempt: wroteMore(t, () => postEnquiry({ email: more, name: 'D. Person' })),
    left: mailToStranger(t),
  };
}

/** The processor’s microseconds that an address with a key of the site’s own takes to be answered. */
async function spentOn(key: string): Promise<number> {
  const before = process.cpuUsage();
  await call(publicApp, get(`/your-enquiry/${key}/`));
  return process.cpuUsage(before).user;
}

export const FLOODS = [
  ...ofKind('every time is taken', [
    {
      name: 'one person takes a fourth time, from another connection each time',
      guard: 'calls to come and new calls',
      begin: (t) =>
        taken(
          t,
          3,
          () => person(1),
          (index) => `192.0.2.${index}`,
        ),
    },
    {
      name: 'one script takes a twenty-fifth time, for another person each time',
      guard: 'calls to come and new calls',
      begin: (t) => taken(t, 24, person, () => '192.0.2.9'),
    },
    {
      name: 'one network of IPv6 takes a twenty-fifth time, from another address of its /64 each time',
      guard: 'one connection is a /64',
      begin: (t) => taken(t, 24, person, (index) => `2001:db8:0:7:${index.toString(16)}::1`),
    },
  ]),
  ...ofKind('a stranger’s mailbox is filled', [
    {
      name: 'a fourth enquiry in a stranger’s name mails them again',
      guard: 'emails that begin something',
      begin: (t) => filled(t, STRANGER),
    },
    {
      name: 'a fourth enquiry with the address written another way mails them again',
      guard: 'one mailbox however it is written',
      begin: (t) => filled(t, 'Stranger+again@Example.org'),
    },
    {
      name: '“Send me my link”, asked for again and again, mails them again',
      guard: 'emails that begin something',
      async begin(t) {
        await filled(t, STRANGER);
        return {
          attempt: wroteMore(t, () =>
            call(publicApp, postForm('/your-enquiry/', { email: STRANGER })),
          ),
          left: mailToStranger(t),
        };
      },
    },
  ]),
  ...ofKind('a stranger is sent somebody’s words', [
    {
      name: 'a name that is an instruction and a link',
      guard: 'a name looks like one',
      begin: async (t) => ({
        attempt: async () => {
          const name = 'Account suspended, visit http://bad.example.org/now';
          await postEnquiry({ email: STRANGER, name });
          return JSON.stringify(mailTo(t, STRANGER)).includes('bad.example.org');
        },
        left: async () => mailTo(t, 'other@example.org').length,
      }),
    },
  ]),
  ...ofKind('one thing is changed without end', [
    {
      name: 'a call is moved a sixth time in a day',
      guard: 'changes of a call',
      async begin(t) {
        const free = await times(t);
        const { booking } = await booked(await bookFrom('192.0.2.1', { start: free[0] }));
        for (const start of free.slice(1, 6)) await moveTo(booking, start);
        return { attempt: async () => (await moveTo(booking, free[7] ?? '')).status === 200 };
      },
    },
  ]),
  ...ofKind('a minute is filled', [
    {
      name: 'one connection posts more than a person can',
      guard: 'posts in a minute',
      async begin(t) {
        t.app.environment = { ...t.app.environment, RATE_LIMIT: 2 };
        const post = (index: number) => postEnquiry(makeEnquiry(person(index)));
        await post(1);
        await post(2);
        return {
          attempt: async () => (await post(3)).status === 201,
          left: () => count(t, 'cases'),
        };
      },
    },
    {
      name: 'a network of IPv6 posts from another address of its /64 each time',
      guard: 'one connection is a /64',
      async begin(t) {
        t.app.environment = { ...t.app.environment, RATE_LIMIT: 2 };
        const post = (index: number) =>
          call(
            publicApp,
            postJson('/api/enquiries', makeEnquiry(person(index))),
            `2001:db8:0:7:${index}::1`,
          );
        await post(1);
        await post(2);
        return {
          attempt: async () => (await post(3)).status === 201,
          left: () => count(t, 'cases'),
        };
      },
    },
    {
      name: 'one connection reads live pages without end',
      guard: 'pages in a minute',
      async begin(t) {
        t.app.environment = { ...t.app.environment, RATE_LIMIT: 2 };
        const most = t.app.site.settings.limits['a-minute'].pages;
        const read = () => call(publicApp, get('/api/line'), '192.0.2.44');
        for (let page = 0; page < most; page += 1) await read();
        return { attempt: async () => (await read()).status === 200 };
      },
    },
  ]),
  ...ofKind('staff are kept from signing in', [
    {
      name: 'a fourth link is mailed to staff while three work',
      guard: 'links that work at once',
      async begin(t) {
        for (let link = 0; link < 3; link += 1) await askForLink(STAFF);
        const links = async () => mailTo(t, STAFF).length;
        return {
          attempt: async () => {
            const before = await links();
            await askForLink(STAFF);
            return (await links()) > before;
          },
        };
      },
    },
  ]),
  ...ofKind('a machine is taken for a person', [
    {
      name: 'a program fills in every field there is, and staff are mailed',
      guard: 'automatic posts',
      begin: async (t) => ({
        attempt: async () => {
          await postEnquiry({ 'leave-empty': 'https://bad.example.org/' });
          return mailTo(t, STAFF).length > 0;
        },
        left: async () => mailTo(t, STAFF).length,
      }),
    },
    {
      name: 'a program takes a time and fills in every field there is',
      guard: 'automatic posts',
      async begin(t) {
        const [start] = await times(t);
        const held = () => count(t, 'bookings WHERE during IS NOT NULL');
        return {
          attempt: async () => {
            await bookFrom('192.0.2.1', { start, 'leave-empty': 'yes' });
            return (await held()) > 0;
          },
          left: held,
        };
      },
    },
  ]),
  ...ofKind('the machine is worn down', [
    {
      name: 'a post of a megabyte is read and judged',
      guard: 'the length of a post',
      begin: async () => ({
        attempt: async () => {
          const answer = await postEnquiry({ message: 'x'.repeat(1_000_000) });
          return answer.status !== 413;
        },
      }),
    },
    {
      name: 'an address of twelve thousand dots takes seconds to be found no key',
      guard: 'the length of a key',
      begin: async (t) => ({
        attempt: async () => {
          await spentOn('x');
          const short = await spentOn('x');
          return (await spentOn(`${'.'.repeat(12_000)}x`)) > 10 * Math.max(short, 5_000);
        },
        left: () => count(t, 'cases'),
      }),
    },
  ]),
];
