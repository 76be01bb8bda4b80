import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedText } from '#services/calendar-feed/feed.ts';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { isThere, PROGRAMS, runProgram } from './programs.ts';

const t = testApp();

let folder = '';
let server: Server;
/** What stands in the way between the feed and its reader; nothing, but in a test that must see it fail. */
let alter = (text: string) => text;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clients-feed-'));
  alter = (text) => text;
  server = createServer(async (_, response) => {
    response
      .setHeader('content-type', 'text/calendar; charset=utf-8')
      .end(alter(await feedText(t.app)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  mkdirSync(join(folder, 'calls'));
  writeFileSync(
    join(folder, 'vdirsyncer'),
    `[general]
status_path = "${folder}/status/"
[pair calls]
a = "site"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage site]
type = "http"
url = "http://127.0.0.1:${port}/calls.ics"
read_only = true
[storage here]
type = "filesystem"
path = "${folder}/calls"
fileext = ".ics"
`,
  );
  writeFileSync(
    join(folder, 'khal'),
    `[calendars]
[[calls]]
path = ${folder}/calls
type = calendar
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${folder}/khal.db
`,
  );
  await runVdirsyncer('discover');
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const vdirsyncer = () => runVdirsyncer('sync');

/** Runs vdirsyncer beside this process, which serves the feed meanwhile. */
async function runVdirsyncer(verb: string) {
  const child = spawn(PROGRAMS.vdirsyncer.probe[0], [verb, 'calls'], {
    env: { ...process.env, VDIRSYNCER_CONFIG: join(folder, 'vdirsyncer'), LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end('y\n');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += String(data);
    });
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}

/** What khal shows of the feed, a line for each call: `2026-11-25 11:00-11:30 …`. */
function agenda(): string[] {
  const format = '{start-date} {start-time}-{end-time} {cancelled}{title}';
  const words = ['-c', join(folder, 'khal'), 'list', '--day-format', '', '--format', format];
  const { stdout, stderr, status } = runProgram('khal', [...words, '2026-11-01', '120d']);
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter(Boolean);
}

describe.skipIf(!isThere(PROGRAMS.vdirsyncer) || !isThere(PROGRAMS.khal))(
  'the staff feed in vdirsyncer and khal',
  () => {
    test('follows a call that is booked, moved and cancelled, and an emptied calendar', async () => {
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      expect(agenda()).toEqual([]);

      const { booking } = await booked(await bookCallback(makeCallback()));
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      expect(agenda()).toEqual([
        expect.stringMatching(/^2026-11-25 11:00-11:30 Callback: A\. Person/),
      ]);

      t.setNow('2026-11-24T10:20:00Z');
      await moveTo(booking, '2026-11-25T12:00:00+00:00');
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      expect(agenda()).toEqual([
        expect.stringMatching(/^2026-11-25 12:00-12:30 Callback: A\. Person/),
      ]);

      await cancelCall(booking);
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      expect(agenda()).toEqual([
        expect.stringMatching(/^2026-11-25 12:00-12:30 CANCELLED Cancelled: Callback: A\. Person/),
      ]);

      t.setNow('2027-01-25T10:00:00Z');
      const emptied = await vdirsyncer();
      expect(emptied).toMatchObject({ status: 0 });
      expect(emptied.said).not.toMatch(/error|emptied/i);
      expect(agenda()).toEqual([]);
      expect(readdirSync(join(folder, 'calls'))).toHaveLength(1);

      await booked(
        await bookDiscoveryCall(makeDiscoveryCall({ start: '2027-01-28T11:00:00+00:00' })),
      );
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      expect(agenda()).toEqual([expect.stringMatching(/^2027-01-28 11:00-11:30 Discovery call/)]);
    });

    test('would keep what is gone, were an emptied calendar without a component', async () => {
      await booked(await bookCallback(makeCallback()));
      expect(await vdirsyncer()).toMatchObject({ status: 0 });
      t.setNow('2027-01-25T10:00:00Z');
      alter = (text) => text.replace(/BEGIN:VJOURNAL.*END:VJOURNAL\r\n/s, '');
      for (const _ of ['once', 'and again']) {
        const emptied = await vdirsyncer();
        expect(emptied.status, emptied.said).not.toBe(0);
        expect(emptied.said).toMatch(/emptied/i);
      }
      expect(agenda()).toHaveLength(1);
    });
  },
);
