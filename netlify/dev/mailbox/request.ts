import type { IncomingMessage } from 'node:http';
import type { Incoming } from './context.ts';
import { LIMITS } from './email.ts';
import { isLoopback } from './loopback.ts';
import { type Answer, refuse } from './reply.ts';

/** A request read whole, or why it is not taken: from elsewhere (403), or above 40 MiB (413). */
export async function readRequest(raw: IncomingMessage): Promise<Incoming | Answer> {
  const host = URL.parse(`http://${raw.headers.host ?? ''}`);
  const crossSite = raw.headers['sec-fetch-site'] === 'cross-site' && raw.method !== 'GET';
  if (!host || !isLoopback(host.hostname) || crossSite) {
    return refuse(403, 'security_error', 'The local mailbox answers this machine alone.');
  }
  const url = URL.parse(raw.url ?? '/', host);
  if (!url) return refuse(400, 'validation_error', 'Not an address.');
  const body = await readBody(raw);
  if (!body) return refuse(413, 'validation_error', 'Emails are limited to 40 MB.');
  const headers = new Headers(
    Object.entries(raw.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
  return { method: raw.method ?? 'GET', url, headers, body };
}

/** The body, read to its end so that the answer arrives; null when there is too much of it. */
async function readBody(raw: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LIMITS.bodyBytes) chunks.push(chunk);
  }
  return size <= LIMITS.bodyBytes ? Buffer.concat(chunks) : null;
}
