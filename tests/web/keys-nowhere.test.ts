import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, getInvite, keyIn } from '../support/bookings.ts';
import { postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { linksIn } from '../support/links.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { readPage } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

const t = testApp();

/** The shape of every key: 43 characters of base64url. */
const KEY = /(?<![\w-])[\w-]{43}(?![\w-])/;

/** Every address of this site that a page leads to, sends to or asks for. */
async function addressesOn(path: string) {
  const answer = await call(publicApp, get(path));
  const page = await readPage(answer);
  const addresses = ['href', 'action', 'src'].flatMap((name) =>
    page
      .$(`[${name}]`)
      .toArray()
      .map((element) => page.$(element).attr(name) ?? ''),
  );
  return {
    policy: answer.headers.get('referrer-policy'),
    addresses: addresses.map((address) => new URL(address, SITE_URL + path)),
  };
}

/** Every page that can be reached from some by links alone. */
async function everyPageFrom(paths: readonly string[]) {
  const left = [...paths];
  const seen = new Map<string, Awaited<ReturnType<typeof addressesOn>>>();
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (seen.has(path) || seen.size > 60) continue;
    const found = await addressesOn(path);
    seen.set(path, found);
    const ways = found.addresses
      .filter(({ origin, pathname }) => origin === SITE_URL && KEY.test(pathname))
      .map(({ pathname, search }) => pathname + search);
    left.push(...ways);
  }
  return seen;
}

async function aCaseWithACall() {
  const { link } = await sendEnquiry();
  const { booking } = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ case: keyIn(link) })),
  );
  return { own: new URL(link).pathname, ownCall: `/your-call/${booking}/`, booking };
}

describe('a key', () => {
  test('stands in no query, on any page that is reached from a case or a call', async () => {
    const { own, ownCall } = await aCaseWithACall();
    const pages = await everyPageFrom([own, ownCall]);
    expect(pages.size).toBeGreaterThan(8);
    for (const [path, { addresses }] of pages) {
      for (const { href, search, hash } of addresses) {
        expect(`${search}${hash}`, `${path} leads to ${href}`).not.toMatch(KEY);
      }
    }
  });

  test('is told to no page that is reached from one that has it', async () => {
    const { own, ownCall } = await aCaseWithACall();
    for (const [path, { policy }] of await everyPageFrom([own, ownCall])) {
      expect(policy, path).toBe('no-referrer');
    }
  });

  test('stands in no query of any email', async () => {
    await aCaseWithACall();
    const links = linksIn(
      t.mailbox.messages.map(({ email }) => email),
      SITE_URL,
    );
    expect(links.some((link) => KEY.test(link))).toBe(true);
    for (const link of links) expect(new URL(link).search).not.toMatch(KEY);
  });

  test('of a case stands in no calendar, and of a call only where it shows that call', async () => {
    const { own, booking } = await aCaseWithACall();
    const calendar = (await (await getInvite(booking)).text()).replaceAll('\r\n ', '');
    expect(calendar).not.toContain(own.split('/')[2]);
    const said = calendar.match(/[\w/:.-]*[\w-]{43}[\w/.-]*/g) ?? [];
    expect(said.length).toBeGreaterThan(0);
    for (const address of said) expect(address).toMatch(/\/(?:your-call|api\/bookings)\/[\w-]{43}/);
  });

  test('is in no answer to JSON that is sent a second time', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await (await postEnquiry({}, headers)).text();
    const second = await (await postEnquiry({}, headers)).text();
    expect(first).toMatch(KEY);
    expect(second).toMatch(/"reference":"[A-Z2-9]{8}"/);
    expect(second).not.toMatch(KEY);
  });
});
