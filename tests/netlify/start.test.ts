import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { faultLine, portFrom } from '../../netlify/dev/until-stopped.ts';
import { freePort } from '../support/free-port.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { prepareDatabase } from '../support/prepared-database.ts';

/** `npm start` with the site already built, as its own process. */
const PORT = await freePort();
const RIVALS_PORT = await freePort();
const SITE = `http://localhost:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'start-'));
beforeAll(() => prepareDatabase(join(folder, 'database')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['netlify/dev/start.ts', '--built'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(PORT), DATA: folder, ...env },
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number, said }));
  const ready = async () => {
    while (!said.includes('Ready')) {
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, ready, ended, said: () => said };
}

const enquire = () =>
  fetch(`${SITE}/api/enquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(makeEnquiry()),
  });

/** Three starts, of which two open a database. */
const THREE_STARTS_MS = 180_000;

test('it prints its addresses, stops cleanly on Ctrl-C, and keeps its data for the next start', {
  timeout: THREE_STARTS_MS,
}, async () => {
  const first = start();
  await first.ready();
  expect(first.said()).toMatch(
    new RegExp(
      `^Site +${SITE}/\\nMailbox +http://127\\.0\\.0\\.1:${PORT + 1}/\\nDesk +${SITE}/desk/\\nFeed +${SITE}/api/calendar/[\\w-]{43}\\.ics\\nReady$`,
      'm',
    ),
  );
  const { link } = (await (await enquire()).json()) as { link: string };
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(0);

  const second = start();
  await second.ready();
  const own = await fetch(link, { headers: { 'accept-encoding': 'br' } });
  expect([own.status, own.headers.get('content-encoding')]).toEqual([200, 'br']);
  expect(await own.text()).toContain('</html>');
  expect((await fetch(`${SITE}/%`)).status).toBe(404);
  const { data } = (await (
    await fetch(`http://127.0.0.1:${PORT + 1}/emails?to=person@example.org`)
  ).json()) as {
    data: unknown[];
  };
  expect(data).toHaveLength(1);

  const rival = start({ PORT: String(RIVALS_PORT) });
  expect(await rival.ended).toMatchObject({ code: 1 });
  expect(rival.said().trim().split('\n')).toHaveLength(1);
  expect(rival.said()).toContain('is in use by process');

  // What is killed instead, again and again, and starts on the same data, is `npm run crash`.
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
});

test('production is refused in one clear line', async () => {
  const started = start({ CONTEXT: 'production' });
  expect((await started.ended).code).toBe(1);
  expect(started.said().trim()).toMatch(/^This runs the site on a developer’s machine/);
  expect(started.said().trim().split('\n')).toHaveLength(1);
});

/** What a start says that comes to nothing, as `npm start` ends with it. */
const refusal = (env: Record<string, string>): Promise<string> =>
  openLocalApp({ DATA: folder, ...env }, portFrom(env['PORT'] ?? String(PORT))).then(
    async ({ close }) => {
      await close();
      return 'It started.';
    },
    (error: unknown) => faultLine(error, 'npm start'),
  );

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a staff address that is the sender',
    { STAFF_EMAIL: 'service@example.org' },
    /^STAFF_EMAIL: None of the staff addresses/,
  ],
  ['a secret that is too short', { LINK_SECRET: 'short' }, /^LINK_SECRET: Use 32/],
  ['a clock that is no instant', { CLOCK: 'tomorrow' }, /^CLOCK: "tomorrow" is not an instant/],
  ['a database that is away', { NETLIFY_DB_URL: 'postgres://127.0.0.1:1/none' }, /NETLIFY_DB_URL/],
])('%s is named in one clear line', async (_, env, line) => {
  const said = await refusal(env);
  expect(said).toMatch(line);
  expect(said.split('\n')).toHaveLength(1);
});

test('a port that is no port is named', () => {
  expect(() => portFrom('eighty')).toThrow(/^PORT: "eighty" is not a port/);
});

test('a port in use is named in one clear line', async () => {
  const inUse = await freePort();
  const holder = createServer().listen(inUse, 'localhost');
  await once(holder, 'listening');
  const started = start({ PORT: String(inUse) });
  expect(await started.ended).toMatchObject({ code: 1 });
  expect(started.said().trim()).toBe(
    `Port ${inUse} is in use. Stop what uses it, or choose others: PORT=${inUse + 10} npm start`,
  );
  holder.close();
});
