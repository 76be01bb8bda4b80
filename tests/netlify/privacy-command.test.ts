import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runPrivacy } from '../../netlify/dev/privacy/run.ts';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { tablesWith } from '../support/full-text.ts';
import { OTHER, PERSON, TRACES, type Written, writePerson } from '../support/person.ts';

const t = testApp();
const folder = mkdtempSync(join(tmpdir(), 'privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = promisify(execFile);

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** What the command is given: the test's database, the day its person was written. */
const settingsWith = (env: Record<string, string>) => {
  const settings = {
    PATH: process.env['PATH'] ?? '',
    NETLIFY_DB_URL: t.app.environment.NETLIFY_DB_URL,
    CLOCK: '2026-11-25T09:00:00Z',
    ...env,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
};

/** The command within this process. */
async function privacy(words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const code = await runPrivacy(words, settingsWith(env), {
    print: (text) => {
      said.stdout += `${text}\n`;
    },
    complain: (text) => {
      said.stderr += `${text}\n`;
    },
  });
  return { code, ...said };
}

/** The command as its own process. */
const started = (words: readonly string[]): Promise<Ran> =>
  run(process.execPath, ['netlify/dev/privacy.ts', ...words], { env: settingsWith({}) }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ran) => error,
  );

const OF_PERSON = ['--email', PERSON.email];

describe('npm run privacy', () => {
  let written: Written;
  beforeEach(async () => {
    written = await writePerson(t);
  });

  test('find tells references, dates and counts, and nothing that was written', async () => {
    const { code, stdout } = await privacy(['find', ...OF_PERSON]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 cases of theirs:$/m);
    expect(stdout).toMatch(/^1 call in another person’s case:$/m);
    expect(stdout).toMatch(/^1 other email waiting for this address:$/m);
    expect(stdout).toMatch(/in quarantine$/m);
    for (const reference of [...written.own, written.other]) expect(stdout).toContain(reference);
    expect(stdout).not.toMatch(TRACES);
    expect(stdout).not.toContain(OTHER.name);
    expect(await started(['find', ...OF_PERSON])).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('finds a person by a number, however it is written, and by a reference', async () => {
    const [reference = ''] = written.own;
    const byReference = await privacy(['find', '--reference', reference.toLowerCase()]);
    expect(byReference.stdout).toMatch(/^1 case of theirs:$/m);
    expect(byReference.stdout).toContain(reference);
    const byPhone = await privacy(['find', '--phone', '+44 1632 960737']);
    expect(byPhone.code).toBe(0);
    expect(byPhone.stdout).toContain(reference);
    for (const { stdout } of [byReference, byPhone]) {
      expect(stdout).not.toMatch(TRACES);
      expect(stdout).toContain('by email address alone');
    }
  });

  test('erases one case by its reference, and no other', async () => {
    const [reference = ''] = written.own;
    const { code, stdout } = await privacy(['erase', '--reference', reference, '--yes']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Erased: 1 case, 0 calls')]);
    expect(await count(t, 'cases')).toBe(3);
  });

  test('takes nothing by a number that different people give', async () => {
    await t.app.database.query("UPDATE enquiries SET phone_number = '+441632960737'");
    const found = await privacy(['find', '--phone', PERSON.phone]);
    expect(found.stdout).toContain('Different people give this number');
    for (const word of ['export', 'erase']) {
      const { code, stderr } = await privacy([word, '--phone', PERSON.phone, '--yes']);
      expect([code, stderr]).toEqual([1, expect.stringContaining('by --reference')]);
    }
    expect(await count(t, 'cases')).toBe(4);
  });

  test.each([
    [['--phone', 'person@example.org']],
    [['--email', '01632 960 737']],
    [['--reference', 'ABC']],
    [['--email', 'person@example.org', '--phone', '01632 960 737']],
    [[]],
  ])('says how to ask when it is asked %j', async (words) => {
    expect(await privacy(['find', ...words])).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringContaining('in one way'),
    });
  });

  test('export writes JSON, to a new file that its owner alone can read or else to the terminal', async () => {
    const file = join(folder, 'export.json');
    const { code, stdout } = await privacy(['export', ...OF_PERSON, '--out', file]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Read it before you hand it over')]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const whole = JSON.parse(readFileSync(file, 'utf8')) as { cases: unknown[] };
    expect(whole.cases).toHaveLength(3);
    const again = await privacy(['export', ...OF_PERSON, '--out', file]);
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not written over'),
    });
    const printed = await privacy(['export', ...OF_PERSON]);
    expect((JSON.parse(printed.stdout) as typeof whole).cases).toEqual(whole.cases);
  });

  test('erase asks first, and erases at once when it is told that it may', async () => {
    const asked = await privacy(['erase', ...OF_PERSON]);
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('Add --yes') });
    expect(await count(t, 'cases')).toBe(4);
    const { code, stdout } = await privacy(['erase', ...OF_PERSON, '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('Erased: 3 cases, 1 call in other cases, 1 other email that waited.');
    expect(stdout).not.toMatch(TRACES);
    expect(await count(t, 'cases')).toBe(1);
    const nobody = await privacy(['erase', ...OF_PERSON, '--yes']);
    // Word of the cancelled calls waits for them still.
    expect(nobody.stdout).toContain('3 other emails waiting');
  });

  test('what was erased can be listed, and a restored database put right from the list', async () => {
    await privacy(['erase', ...OF_PERSON, '--yes']);
    const list = await privacy(['erased', '--since', '2026-11-24T00:00:00Z']);
    const lines = list.stdout.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(list.stdout).not.toMatch(TRACES);
    const file = join(folder, 'erased');
    writeFileSync(file, list.stdout);
    const none = await privacy(['after-restore', '--erased', file]);
    expect(none.stdout).toContain('Of 3 cases and 1 calls that were erased, 0 and 0 had come back');
    await t.reset();
    const restored = await writePerson(t);
    const [call] = await t.app.database.query<{ id: string }>(
      `SELECT b.id FROM bookings b JOIN cases c ON c.id = b.case_id WHERE c.reference = $1`,
      [restored.other],
    );
    const [mail] = await t.app.database.query<{ id: string }>(
      `SELECT id FROM messages WHERE kind = 'link again'`,
    );
    const byId = [
      `2026-11-25T09:00:00Z ${restored.other} call ${call?.id} erased on request`,
      `2026-11-25T09:00:00Z message ${mail?.id} erased on request`,
    ];
    writeFileSync(file, [...restored.own, ...byId].join('\n'));
    const { code, stdout } = await privacy(['after-restore', '--erased', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('Of 3 cases and 1 calls that were erased, 3 and 1 had come back');
    expect(await tablesWith(t.app.database, TRACES)).toEqual([]);
    expect(await count(t, 'cases')).toBe(1);
    writeFileSync(file, 'nothing');
    const wrong = await privacy(['after-restore', '--erased', file]);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('no reference in') });
  });
});

test('a process that fails says so by its code', async () => {
  expect(await started(['forget'])).toMatchObject({ code: 1, stdout: '' });
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['no command', [], {}, /^Say what to do:/],
  ['an unknown command', ['forget'], {}, /^Say what to do:/],
  ['an unknown option', ['find', '--mail', 'a@example.org'], {}, /Unknown option '--mail'/],
  ['no address', ['find'], {}, /^Say whose data/],
  ['an address that is none', ['erase', '--email', 'somebody'], {}, /^Say whose data/],
  ['no time', ['erased'], {}, /^Say since when/],
  [
    'a database elsewhere with settings of this machine',
    ['erase', ...OF_PERSON],
    { NETLIFY_DB_URL: 'postgres://db.example.net/main', MAIL_FROM: 'groups@example.net' },
    /^Set STAFF_EMAIL, LINK_SECRET, URL as the live site has them/,
  ],
  [
    'a database that is away',
    ['find', ...OF_PERSON],
    { NETLIFY_DB_URL: 'postgres://127.0.0.1:1/none' },
    /^The database does not answer/,
  ],
])('%s is named in a clear line', async (_, words, env, said) => {
  const { code, stderr } = await privacy(words, env);
  expect(code).toBe(1);
  expect(stderr).toMatch(said);
});

test('data that a running site has open is not touched', async () => {
  const data = join(folder, 'in-use');
  mkdirSync(data);
  writeFileSync(join(data, 'lock'), String(process.ppid));
  const { code, stderr } = await privacy(['find', ...OF_PERSON], {
    NETLIFY_DB_URL: '',
    DATA: data,
  });
  expect([code, stderr]).toEqual([1, expect.stringContaining(`in use by process ${process.ppid}`)]);
});
