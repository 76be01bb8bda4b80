import { lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CalendarFailure } from '#domain/calendars/calendar-reading.ts';
import { isPublicAddress } from './public-network.ts';

/** What an address answered with. Nothing of what went wrong is kept but its kind, for the address is a secret. */
export type CalendarFetched =
  | { outcome: 'fetched'; text: string }
  | { outcome: 'failed'; why: CalendarFailure };

/** Fetches the calendar of an address, until the signal says that it took too long. Never throws. */
export type FetchCalendar = (address: string, signal: AbortSignal) => Promise<CalendarFetched>;

/** A calendar of twenty years is a few megabytes. */
const MOST_BYTES = 12 * 1024 * 1024;

/** A name that leads into a private network. */
class PrivateNetworkError extends Error {}

/** How names are looked up and where may be connected to; tests say otherwise, the service never does. */
export interface Network {
  lookup: typeof lookup;
  isAllowed(address: string): boolean;
  tls?: Pick<RequestOptions, 'ca' | 'port'>;
}

const THE_NETWORK: Network = { lookup, isAllowed: isPublicAddress };

/**
 * Looks a name up once, and gives the socket the addresses that were checked: it connects to one of these and asks no
 * second time, so a name that turns into another address meanwhile leads nowhere else.
 */
const checkedLookup =
  ({ lookup: find, isAllowed }: Network): LookupFunction =>
  (host, options, done) => {
    find(host, { all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('Nothing was found.'), '', 0);
      if (!found.every(({ address }) => isAllowed(address))) {
        return done(new PrivateNetworkError(), '', 0);
      }
      if (options.all) return done(null, found);
      done(null, first.address, first.family);
    });
  };

/** The whole of a response, unless it is longer than a calendar can be. */
async function textOf(response: IncomingMessage): Promise<CalendarFetched> {
  const chunks: Buffer[] = [];
  let bytes = Number(response.headers['content-length'] ?? 0);
  if (bytes > MOST_BYTES) return { outcome: 'failed', why: 'too big' };
  bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return { outcome: 'failed', why: 'too big' };
    chunks.push(chunk);
  }
  return { outcome: 'fetched', text: Buffer.concat(chunks).toString('utf8') };
}

/** A response that is no calendar: an error, and a redirect too, which could lead anywhere. */
const isRefusal = ({ statusCode, headers }: IncomingMessage) =>
  statusCode !== 200 || (headers['content-encoding'] ?? 'identity') !== 'identity';

async function respondedWith(network: Network, address: string, signal: AbortSignal) {
  // Loaded here: as an import it would be loaded by every function that might read a calendar.
  const { request } = await import('node:https');
  return new Promise<IncomingMessage>((resolve, reject) => {
    request(
      address,
      {
        // A connection of its own: one that is kept open would be used again without a look at its address.
        agent: false,
        lookup: checkedLookup(network),
        headers: { accept: 'text/calendar', 'accept-encoding': 'identity' },
        signal,
        ...network.tls,
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

/**
 * Fetches a calendar over https from the public internet alone. It follows no redirect, and holds no more of what comes
 * than a calendar has.
 */
export const calendarFetcher =
  (network: Network = THE_NETWORK): FetchCalendar =>
  async (address, signal) => {
    // A host that is an address is not looked up, so nothing would check it; no calendar has one.
    if (isIP(new URL(address).hostname.replace(/^\[|\]$/g, '')) !== 0) {
      return { outcome: 'failed', why: 'private network' };
    }
    let response: IncomingMessage | undefined;
    try {
      response = await respondedWith(network, address, signal);
      return isRefusal(response) ? { outcome: 'failed', why: 'refused' } : await textOf(response);
    } catch (error) {
      if (signal.aborted) return { outcome: 'failed', why: 'too slow' };
      const why = error instanceof PrivateNetworkError ? 'private network' : 'not reached';
      return { outcome: 'failed', why };
    } finally {
      response?.destroy();
    }
  };
