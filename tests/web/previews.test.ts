import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { DatabaseUnavailableError } from '#data/errors.ts';
import { LOCAL_DEFAULTS } from '#services/environment.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { prepareCopy } from '#services/previews/preview-copy.ts';
import { deskApp } from '#web/desk-app.ts';
import { openApp, provideApp } from '#web/http/open-app.ts';
import { asFunction } from '#web/http/web-app.ts';
import { publicApp } from '#web/public-app.ts';

import { testApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';

import { readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const SETTINGS = {
  RESEND_API_KEY: 're_x',
  RESEND_WEBHOOK_SECRET: 'whsec_x',
  MAIL_FROM: 'hello@example.org',
  STAFF_EMAIL: 'one@example.org',
  LINK_SECRET: 'x'.repeat(32),
  NETLIFY_DB_URL: 'postgres://localhost:1/none',
  URL: 'https://www.example.org',
};

const t = testApp();

/** The database every request of a preview reaches: here the embedded one, under a name of the host’s. */
const own = () => t.app.environment.NETLIFY_DB_URL;

beforeEach(() => {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
  vi.stubEnv('NETLIFY_DB_URL', own());
});

afterEach(() => {
  vi.unstubAllEnvs();
  provideApp(t.app);
});

/** What goes on after an answer. */
const later: Promise<unknown>[] = [];

const PREVIEW = 'https://preview.example.org';

const contextOf = (context: string, address = PREVIEW) =>
  ({
    deploy: { context, id: '0', published: false },
    ip: '192.0.2.1',
    url: new URL(address),
    waitUntil: (work: Promise<unknown>) => void later.push(work),
  }) as const;

/** Asks a deploy of the host’s as a browser does. */
async function ask(request: Request, app = publicApp, context = 'deploy-preview') {
  provideApp(undefined);
  const answered = await asFunction(app)(request, contextOf(context) as never);
  await Promise.all(later.splice(0));
  provideApp(t.app);
  return answered;
}

/** What the live site holds before a preview is made: an enquiry, and where its database is. */
async function somethingLive(host: string | undefined = 'live.example.org') {
  const sent = await asFunction(publicApp)(
    postJson('/api/enquiries', makeEnquiry({ organisation: 'A Real Council' })),
    contextOf('dev') as never,
  );
  expect(sent.status).toBe(201);
  if (host) await note(host);
  return (await sent.json()) as { reference: string; link: string };
}

const note = (host: string) =>
  t.app.database.query(`INSERT INTO live_hosts VALUES ('${host}', now())`);

const rowsOf = async (table: string) => {
  const [row] = await t.app.database.query<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM ${table}`,
  );
  return row?.rows ?? 0;
};

const everyTable = async () => {
  const rows = await t.app.database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
};

describe('a preview, whose database begins as a copy of the live one', () => {
  test('empties every table before it answers, and has placeholders in it', async () => {
    const { link } = await somethingLive();
    await t.app.database.query("INSERT INTO audit (at, act) VALUES (now(), 'signed in')");
    const response = await ask(get(new URL(link).pathname));
    expect(response.status).toBe(404);
    const cases = await t.app.database.query('SELECT organisation FROM enquiries');
    expect(cases).toEqual([{ organisation: 'Example County Council' }]);
    expect(await rowsOf('bookings')).toBe(1);
    expect(await rowsOf('audit')).toBe(0);
    const written = await t.app.database.query<{ row: string }>(
      'SELECT m::text AS row FROM messages m',
    );
    expect(JSON.stringify(written)).not.toContain('Real Council');
  });

  test('leaves no table out, whatever is added later', async () => {
    await somethingLive();
    await prepareCopy(t.app, own());
    const kept = ['live_hosts', 'previews'];
    for (const table of await everyTable()) {
      expect([table, await rowsOf(table)]).toEqual([table, kept.includes(table) ? 1 : 0]);
    }
  });

  test('empties it once: what is sent in it afterwards stays', async () => {
    await somethingLive();
    const sent = await ask(postJson('/api/enquiries', makeEnquiry({ organisation: 'Tried Here' })));
    expect(sent.status).toBe(201);
    const { link } = (await sent.json()) as { link: string };
    expect(link).toMatch(/^https:\/\/preview\.example\.org\/your-enquiry\//);
    const shown = await ask(get(new URL(link).pathname));
    expect(textIn(await readPage(shown), 'main')).toContain('Tried Here');
    expect(await rowsOf('cases')).toBe(3);
  });

  test.each([
    ['reaches the database of the live site', () => new URL(own()).hostname],
    ['is older than the first word of the live site', () => undefined],
  ])('answers nothing and empties nothing where it %s', async (_, host) => {
    const { reference } = await somethingLive(host() ?? '');
    for (const [request, app] of [
      [get('/callback/'), publicApp],
      [get('/desk/sign-in/'), deskApp],
      [get('/api/slots?kind=callback'), publicApp],
    ] as const) {
      expect((await ask(request, app)).status).toBe(503);
    }
    expect(await t.app.database.query('SELECT reference FROM cases')).toEqual([{ reference }]);
  });

  test('needs no settings, and uses none of the live site’s', async () => {
    for (const name of Object.keys(LOCAL_DEFAULTS)) vi.stubEnv(name, undefined);
    expect((await ask(get('/callback/'))).status).toBe(200);
    for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
    vi.stubEnv('NETLIFY_DB_URL', own());
    provideApp(undefined);
    const { environment, send } = await openApp(contextOf('branch-deploy') as never);
    expect(send).toBeUndefined();
    expect(environment.STAFF_EMAIL).toEqual([LOCAL_DEFAULTS.STAFF_EMAIL]);
    expect(environment.LINK_SECRET).toHaveLength(43);
    expect(Object.values<unknown>({ ...LOCAL_DEFAULTS, ...SETTINGS })).not.toContain(
      environment.LINK_SECRET,
    );
    expect(environment.URL).toBe(PREVIEW);
  });

  test('shows its mail on a page, with links that can be followed, and the desk says where', async () => {
    await ask(postForm('/desk/sign-in/', { email: LOCAL_DEFAULTS.STAFF_EMAIL }), deskApp);
    const desk = await readPage(await ask(get('/desk/sign-in/'), deskApp));
    expect(textIn(desk, 'main')).toContain('This is a preview.');
    expect(desk.$('main a[href="/preview-mail/"]').length).toBe(1);
    const mail = await readPage(await ask(get('/preview-mail/')));
    expect(mail.$('article h2').first().text()).toBe('Sign in to the desk');
    expect(mail.$('article').first().find('a').attr('href')).toMatch(
      /^https:\/\/preview\.example\.org\/desk\/sign-in\//,
    );
    expect(textIn(mail, 'main')).toContain('person@example.org');
  });

  test('is well while it answers: it has no schedules and sends nothing', async () => {
    expect((await ask(get('/api/health'))).status).toBe(200);
  });
});

describe('elsewhere', () => {
  test('there is no page of mail', async () => {
    await somethingLive();
    expect((await ask(get('/preview-mail/'), publicApp, 'production')).status).toBe(404);
    expect(await rowsOf('cases')).toBe(1);
  });

  test('the live site’s schedules say where its database is, and that it is nobody’s copy', async () => {
    await t.app.database.query("INSERT INTO previews VALUES (true, now(), '\\x00')");
    await runJob({ ...t.app, place: 'production' }, 'erase');
    expect(await t.app.database.query('SELECT host FROM live_hosts')).toEqual([
      { host: new URL(own()).hostname },
    ]);
    expect(await rowsOf('previews')).toBe(0);
    await runJob({ ...t.app, place: 'production' }, 'erase');
    expect(await rowsOf('live_hosts')).toBe(1);
  });

  test('the live site writes its own address, whichever one it was asked under', async () => {
    provideApp(undefined);
    const app = await openApp(
      contextOf('production', 'https://other.example.org/enquire/') as never,
    );
    expect([app.environment.URL, app.send !== undefined]).toEqual([SETTINGS.URL, true]);
    await app.database.close();
  });

  test('a function that is warm follows its database to the address the host gives it', async () => {
    vi.stubEnv('NETLIFY_DB_URL', SETTINGS.NETLIFY_DB_URL);
    provideApp(undefined);
    const asked = async () =>
      (await openApp(contextOf('production') as never)).database.query('SELECT 1 AS one');
    await expect(asked()).rejects.toThrow(DatabaseUnavailableError);
    vi.stubEnv('NETLIFY_DB_URL', own());
    expect(await asked()).toEqual([{ one: 1 }]);
    await (await openApp(contextOf('production') as never)).database.close();
  });
});
