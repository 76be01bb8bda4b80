import { spawnSync } from 'node:child_process';

/** A program these tests drive, and the Debian packages that bring it. */
export interface Program {
  name: string;
  packages: readonly string[];
  /** A command that succeeds where the program is there and complete. */
  probe: readonly [command: string, ...words: string[]];
}

const LIBICAL = "import gi; gi.require_version('ICalGLib', '3.0'); import gi.repository.ICalGLib";

export const PROGRAMS = {
  vdirsyncer: {
    name: 'vdirsyncer',
    packages: ['vdirsyncer'],
    probe: ['vdirsyncer', '--version'],
  },
  khal: { name: 'khal', packages: ['khal'], probe: ['khal', '--version'] },
  libical: {
    name: 'libical',
    packages: ['gir1.2-ical-3.0', 'python3-gi'],
    probe: ['/usr/bin/python3', '-c', LIBICAL],
  },
  sieve: {
    name: 'Pigeonhole’s sieve-test',
    packages: ['dovecot-sieve'],
    probe: ['which', 'sieve-test'],
  },
  notmuch: { name: 'notmuch', packages: ['notmuch'], probe: ['notmuch', '--version'] },
  spamassassin: {
    name: 'SpamAssassin',
    packages: ['spamassassin'],
    probe: ['spamassassin', '--version'],
  },
  thunderbird: {
    name: 'Thunderbird',
    packages: ['thunderbird', 'xvfb'],
    probe: ['sh', '-c', 'command -v thunderbird && command -v Xvfb'],
  },
} as const satisfies Record<string, Program>;

/** Whether a program is there. */
export function isThere({ probe: [command, ...words] }: Program): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0;
}

/** What a program said; its time is limited, so that one that waits for somebody fails. */
export function runProgram(
  command: string,
  words: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/London', ...env },
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
