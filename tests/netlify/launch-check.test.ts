import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { standingInWords } from '#domain/launch/words.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { LOCAL_DEFAULTS } from '#services/environment.ts';
import { launchBlockers } from '../../netlify/build/launch/launch-blockers.ts';
import { refuseUnfit } from '../../netlify/build/launch/refuse-unfit.ts';
import { launchedSettings } from '../support/launched.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const TODAY = wallClockAt(Date.now()).day;
const LAUNCHED = launchedSettings(TODAY);

/** Settings of a site that could be launched; what is secret in them is told by its words. */
const SET = {
  RESEND_API_KEY: 're_never_shown_1234567890',
  RESEND_WEBHOOK_SECRET: 'whsec_never_shown_1234567890',
  MAIL_FROM: 'The Groups <hello@groups-never-shown.uk>',
  STAFF_EMAIL: 'one@staff-never-shown.uk,two@staff-never-shown.uk',
  LINK_SECRET: 'never shown: q8J2vX5zB7nM4kP1wL9sD3fG6hT0yR',
  NETLIFY_DB_URL: 'postgres://user:never_shown@db.groups.uk/main',
  URL: 'https://www.groups.uk',
};

const folder = mkdtempSync(join(tmpdir(), 'launch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Checkout {
  /** What stands in files of settings, by their names. */
  settings?: Partial<Record<keyof Settings, object>>;
  region?: string;
  questions?: object;
}

const OPEN = [{ id: 'cost', question: 'What does it cost?' }];

const ANSWERED = [{ ...OPEN[0], answer: 'That depends. Ring us.' }];

/** A checkout as it was cloned, with what it is given in its settings and questions. */
function checkout({ settings = {}, region = 'lhr', questions = OPEN }: Checkout): string {
  const root = mkdtempSync(join(folder, 'checkout-'));
  cpSync(`${SMALL_SITE}/content/settings`, join(root, 'content/settings'), { recursive: true });
  const toml = readFileSync('netlify.toml', 'utf8').replace('"lhr"', `"${region}"`);
  writeFileSync(join(root, 'netlify.toml'), toml);
  writeFileSync(join(root, 'content/questions.yaml'), stringify({ questions }));
  for (const [name, fields] of Object.entries(settings)) {
    writeFileSync(join(root, `content/settings/${name}.yaml`), stringify(fields));
  }
  return root;
}

function launchCheck(root: string, env: Record<string, string>, words: readonly string[] = []) {
  const file = resolve('netlify/build/launch-check.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const { identity, privacy, accessibility, buyers, evidence, launch } = LAUNCHED;
const FILLED_IN = { identity, privacy, accessibility, buyers, evidence, launch };
const clear = checkout({ settings: FILLED_IN, questions: ANSWERED });

describe('npm run launch-check', () => {
  test('on a fresh clone lists what stands, with how to fix it, and fails', () => {
    const { status, said } = launchCheck(checkout({}), {});
    expect(status).toBe(1);
    for (const heading of [
      'THE LAW',
      'Who runs the service',
      'WHAT BUYERS ASK',
      'Questions readers ask',
      'THE HOST, AND WHAT RUNS ON IT',
      'Mail',
      'Settings of the deploy',
      'Staff',
    ]) {
      expect(said).toMatch(new RegExp(`^${heading}$`, 'm'));
    }
    const names = ['legal-form', 'legal-name', 'postal-address', 'email'];
    for (const name of names) expect(said).toContain(`Write ${name} in content/settings/`);
    for (const name of Object.keys(SET)) expect(said).toContain(`${name} is missing.`);
    for (const name of Object.keys(LAUNCHED.launch)) expect(said).toContain(name);
    expect(said).toMatch(/\n\d\d things stand between this checkout and a launch\./);
    const told = said.match(/^ {2}- /gm)?.length ?? 0;
    expect(said).toContain(`\n${told} things stand`);
    expect(said.match(/^ {4}Rule: \S/gm)).toHaveLength(told);
    expect(said.match(/^ {4}Answer: \S/gm)).toHaveLength(told);
    expect(said.match(/^ {4}Stops a production build: (?:yes|no)$/gm)).toHaveLength(told);
  });

  test('with everything set says clear, and passes', () => {
    expect(launchCheck(clear, SET)).toEqual({
      status: 0,
      said: 'Clear: nothing known stands between this checkout and a launch.\n',
    });
  });

  test('reads the settings of the deploy from a file when it is given one', () => {
    const file = join(folder, 'production');
    writeFileSync(
      file,
      Object.entries(SET)
        .map(([name, value]) => `${name}='${value}'`)
        .join('\n'),
    );
    expect(launchCheck(clear, {}, ['--env', file]).status).toBe(0);
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    ...Object.keys(SET).map((name): [string, Record<string, string>, RegExp] => [
      `${name} missing`,
      { [name]: '' },
      new RegExp(`- ${name} is missing\\.`),
    ]),
    ...Object.entries(LOCAL_DEFAULTS)
      .filter(([name]) => name !== 'MAIL_FROM' && name !== 'STAFF_EMAIL')
      .map(([name, value]): [string, Record<string, string>, RegExp] => [
        `${name} as on a developer’s machine`,
        { [name]: value },
        new RegExp(`- ${name}: this value is only for a developer's machine`),
      ]),
    ['a short secret', { LINK_SECRET: 'abcdefghij' }, /- LINK_SECRET: Use 32/],
    ['a secret that is no secret', { LINK_SECRET: 'a'.repeat(40) }, /- LINK_SECRET: this is not/],
    ['staff that is the sender', { STAFF_EMAIL: 'hello@groups-never-shown.uk' }, /- STAFF_EMAIL: /],
    ['a sender on example.org', { MAIL_FROM: 'hello@example.org' }, /- MAIL_FROM is on a domain/],
    ['staff on example.org', { STAFF_EMAIL: 'a@example.org' }, /- STAFF_EMAIL has an address/],
    ['no limit on posts', { RATE_LIMIT: '0' }, /- RATE_LIMIT: this value/],
    ['mail in the open', { RESEND_BASE_URL: 'http://mail.groups.uk' }, /- RESEND_BASE_URL: /],
    ['an address of one machine', { URL: 'http://localhost:8888' }, /- URL is not an https/],
  ];
  test.each(wrong)(
    '%s is the one thing that stands, and no value is shown',
    async (_, env, what) => {
      const standing = await launchBlockers(clear, { ...SET, ...env }, new Date());
      expect(standing).toHaveLength(1);
      const said = standingInWords(standing);
      expect(said).toMatch(what);
      expect(said).not.toMatch(/never.shown/);
      for (const value of Object.values(env))
        if (value.length > 4) expect(said).not.toContain(value);
    },
  );

  test('functions that are not asked to run in London stand', async () => {
    const root = checkout({ settings: FILLED_IN, region: 'cmh', questions: ANSWERED });
    const standing = await launchBlockers(root, SET, new Date());
    expect(standing.map(({ what }) => what)).toEqual([
      'netlify.toml does not ask for functions in London.',
    ]);
  });

  test('one thing that stands is enough to fail', () => {
    const { status, said } = launchCheck(clear, { ...SET, LINK_SECRET: '' });
    expect([status, said]).toEqual([1, expect.stringContaining('\n1 thing stands between')]);
  });

  test('a mistake in the settings is told as the build tells it', () => {
    const root = checkout({ settings: { identity: { name: 'Groups', email: 'nobody' } } });
    const { status, said } = launchCheck(root, SET);
    expect(status).toBe(1);
    expect(said).toMatch(/^content\/settings\/identity\.yaml\n.*“email” is "nobody"/);
  });
});

describe('a build', () => {
  const settings = { ...LAUNCHED, identity: { name: 'Groups' } };

  test('of production stops while the content lacks what the law asks for, and lists it', () => {
    const refused = () => refuseUnfit(settings, 'production', TODAY);
    expect(refused).toThrow(/^This site may not be published yet\./);
    expect(refused).toThrow(
      /THE LAW\n\nWho runs the service\n {2}- .*\n(.*\n)*.*Write legal-name in content/,
    );
    expect(refused).toThrow(/Write postal-address in content\/settings\/identity\.yaml/);
  });

  test('of production passes once it has that, whatever a person has still to try', () => {
    const none = ['no-vat-number', 'no-compulsory-insurance', 'no-regulated-profession'] as const;
    const answered = Object.fromEntries(none.map((name) => [name, LAUNCHED.launch[name]]));
    const untried = {
      ...LAUNCHED,
      launch: answered,
      buyers: {},
      evidence: {},
      accessibility: {},
    };
    expect(refuseUnfit(untried, 'production', TODAY)).toBeUndefined();
  });

  test.each(['deploy-preview', 'branch-deploy', 'dev', undefined])('of %s passes', (context) => {
    expect(refuseUnfit(settings, context, TODAY)).toBeUndefined();
  });
});
