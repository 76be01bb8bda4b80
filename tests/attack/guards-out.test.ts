import { sql } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Transaction } from '#data/client.ts';
import type { UsableLink } from '#data/desk-access-repository.ts';
import type { App } from '#services/app.ts';
import { isOut, unless } from './guards.ts';
import { trySucceeding } from './try-attacks.ts';

// Guards are taken out here, at the seams between the files of the service, and nowhere in the service itself.

const STAFF = 'staff@example.org';

vi.mock(import('#services/limits/call-budget.ts'), async (original) => {
  const real = await original();
  const room = { kind: 'room', count: async () => {} } as const;
  return {
    ...real,
    newCallLimit: unless('calls to come and new calls', real.newCallLimit, async () => room),
    changeLimit: unless('changes of a call', real.changeLimit, async () => undefined),
  };
});

vi.mock(import('#services/limits/mail-budget.ts'), async (original) => {
  const real = await original();
  const guard = 'emails that begin something';
  return {
    ...real,
    mayBegin: unless(guard, real.mayBegin, async () => true),
    countMail: unless(guard, real.countMail, async (...asked) => ({
      ...(await real.countMail(...asked)),
      hasRoom: true,
    })),
  };
});

vi.mock(import('#domain/limits/connection.ts'), async (original) => ({
  connectionOf: unless('one connection is a /64', (await original()).connectionOf, (to) => to),
}));

vi.mock(import('#domain/limits/mailbox.ts'), async (original) => {
  const real = await original();
  const guard = 'one mailbox however it is written';
  return { ...real, mailboxOf: unless(guard, real.mailboxOf, (email) => email) };
});

vi.mock(import('#domain/greeting.ts'), async (original) => {
  const real = await original();
  const guard = 'a name looks like one';
  return {
    nameToWrite: unless(guard, real.nameToWrite, (name) => name),
    greeting: unless(guard, real.greeting, (name) => `Dear ${name}`),
  };
});

vi.mock(import('#services/limits/rate-limit.ts'), async (original) => {
  const real = await original();
  return { ...real, countPost: unless('posts in a minute', real.countPost, async () => undefined) };
});

vi.mock(import('#services/limits/read-limit.ts'), async (original) => ({
  countRead: unless('pages in a minute', (await original()).countRead, () => undefined),
}));

vi.mock(import('#web/http/cross-site.ts'), async (original) => {
  const real = await original();
  const pass: typeof real.refuseCrossSite = (_c, next) => next();
  const refuseCrossSite = unless('posts from another site', real.refuseCrossSite, pass);
  return { ...real, refuseCrossSite };
});

/** Uses a link up that is asked for by its hash alone. */
async function useAny(tx: Transaction, hash: Uint8Array, usedAt: Date) {
  const [used] = await tx.execute<{ email: string; onward: string }>(sql`
    UPDATE desk_links SET used_at = ${usedAt} WHERE hash = ${hash} RETURNING email, onward`);
  return used;
}

vi.mock(import('#data/desk-access-repository.ts'), async (original) => {
  const real = await original();
  const anyBrowser = unless('a link belongs to its browser', real.recordUsed, useAny);
  const tryAny = (tx: Transaction, { emails }: UsableLink) =>
    tx.execute<{ hash: Uint8Array; email: string }>(sql`
      SELECT hash, email FROM desk_links WHERE email = ANY(${sql.param([...emails])}::text[])`);
  const anyTry = unless('a link belongs to its browser', real.recordTry, tryAny);
  return {
    ...real,
    recordUsed: unless('a link works once', anyBrowser, useAny),
    recordTry: unless('tries of a code', anyTry, (tx, usable) => anyTry(tx, usable, 1_000)),
    countUnusedLinks: unless('links that work at once', real.countUnusedLinks, async () => 0),
  };
});

vi.mock(import('#domain/desk/sign-in.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    get LINK_MINUTES() {
      return (isOut('a link ends') ? 1_000 : real.LINK_MINUTES) as typeof real.LINK_MINUTES;
    },
    get IDLE_HOURS() {
      return (isOut('idle sessions end') ? 1_000 : real.IDLE_HOURS) as typeof real.IDLE_HOURS;
    },
    get SESSION_DAYS() {
      return (isOut('every session ends') ? 1_000 : real.SESSION_DAYS) as typeof real.SESSION_DAYS;
    },
  };
});

vi.mock(import('#services/desk/staff.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    staffAddress: unless('the staff list', real.staffAddress, (_app, email) =>
      real.plainAddress(email),
    ),
    staffList: unless('a feed for each person', real.staffList, (app) => [
      ...real.staffList(app),
      STAFF,
    ]),
  };
});

vi.mock(import('#services/desk/session.ts'), async (original) => {
  const real = await original();
  const always = async () => true;
  const hasFreshProof = unless('fresh proof', real.hasFreshProof, always);
  return {
    ...real,
    hasFreshProof: unless('the desk is for staff', hasFreshProof, always),
  };
});

vi.mock(import('#services/desk/second-factor.ts'), async (original) => {
  const real = await original();
  const guard = 'a passkey where it is asked for';
  return { ...real, needsPasskey: unless(guard, real.needsPasskey, async () => false) };
});

vi.mock(import('#services/keys.ts'), async (original) => {
  const real = await original();
  const anyLength = (text: string) => text.replace(/(?:[.)>,]|%3E)+$/i, '');
  return { ...real, withoutStray: unless('the length of a key', real.withoutStray, anyLength) };
});

vi.mock(import('#services/calendars/public-network.ts'), async (original) => ({
  isPublicAddress: unless('public addresses alone', (await original()).isPublicAddress, () => true),
}));

vi.mock(import('#services/calendar-feed/feed-address.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    opensFeed: unless('feeds only where they are set', real.opensFeed, (app, key) =>
      real.feedAddress(app, STAFF).includes(key),
    ),
  };
});

vi.mock(import('#services/bookings/booking.ts'), async (original) => {
  const real = await original();
  const { pathOf } = await import('#services/cases/case.ts');
  const ofItsCase = (app: App, booking: { caseId?: string }) =>
    pathOf(app, { id: booking.caseId ?? '', keyGeneration: 0 });
  const guard = 'a calendar entry shows one call';
  return {
    ...real,
    callPathOf: unless(guard, real.callPathOf, ofItsCase as typeof real.callPathOf),
  };
});

vi.mock(import('#services/cases/rotate-links.ts'), async (original) => {
  const real = await original();
  const guard = 'an address corrected ends its links';
  const same = <Keyed>(keyed: Keyed) => keyed;
  return {
    nextKey: unless(guard, real.nextKey as typeof same, same) as typeof real.nextKey,
    rotateCaseLink: unless(guard, real.rotateCaseLink, async (_app, _tx, found) => found),
  };
});

vi.mock(import('resend'), async (original) => {
  const real = await original();
  class Resend extends real.Resend {
    constructor(...args: ConstructorParameters<typeof real.Resend>) {
      super(...args);
      const verify = this.webhooks.verify.bind(this.webhooks);
      this.webhooks.verify = unless('signed reports', verify, ({ payload }) => JSON.parse(payload));
    }
  }
  return { ...real, Resend };
});

vi.mock(import('#services/notifications/hand-on.ts'), async (original) => {
  const real = await original();
  const isHandOnTicket = unless('a ticket for delivery', real.isHandOnTicket, () => true);
  return { ...real, isHandOnTicket };
});

vi.mock(import('hono/html'), async (original) => {
  const real = await original();
  const asIs = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(asIs);
    return typeof value === 'string' ? real.raw(value) : value;
  };
  const bare: typeof real.html = (strings, ...values) => real.html(strings, ...values.map(asIs));
  return { ...real, html: unless('escaping', real.html, bare) };
});

vi.mock(import('#domain/desk/csv.ts'), async (original) => {
  const real = await original();
  const bare: typeof real.csvLine = (values) =>
    `${values.map((value) => `"${typeof value === 'object' ? value.ours : (value ?? '')}"`).join(',')}\r\n`;
  return { ...real, csvLine: unless('no formulas', real.csvLine, bare) };
});

vi.mock(import('#domain/forms/automatic.ts'), async (original) => {
  const real = await original();
  return { ...real, looksAutomatic: unless('automatic posts', real.looksAutomatic, () => false) };
});

vi.mock(import('hono/body-limit'), async (original) => {
  const real = await original();
  const bodyLimit: typeof real.bodyLimit = (options) =>
    unless('the length of a post', real.bodyLimit(options), (_c, next) => next());
  return { bodyLimit };
});

vi.mock(import('#web/desk/with-staff.ts'), async (original) => {
  const real = await original();
  const withStaff: typeof real.withStaff = (respond) =>
    unless('the desk is for staff', real.withStaff(respond), (c) => {
      c.set('staff', STAFF);
      return respond(c as never);
    });
  return { ...real, withStaff };
});

vi.mock(import('#data/passkey-repository.ts'), async (original) => {
  const real = await original();
  const ofAnyone: typeof real.deletePasskey = async (tx, _email, id) =>
    (await tx.execute(sql`DELETE FROM passkeys WHERE id = ${id} RETURNING id`)).length > 0;
  return {
    ...real,
    takeChallenge: unless('a challenge is signed once', real.takeChallenge, async () => true),
    deletePasskey: unless('passkeys of their owner', real.deletePasskey, ofAnyone),
  };
});

vi.mock(import('@simplewebauthn/server'), async (original) => {
  const real = await original();
  const bare: typeof real.verifyAuthenticationResponse = (given) =>
    real.verifyAuthenticationResponse({
      ...given,
      expectedOrigin: JSON.parse(
        Buffer.from(given.response.response.clientDataJSON, 'base64url').toString(),
      ).origin,
    });
  const guard = 'the address of this site';
  return {
    ...real,
    verifyAuthenticationResponse: unless(guard, real.verifyAuthenticationResponse, bare),
  };
});

vi.mock(import('#web/http/security-headers.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    pageHeaders: unless('no page in a frame', real.pageHeaders, (inline) => ({
      ...real.pageHeaders(inline),
      'content-security-policy': "default-src 'self'",
    })),
    get PRIVATE_HEADERS() {
      const { 'referrer-policy': policy, ...others } = real.PRIVATE_HEADERS;
      return isOut('a private address goes nowhere') ? others : real.PRIVATE_HEADERS;
    },
  };
});

trySucceeding();
