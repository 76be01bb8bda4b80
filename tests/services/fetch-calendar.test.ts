import type { lookup } from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarFetcher, type Network } from '#services/calendars/fetch-calendar.ts';
import { isPublicAddress } from '#services/calendars/public-network.ts';
import { TEST_CERTIFICATE } from '../support/test-certificate.ts';

const ADDRESS = 'https://calendar.example.org/private-0/basic.ics';
const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let asked: IncomingMessage[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(TEST_CERTIFICATE, (request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.end(CALENDAR);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** What the name of the calendar turns into, look by look: the last of them from then on. */
function names(...turns: readonly (readonly string[])[]) {
  const looks: string[] = [];
  const find = (host: string, _options: unknown, done: (...found: unknown[]) => void) => {
    const turn = turns[Math.min(looks.length, turns.length - 1)] ?? [];
    looks.push(host);
    const found = turn.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => done(found.length > 0 ? null : new Error('ENOTFOUND'), found));
  };
  return { looks, lookup: find as unknown as typeof lookup };
}

const portOf = (of: { address(): unknown }) => (of.address() as AddressInfo).port;

/** A network on which this machine alone counts as public. */
const network = (overrides: Partial<Network> = {}): Network => ({
  lookup: names(['127.0.0.1']).lookup,
  isAllowed: (address) => address === '127.0.0.1',
  tls: { ca: TEST_CERTIFICATE.cert, port: portOf(server) },
  ...overrides,
});

const fetched = (on: Network = network(), ms = 5_000, address = ADDRESS) =>
  calendarFetcher(on)(address, AbortSignal.timeout(ms));

const failed = (why: string) => ({ outcome: 'failed', why });

describe('a calendar', () => {
  test('is fetched whole, and nothing is asked but for it', async () => {
    expect(await fetched()).toEqual({ outcome: 'fetched', text: CALENDAR });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /private-0/basic.ics',
    ]);
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
    ]);
  });

  test.each([
    ['is gone', (_: unknown, response: ServerResponse) => response.writeHead(404).end()],
    [
      'sends us elsewhere',
      (_: unknown, response: ServerResponse) =>
        response.writeHead(302, { location: 'https://127.0.0.1/latest/meta-data/' }).end(),
    ],
    [
      'sends us elsewhere on the same host',
      (_: unknown, response: ServerResponse) => response.writeHead(301, { location: '/b' }).end(),
    ],
    [
      'comes packed, as something huge could',
      (_: unknown, response: ServerResponse) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.alloc(20)),
    ],
  ])('that %s is refused, and asked for once', async (_name, how) => {
    answer = how;
    expect(await fetched()).toEqual(failed('refused'));
    expect(asked).toHaveLength(1);
  });

  test('of 50 MB that says so is not read at all', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-length': 50_000_000 }).flushHeaders();
    expect(await fetched()).toEqual(failed('too big'));
  });

  test('of 50 MB that does not say so is dropped on the way', async () => {
    let sent = 0;
    let isClosed: Promise<unknown> = Promise.resolve();
    answer = (_, response) => {
      isClosed = new Promise((done) => response.on('close', done));
      const chunk = Buffer.alloc(64 * 1024, 'A');
      const more = () => {
        while (sent < 50_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return;
        }
        response.end();
      };
      response.on('drain', more);
      more();
    };
    expect(await fetched()).toEqual(failed('too big'));
    await isClosed;
    expect(sent).toBeLessThan(30_000_000);
  });

  test('that is slow to begin, or to end, is given up', async () => {
    answer = () => undefined;
    expect(await fetched(network(), 100)).toEqual(failed('too slow'));
    answer = async (_, response) => {
      for (let at = 0; at < 100 && !response.destroyed; at += 1) {
        response.write('X');
        await wait(20);
      }
      response.end();
    };
    expect(await fetched(network(), 100)).toEqual(failed('too slow'));
  });

  test('whose name is slow to be found is given up', async () => {
    const never = (() => undefined) as unknown as typeof lookup;
    expect(await fetched(network({ lookup: never }), 100)).toEqual(failed('too slow'));
  });

  test('whose name is not found, or whose host cannot show that it is the one, is not reached', async () => {
    expect(await fetched(network({ lookup: names([]).lookup }))).toEqual(failed('not reached'));
    const untrusted = network({ tls: { port: portOf(server) } });
    expect(await fetched(untrusted)).toEqual(failed('not reached'));
    expect(asked).toEqual([]);
  });

  test('without https is not reached', async () => {
    const plain = createPlainServer((_, response) => response.end(CALENDAR));
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
    const on = network({ tls: { ca: TEST_CERTIFICATE.cert, port: portOf(plain) } });
    expect(await fetched(on)).toEqual(failed('not reached'));
    plain.closeAllConnections();
    plain.close();
  });
});

describe('a private network', () => {
  test.each([
    [['10.0.0.1']],
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:10.0.0.1']],
    [['fd00::1']],
    [['192.0.34.8', '192.168.1.1']],
  ])('is not connected to, where a name leads to %j', async (turn) => {
    const { lookup: find, looks } = names(turn);
    const on = network({ lookup: find, isAllowed: isPublicAddress });
    expect(await fetched(on)).toEqual(failed('private network'));
    expect(looks).toEqual(['calendar.example.org']);
    expect(asked).toEqual([]);
  });

  test('is not reached by a name that turns into it once it was checked: it is looked up once', async () => {
    const { lookup: find, looks } = names(['127.0.0.1'], ['127.0.0.2']);
    expect(await fetched(network({ lookup: find }))).toMatchObject({ outcome: 'fetched' });
    expect(looks).toEqual(['calendar.example.org']);
    // Read again a quarter of an hour later, it is checked again: nothing is kept open to be used as it was.
    expect(await fetched(network({ lookup: find }))).toEqual(failed('private network'));
    expect(asked).toHaveLength(1);
  });

  test.each(['https://127.0.0.1/a', 'https://[::1]/a', 'https://[::ffff:7f00:1]/a'])(
    'is not connected to at %s, which needs no look',
    async (address) => {
      expect(await fetched(network(), 5_000, address)).toEqual(failed('private network'));
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ['8.8.8.8', true],
    ['172.15.255.255', true],
    ['172.32.0.0', true],
    ['100.128.0.1', true],
    ['2a00:1450:4009:81d::200e', true],
    ['2603:1026:c03:1001::2', true],
    ['0.0.0.0', false],
    ['10.255.255.255', false],
    ['100.64.0.1', false],
    ['127.8.8.8', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.0.0.170', false],
    ['192.0.2.1', false],
    ['192.168.0.1', false],
    ['198.18.0.1', false],
    ['198.51.100.7', false],
    ['203.0.113.7', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:127.0.0.1', false],
    ['::8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['64:ff9b:1::1', false],
    ['100::1', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['2002:a00:1::1', false],
    ['3fff::1', false],
    ['fc00::1', false],
    ['fdff::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['2a00:1450::1%eth0', false],
    ['ff02::1', false],
    ['calendar.example.org', false],
    ['', false],
  ])('%s is of the public internet: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
