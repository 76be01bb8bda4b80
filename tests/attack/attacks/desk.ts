import { MINUTE } from '#domain/time/day.ts';
import { deskApp } from '#web/desk-app.ts';
import type { TestApp } from '../../support/app.ts';
import { call } from '../../support/app.ts';
import { newAuthenticator } from '../../support/authenticator.ts';
import { count, mailTo } from '../../support/bookings.ts';
import { signIn, staffAddressOf } from '../../support/desk.ts';
import { sendEnquiry } from '../../support/desk-cases.ts';
import { ASKING, askForLink, linkTo, openDesk, press } from '../../support/desk-doors.ts';
import { addPasskey, challengeAt, enterWith } from '../../support/passkeys.ts';
import { get, postForm } from '../../support/requests.ts';
import { ofKind } from '../attack.ts';

const STAFF = 'staff@example.org';
const STRANGER = 'stranger@example.org';

const at = (t: TestApp, minutes: number) =>
  t.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * MINUTE).toISOString());

const isIn = (answer: Response) =>
  answer.headers.getSetCookie().some((set) => /^__Host-desk=[\w-]{43}/.test(set));

const readsDesk = async (cookie: string) => (await openDesk(get('/desk/', cookie))).status === 200;

/** A link that was mailed to staff, asked for by the asking browser. */
async function mailedLink(t: TestApp): Promise<string> {
  await askForLink(STAFF);
  return linkTo(t, STAFF);
}

/** The six digits that a link shows where it was not asked for. */
async function codeOf(link: string): Promise<string> {
  const shown = await (await openDesk(get(link))).text();
  return (/\d{3} \d{3}/.exec(shown)?.[0] ?? '').replace(' ', '');
}

const typeCode = (code: string, cookie: string) =>
  openDesk(postForm('/desk/sign-in/code/', { code }, { cookie }));

const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

/** Opens the desk an hour after another for so long, and then once more. */
async function usedFor(t: TestApp, hours: number, every: number) {
  const cookie = await signIn(t);
  for (let hour = 0; hour < hours; hour += every) {
    at(t, hour * 60);
    await readsDesk(cookie);
  }
  at(t, hours * 60);
  return { attempt: () => readsDesk(cookie) };
}

const leave = (t: TestApp) => {
  t.app.environment = { ...t.app.environment, STAFF_EMAIL: ['other@example.org'] };
};

/** A case, and staff who signed in longer ago than proof lasts. */
async function longSignedIn(t: TestApp) {
  const { reference } = await sendEnquiry();
  const other = await sendEnquiry({ email: 'person@example.org', name: 'B. Person' });
  const cookie = await signIn(t);
  at(t, 31);
  // That the session was seen is noted before, not by the attempt.
  await readsDesk(cookie);
  return { reference, other: other.reference, cookie };
}

async function withPasskey(t: TestApp) {
  const cookie = await signIn(t);
  const authenticator = newAuthenticator();
  const added = await addPasskey(authenticator, cookie);
  if (added.status !== 200) throw new Error(`${added.status}: ${await added.text()}`);
  return { authenticator, cookie };
}

const sessions = (t: TestApp) => () => count(t, 'desk_sessions');

export const DESK = [
  ...ofKind('the desk is opened without signing in', [
    {
      name: 'its first page is asked for',
      guard: 'the desk is for staff',
      begin: async () => ({ attempt: async () => (await openDesk(get('/desk/'))).status === 200 }),
    },
    {
      name: 'every case is downloaded',
      guard: 'the desk is for staff',
      async begin() {
        await sendEnquiry();
        return {
          attempt: async () =>
            (await (await openDesk(postForm('/desk/cases/cases.csv', {}))).text()).includes(
              'person@example.org',
            ),
        };
      },
    },
    {
      name: 'a case whose reference is known is erased',
      guard: 'the desk is for staff',
      async begin(t) {
        const { reference } = await sendEnquiry();
        return {
          attempt: async () => {
            await openDesk(postForm(`/desk/cases/${reference}/erase/`, {}));
            return (await count(t, 'cases')) === 0;
          },
        };
      },
    },
  ]),
  ...ofKind('somebody else’s link signs in', [
    {
      name: 'a link that was sent on is opened on another browser',
      guard: 'a link belongs to its browser',
      async begin(t) {
        const link = await mailedLink(t);
        const cookie = `__Host-desk-browser=${'c'.repeat(43)}`;
        return {
          attempt: async () => isIn(await openDesk(postForm(link, {}, { cookie }))),
        };
      },
    },
    {
      name: 'a link is used a second time',
      guard: 'a link works once',
      async begin(t) {
        const link = await mailedLink(t);
        await press(link);
        return { attempt: async () => isIn(await press(link)) };
      },
    },
    {
      name: 'a link that lay in a mailbox for eleven minutes is used',
      guard: 'a link ends',
      async begin(t) {
        const link = await mailedLink(t);
        at(t, 11);
        return { attempt: async () => isIn(await press(link)) };
      },
    },
  ]),
  ...ofKind('a code is guessed', [
    {
      name: 'a sixth try for one link, which is right',
      guard: 'tries of a code',
      async begin(t) {
        const code = await codeOf(await mailedLink(t));
        for (let tries = 0; tries < 5; tries += 1) await typeCode(wrongOf(code), ASKING);
        return {
          attempt: async () => isIn(await typeCode(code, ASKING)),
          left: sessions(t),
        };
      },
    },
    {
      name: 'one browser has a hundred links mailed, from as many connections, so that each try is a hundred',
      guard: 'links that work at once',
      async begin(t) {
        const askFrom = (connection: number) => {
          const asking = postForm('/desk/sign-in/', { email: STAFF }, { cookie: ASKING });
          return call(deskApp, asking, `2001:db8:0:${connection.toString(16)}::1`);
        };
        const links = () => count(t, 'desk_links WHERE used_at IS NULL');
        for (let connection = 0; connection < 3; connection += 1) await askFrom(connection);
        return {
          attempt: async () => {
            const before = await links();
            for (let connection = 3; connection < 100; connection += 1) await askFrom(connection);
            return (await links()) > before;
          },
          left: async () => mailTo(t, STAFF).length,
        };
      },
    },
    {
      name: 'a right code, overheard, is typed in another browser',
      guard: 'a link belongs to its browser',
      async begin(t) {
        const code = await codeOf(await mailedLink(t));
        const cookie = `__Host-desk-browser=${'c'.repeat(43)}`;
        return {
          attempt: async () => isIn(await typeCode(code, cookie)),
          left: sessions(t),
        };
      },
    },
  ]),
  ...ofKind('a cookie that got away is used', [
    {
      name: 'after thirteen hours in which nobody opened a page',
      guard: 'idle sessions end',
      begin: (t) => usedFor(t, 13, 13),
    },
    {
      name: 'every eleven hours, for more than a week',
      guard: 'every session ends',
      begin: (t) => usedFor(t, 11 * 16, 11),
    },
    {
      name: 'of somebody who has left the staff list',
      guard: 'the staff list',
      async begin(t) {
        const cookie = await signIn(t);
        leave(t);
        return { attempt: () => readsDesk(cookie) };
      },
    },
  ]),
  ...ofKind('a stranger signs in', [
    {
      name: 'a link is asked for with an address that is not on the staff list',
      guard: 'the staff list',
      begin: async (t) => ({
        attempt: async () => {
          await askForLink(STRANGER);
          return mailTo(t, STRANGER).length > 0;
        },
      }),
    },
    {
      name: 'by a mailbox they read, as somebody who has a passkey, where the site asks for it',
      guard: 'a passkey where it is asked for',
      async begin(t) {
        await withPasskey(t);
        t.app.environment = { ...t.app.environment, STAFF_SIGN_IN: 'passkey' };
        const link = await mailedLink(t);
        return { attempt: async () => isIn(await press(link)), left: sessions(t) };
      },
    },
    {
      name: 'a passkey of somebody who has left the staff list',
      guard: 'the staff list',
      async begin(t) {
        const { authenticator } = await withPasskey(t);
        const challenge = await challengeAt('/desk/sign-in/passkey/options/');
        leave(t);
        return { attempt: async () => isIn(await enterWith(authenticator, { challenge })) };
      },
    },
  ]),
  ...ofKind('an unlocked screen is used', [
    {
      name: 'every case is downloaded half an hour after signing in',
      guard: 'fresh proof',
      async begin(t) {
        const { cookie } = await longSignedIn(t);
        return {
          attempt: async () =>
            (
              await (await openDesk(postForm('/desk/cases/cases.csv', {}, { cookie }))).text()
            ).includes('person@example.org'),
        };
      },
    },
    {
      name: 'a case is erased half an hour after signing in',
      guard: 'fresh proof',
      async begin(t) {
        const { reference, cookie } = await longSignedIn(t);
        return {
          attempt: async () => {
            await openDesk(postForm(`/desk/cases/${reference}/erase/`, {}, { cookie }));
            return (await count(t, 'cases')) < 2;
          },
        };
      },
    },
    {
      name: 'a passkey is added half an hour after signing in',
      guard: 'fresh proof',
      async begin(t) {
        const { cookie } = await longSignedIn(t);
        return {
          attempt: async () => {
            await addPasskey(newAuthenticator(), cookie).catch(() => undefined);
            return (await count(t, 'passkeys')) > 0;
          },
        };
      },
    },
  ]),
  ...ofKind('a passkey is copied or taken', [
    {
      name: 'what a passkey signed is sent a second time',
      guard: 'a challenge is signed once',
      async begin(t) {
        const { authenticator } = await withPasskey(t);
        const challenge = await challengeAt('/desk/sign-in/passkey/options/');
        await enterWith(authenticator, { challenge });
        return {
          attempt: async () => isIn(await enterWith(authenticator, { challenge })),
          left: sessions(t),
        };
      },
    },
    {
      name: 'one of the staff removes the passkey of another',
      guard: 'passkeys of their owner',
      async begin(t) {
        const { authenticator } = await withPasskey(t);
        const staff = [staffAddressOf(t), 'other@example.org'];
        t.app.environment = { ...t.app.environment, STAFF_EMAIL: staff };
        const cookie = await signIn(t, 'other@example.org');
        const path = `/desk/passkeys/${authenticator.id}/remove/`;
        return {
          attempt: async () => {
            await openDesk(postForm(path, {}, { cookie }));
            return (await count(t, 'passkeys')) === 0;
          },
        };
      },
    },
    {
      name: 'another site has a passkey sign for it, and passes that on',
      guard: 'the address of this site',
      async begin(t) {
        const { authenticator } = await withPasskey(t);
        return {
          attempt: async () =>
            isIn(await enterWith(authenticator, { origin: 'https://bad.example.org' })),
          left: sessions(t),
        };
      },
    },
  ]),
];
