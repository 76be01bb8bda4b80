import type dns from 'node:dns';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { calendarFetcher } from '#services/calendars/fetch-calendar.ts';
import { isPublicAddress } from '#services/calendars/public-network.ts';
import type { TestApp } from '../../support/app.ts';
import { signIn } from '../../support/desk.ts';
import { openDesk } from '../../support/desk-doors.ts';
import { postForm } from '../../support/requests.ts';
import { ofKind } from '../attack.ts';

/** Somebody in our own network, who listens; how often they were connected to. */
async function listening() {
  let connected = 0;
  const server = createServer((socket) => {
    connected += 1;
    socket.destroy();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, connected: () => connected, close: () => server.close() };
}

/** The calendar of an address of ours, whose name leads to an address of the attacker’s choosing. */
async function leadingTo(t: TestApp, address: string) {
  const cookie = await signIn(t);
  const within = await listening();
  const lookup = (_host: string, _options: unknown, done: (...found: unknown[]) => void) =>
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  t.app.fetchCalendar = calendarFetcher({
    lookup: lookup as unknown as typeof dns.lookup,
    isAllowed: (found) => isPublicAddress(found),
    tls: { port: within.port },
  });
  const given = { address: 'https://calendar.example.org/private.ics' };
  return {
    attempt: async () => {
      await openDesk(postForm('/desk/times/calendars/', given, { cookie }));
      within.close();
      delete t.app.fetchCalendar;
      return within.connected() > 0;
    },
  };
}

export const NETWORK = [
  ...ofKind('somebody looks into our network', [
    {
      name: 'a calendar’s name leads to an address of our own network',
      guard: 'public addresses alone',
      begin: (t) => leadingTo(t, '127.0.0.1'),
    },
    {
      name: 'a calendar’s name leads there by an IPv4 address inside an IPv6 one',
      guard: 'public addresses alone',
      begin: (t) => leadingTo(t, '::ffff:127.0.0.1'),
    },
  ]),
];
