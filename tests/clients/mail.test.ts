import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bringMailAbout, bringStaffMailAbout } from '../support/bring-mail-about.ts';
import { oneOfEachKind } from './kinds.ts';
import { delivered, writeMaildir } from './maildir.ts';
import { isThere, PROGRAMS, runProgram } from './programs.ts';

const t = testApp();

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clients-mail-'));
  chmodSync(folder, 0o777);
  await bringMailAbout(t);
  await bringStaffMailAbout(t);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kinds = () => oneOfEachKind(t.mailbox.messages);

const without = (raw: string, ...names: string[]) =>
  names.reduce(
    (text, name) => text.replace(new RegExp(`^${name}:.*\r\n(?:[ \t].*\r\n)*`, 'im'), ''),
    raw,
  );

/** It will not read mail as root. */
const AS_NOBODY = userInfo().uid === 0 ? ['-o', 'mail_uid=nobody', '-o', 'mail_gid=nogroup'] : [];

const SUBMITTED = 'auto-submitted';
const SUPPRESS = 'x-auto-response-suppress';

/** By which header the filter says it knows that a machine wrote a message. */
const LEFT_ALONE = /discarding vacation response .*(auto-submitted|x-auto-response-suppress)/i;

describe.skipIf(!isThere(PROGRAMS.sieve))('an absence filter (Pigeonhole’s vacation)', () => {
  /** What the filter of someone who is away does with a message: `answered` (printed, not sent), or the header that kept it from that. */
  const away = (raw: string, to: string) => {
    const script = join(folder, 'away.sieve');
    const mail = join(folder, 'mail.eml');
    const away = `vacation :addresses ["${to}"] "I am away until Monday.";`;
    writeFileSync(script, `require ["vacation"];\n${away}\n`);
    writeFileSync(mail, raw);
    const store = ['-e', '-l', `maildir:${folder}/mail`, '-o', `mail_home=${folder}`];
    const people = ['-r', to, '-a', to, '-f', 'service@example.org'];
    const words = [...store, ...AS_NOBODY, ...people, script, mail];
    const { stderr, status } = runProgram('sieve-test', words);
    expect(status, stderr).toBe(0);
    if (/sent vacation response/.test(stderr)) return 'answered';
    return LEFT_ALONE.exec(stderr)?.[1]?.toLowerCase() ?? stderr;
  };

  test('answers none of our mail, and either of its two headers would be enough', async () => {
    expect(kinds().length).toBeGreaterThan(20);
    for (const message of kinds()) {
      const raw = (await delivered(message)).toString('utf8');
      const { subject, to } = message.email;
      const [address = ''] = to;
      expect(away(raw, address), subject).toBe(SUBMITTED);
      expect(away(without(raw, SUPPRESS), address), subject).toBe(SUBMITTED);
      expect(away(without(raw, SUBMITTED), address), subject).toBe(SUPPRESS);
    }
  });

  test('would answer every one that did not say a machine wrote it', async () => {
    for (const message of kinds()) {
      const raw = without((await delivered(message)).toString('utf8'), SUBMITTED, SUPPRESS);
      expect(away(raw, message.email.to[0] ?? ''), message.email.subject).toBe('answered');
    }
  });
});

describe.skipIf(!isThere(PROGRAMS.notmuch))('a mailbox in notmuch', () => {
  /** How many conversations the mail to one address makes. */
  async function conversations(to: string, change?: (raw: string) => string) {
    const mail = join(folder, `mail-${change ? 'changed' : 'as-it-is'}-${to}`);
    const messages = t.mailbox.messages.filter(({ email }) => email.to.includes(to));
    await writeMaildir(join(mail, 'inbox'), messages, change);
    const config = join(mail, 'notmuch-config');
    writeFileSync(
      config,
      `[database]\npath=${mail}\n[user]\nname=A. Person\nprimary_email=${to}\n[new]\nignore=notmuch-config\n`,
    );
    const env = { NOTMUCH_CONFIG: config };
    expect(runProgram('notmuch', ['new', '--quiet'], { env }).status).toBe(0);
    const count = (output: string) =>
      Number(runProgram('notmuch', ['count', `--output=${output}`, '*'], { env }).stdout);
    return { messages: count('messages'), threads: count('threads') };
  }

  /** Every case has one conversation, and what is about no one case stands alone. */
  const expected = (to: string) => {
    const headers = t.mailbox.messages
      .filter(({ email }) => email.to.includes(to))
      .map(({ email }) => email.headers?.['References']);
    return {
      messages: headers.length,
      threads: new Set(headers.filter(Boolean)).size + headers.filter((one) => !one).length,
    };
  };

  test.each(['person@example.org', 'staff@example.org'])(
    'shows one conversation a case, to %s',
    async (to) => {
      const shown = await conversations(to);
      expect(shown).toEqual(expected(to));
      expect(shown.threads).toBeLessThan(shown.messages / 2);
      const before = await conversations(to, (raw) => without(raw, 'References'));
      expect(before.threads).toBe(before.messages);
      console.log(
        `${to}: ${shown.messages} messages, ${before.threads} conversations without References, ${shown.threads} with`,
      );
    },
  );
});

describe.skipIf(!isThere(PROGRAMS.spamassassin))('SpamAssassin, offline', () => {
  /** What it counts against a message, and for which of its tests. */
  function count(raw: Buffer | string) {
    const words = ['--local', '--test-mode', '--siteconfigpath=/etc/spamassassin'];
    const { stdout } = runProgram('spamassassin', words, { input: raw });
    const score = Number(/score=(-?[\d.]+)/.exec(stdout)?.[1]);
    const tests = /tests=([\w,\s]*?)\s+autolearn/.exec(stdout)?.[1] ?? '';
    return { score, tests: tests.replace(/\s/g, '') };
  }

  test('would count against one with what advertisements say', async () => {
    const [message] = kinds();
    if (!message) throw new Error('No mail was sent.');
    const { text = '' } = message.email;
    const changed = structuredClone(message);
    // The line every spam filter must know (GTUBE).
    const line = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
    changed.email.text = `${text}\n\n${line}`;
    expect(count(await delivered(changed)).score).toBeGreaterThan(5);
  });

  test('counts nothing against any of our mail', async () => {
    const scores: [number, string, string][] = [];
    for (const message of kinds()) {
      const { score, tests } = count(await delivered(message));
      scores.push([score, message.email.subject, tests]);
    }
    scores.sort(([one], [other]) => other - one);
    for (const [score, subject, tests] of scores.slice(0, 5)) console.log(score, subject, tests);
    expect(scores.filter(([score]) => !(score <= 0.5))).toEqual([]);
  });
});
