import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The service as `npm start` runs it, on a database and a mailbox that this run can look into. */
export interface Service {
  site: string;
  /** The subjects of what its mailbox has taken for an address, oldest first. */
  mailTo(address: string): Promise<string[]>;
  stop(): Promise<void>;
}

const PORT = 8960;
const LONGEST_START_MS = 60_000;

interface Email {
  subject: string;
}

/** Starts the built service on the database at `url`, with its clock at `clock`; throws with what it said when it does not come up. */
export async function startService(url: string, clock: string): Promise<Service> {
  const data = mkdtempSync(join(tmpdir(), 'restored-'));
  const child = spawn(process.execPath, ['netlify/dev/start.ts', '--built'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(PORT),
      NETLIFY_DB_URL: url,
      DATA: data,
      CLOCK: clock,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  const ended = once(child, 'exit');
  const until = performance.now() + LONGEST_START_MS;
  while (!said.includes('Ready')) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const mailbox = `http://127.0.0.1:${PORT + 1}`;
  return {
    site: `http://localhost:${PORT}`,
    async mailTo(address) {
      const answer = await fetch(`${mailbox}/emails?to=${encodeURIComponent(address)}`);
      return ((await answer.json()) as { data: Email[] }).data.map(({ subject }) => subject);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
