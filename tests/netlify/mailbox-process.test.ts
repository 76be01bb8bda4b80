import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Resend } from 'resend';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeEmail } from '../support/mailbox.ts';

const MAIN = 'netlify/dev/mailbox/main.ts';

/** Starts the mailbox as a process and waits for the address it prints. */
async function run(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const url = /^Mailbox (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1] ?? '';
  return { child, url, resend: new Resend('re_test', { baseUrl: url }) };
}

describe('the mailbox as a process', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('takes mail and ends cleanly on %s', async (signal) => {
    const { child, resend } = await run({});
    expect((await resend.emails.send(makeEmail())).error).toBeNull();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('keeps what it answered for through SIGKILL', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'mailbox-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const first = await run({ MAILBOX_DIRECTORY: directory });
    const { data } = await first.resend.emails.send(makeEmail());
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await run({}, ['--directory', directory]);
    expect((await second.resend.emails.get(data?.id ?? '')).data?.id).toBe(data?.id);
  });

  test('has rough weather when given a seed', async () => {
    const { url } = await run({ FAULT_SEED: '7' });
    const faults = await (await fetch(`${url}/faults`)).json();
    expect(faults).toMatchObject({ seed: 7, rate: { drop: 0.05, dropAfterAccept: 0.05 } });
  });

  test.each([
    [{ PORT: 'harbour' }, 'port'],
    [{ WEBHOOK_URL: 'http://127.0.0.1:9/' }, 'secret'],
  ])('says what is wrong with %j, and does not start', async (env, named) => {
    const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, ...env } });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(2);
    expect(said).toContain(named);
  });
});
