import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { serve } from '../../netlify/dev/serve.ts';

/** The site in front of a browser, with a bare site below `/bare/`. */
export interface Front {
  close(): Promise<void>;
}

const compress = promisify(brotliCompress);
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const TEXT = /^(?:text|application\/(?:json|javascript|manifest|xml)|image\/svg)/;
/** Headers of the server behind that say how it sent its answer. */
const HOP = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

function bareAnswer(folder: string, path: string): Answer {
  const file = join(folder, 'dist', path, 'index.html');
  const body = existsSync(file) ? readFileSync(file) : Buffer.from('');
  return {
    status: body.length ? 200 : 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
  };
}

async function siteAnswer(
  behind: string,
  { url = '/', method = 'GET' }: IncomingMessage,
): Promise<Answer> {
  const response = await fetch(behind + url, { method, redirect: 'manual' });
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !HOP.has(name)));
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

async function send({ status, headers, body }: Answer, to: ServerResponse): Promise<void> {
  const isText = TEXT.test(headers['content-type'] ?? '');
  const sent = isText ? await compress(body, QUALITY) : body;
  to.writeHead(status, {
    ...headers,
    ...(isText && { 'content-encoding': 'br' }),
    'content-length': sent.byteLength,
  });
  to.end(sent);
}

/**
 * Serves the built site at `origin` as production would: functions, headers and redirects as `npm start` has
 * them, files and pages sent as brotli, which the local server leaves out. Takes two ports after its own.
 */
export async function openFront(origin: string, bareFolder: string, data: string): Promise<Front> {
  const port = Number(new URL(origin).port);
  const settings = { DATA: data, URL: origin, RATE_LIMIT: '0' };
  const local = await openLocalApp(settings, port + 1);
  const served = await serve(process.cwd(), port + 1, local.app, { schedules: false });
  const front = createServer(async (incoming, outgoing) => {
    const { url = '/' } = incoming;
    const answer = url.startsWith('/bare/')
      ? bareAnswer(bareFolder, url.slice('/bare/'.length))
      : await siteAnswer(`http://localhost:${port + 1}`, incoming);
    await send(answer, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, 'localhost', resolve);
  });
  return {
    async close() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await served.close();
      await local.close();
    },
  };
}
