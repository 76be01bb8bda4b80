import { afterEach, describe, expect, test, vi } from 'vitest';
import { whatBecame } from '../../netlify/edit/browser/published.ts';
import { labelled } from '../../netlify/edit/browser/show-refused.ts';
import { hostedEditor } from '../../netlify/edit/hosted/hosted-editor.ts';
import { readEditSettings } from '../../netlify/edit/hosted/settings.ts';

const SETTINGS = {
  EDIT_REPOSITORY: 'example/site',
  EDIT_GITHUB_CLIENT_ID: 'client',
  EDIT_GITHUB_CLIENT_SECRET: 'kept',
  EDIT_SECRET: 'placeholder '.repeat(3),
};

const BUILT = { script: '/_edit/editor-0.js' };
const SITE = 'https://example.org';

const ask = (path: string, env: Record<string, string> = SETTINGS, init: RequestInit = {}) =>
  hostedEditor(readEditSettings(env), BUILT)(new Request(SITE + path, init));

/** GitHub, as far as signing in asks it: whom it lets write, or that it does not answer. */
function github(push: boolean | undefined): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: string | URL) => {
    const url = new URL(input);
    asked.push(url.pathname);
    if (url.pathname === '/login/oauth/access_token') {
      return Response.json({
        access_token: 'key',
        expires_in: 28_800,
        refresh_token: 'again',
        refresh_token_expires_in: 15_811_200,
        scope: '',
        token_type: 'bearer',
      });
    }
    if (push === undefined) throw new Error('GitHub does not answer');
    return Response.json({ permissions: { push } });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const CALLBACK = '/api/keystatic/github/oauth/callback?code=given';
const BEGUN = { headers: { cookie: '__Host-edit-sign-in=begun' } };

/** Comes back from GitHub in the browser that set out. */
const comeBack = () => ask(`${CALLBACK}&state=begun`, SETTINGS, BEGUN);

/** The cookies an answer leaves in the browser. */
const cookiesKept = ({ headers }: Response) =>
  headers.getSetCookie().filter((each) => !each.includes('Max-Age=0'));
const REFRESH = '/api/keystatic/github/refresh-token';

describe('the settings of the editor on the live site', () => {
  test.each([
    ['none', {}, 'off'],
    ['all', SETTINGS, 'on'],
    ['one alone', { EDIT_REPOSITORY: 'example/site' }, 'faulty'],
    ['an empty one', { EDIT_REPOSITORY: '' }, 'off'],
    ['a short secret', { ...SETTINGS, EDIT_SECRET: 'short' }, 'faulty'],
    [
      'an address for a repository',
      { ...SETTINGS, EDIT_REPOSITORY: 'https://example.org/a' },
      'faulty',
    ],
    ['another way to go', { ...SETTINGS, EDIT_GOES_TO: 'master' }, 'faulty'],
  ])('%s', (_, env, kind) => {
    expect(readEditSettings(env).kind).toBe(kind);
  });

  test('a change goes to a branch unless they say main', () => {
    const goesTo = (env: Record<string, string>) => {
      const read = readEditSettings(env);
      return read.kind === 'on' && read.settings.goesTo;
    };
    expect(goesTo(SETTINGS)).toBe('branch');
    expect(goesTo({ ...SETTINGS, EDIT_GOES_TO: 'main' })).toBe('main');
  });

  test('each that is missing or wrong is named, and no value is shown', () => {
    const read = readEditSettings({ EDIT_SECRET: 'short', EDIT_GITHUB_CLIENT_ID: 'client' });
    expect(read.kind === 'faulty' && read.faults).toEqual([
      'EDIT_REPOSITORY is missing.',
      'EDIT_GITHUB_CLIENT_SECRET is missing.',
      'EDIT_SECRET: Write 32 random characters or more.',
    ]);
  });
});

describe('the editor on the live site', () => {
  test.each(['/edit/', '/edit', '/keystatic', '/keystatic/branch/main', CALLBACK])(
    'is not found while it is off: %s',
    async (path) => {
      expect((await ask(path, {})).status).toBe(404);
    },
  );

  test('has an entrance that is easy to remember', async () => {
    const { status, headers } = await ask('/edit/');
    expect([status, headers.get('location')]).toEqual([302, `${SITE}/keystatic`]);
  });

  test('has a page with a policy of its own, which is kept nowhere and holds no secret', async () => {
    const answer = await ask('/keystatic/branch/main');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(
      "connect-src 'self' https://api.github.com https://raw.githubusercontent.com;",
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const page = await answer.text();
    expect(page).toContain('src="/_edit/editor-0.js"');
    for (const secret of [SETTINGS.EDIT_GITHUB_CLIENT_SECRET, SETTINGS.EDIT_SECRET])
      expect(page).not.toContain(`"${secret}"`);
  });

  test.each([
    ['POST', '/keystatic'],
    ['GET', '/api/keystatic/tree'],
    ['POST', '/api/keystatic/update'],
  ])('answers nothing else: %s %s', async (method, path) => {
    expect((await ask(path, SETTINGS, { method })).status).toBe(404);
  });

  test('sends people to GitHub to sign in, and asks to be sent back here', async () => {
    const { status, headers } = await ask('/api/keystatic/github/login');
    const to = new URL(headers.get('location') ?? '');
    expect(status).toBe(307);
    expect(to.origin + to.pathname).toBe('https://github.com/login/oauth/authorize');
    expect(to.searchParams.get('redirect_uri')).toBe(`${SITE}/api/keystatic/github/oauth/callback`);
  });

  test('ties each sign-in to the browser that begins it', async () => {
    const { headers } = await ask('/api/keystatic/github/login');
    const state = new URL(headers.get('location') ?? '').searchParams.get('state');
    expect(state).toMatch(/^[0-9a-f]{40}$/);
    expect(headers.getSetCookie()).toEqual([
      `__Host-edit-sign-in=${state}; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax`,
    ]);
    const another = await ask('/api/keystatic/github/login');
    expect(another.headers.get('location')).not.toContain(state);
  });

  test('ties one that leads to a page of the editor, too', async () => {
    const { headers } = await ask('/api/keystatic/github/login?from=branch/main');
    const state = new URL(headers.get('location') ?? '').searchParams.get('state');
    expect(headers.getSetCookie().join()).toContain(`__Host-edit-sign-in=${state};`);
  });

  test.each<[what: string, query: string, cookie: string]>([
    ['that never set out', '', ''],
    ['that never set out, with the state of another', '&state=begun', ''],
    ['that set out for another sign-in', '&state=other', BEGUN.headers.cookie],
    ['that set out, without its state', '', BEGUN.headers.cookie],
    ['without state, and an empty cookie', '&state=', '__Host-edit-sign-in='],
    ['with the state by which a window is closed', '&state=close', ''],
  ])('signs nobody in on a browser %s, and asks GitHub nothing', async (_what, query, cookie) => {
    const asked = github(true);
    const answer = await ask(CALLBACK + query, SETTINGS, { headers: { cookie } });
    expect([answer.status, cookiesKept(answer), asked]).toEqual([400, [], []]);
    expect(await answer.text()).toContain('This browser did not begin that sign-in');
  });

  test.each([
    ['GET', '/api/keystatic/github/login'],
    ['GET', `${CALLBACK}&state=begun&error_description=%3Cscript%3E`],
    ['POST', REFRESH],
  ])('answers %s %s with the headers of every answer', async (method, path) => {
    github(true);
    const { headers } = await ask(path, SETTINGS, { method, ...BEGUN });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('hands its key to those whom GitHub lets write', async () => {
    const asked = github(true);
    const answer = await comeBack();
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/keystatic']);
    expect(cookiesKept(answer)).toHaveLength(2);
    expect(asked).toEqual(['/login/oauth/access_token', '/repos/example/site']);
  });

  test.each([
    ['whom GitHub does not let write', false],
    ['of whom GitHub says nothing', undefined],
  ])('hands no key to those %s', async (_, push) => {
    github(push);
    const answer = await comeBack();
    expect(answer.status).toBe(403);
    expect(cookiesKept(answer)).toEqual([]);
    expect(await answer.text()).toContain('You cannot edit this site yet');
  });

  test('renews no key for somebody who may not write any more', async () => {
    github(true);
    const cookie = cookiesKept(await comeBack())
      .map((each) => each.split(';')[0])
      .join('; ');
    const again = () => ask(REFRESH, SETTINGS, { method: 'POST', headers: { cookie } });
    expect((await again()).headers.getSetCookie()).toHaveLength(2);
    github(false);
    const refused = await again();
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
  });
});

describe('what became of a change', () => {
  const commit = { sha: 'a', commit: { message: 'Update pages/plan\n\nmore' } };
  const change = (
    state: 'pending' | 'success' | 'failure' | 'error',
    target_url: string | null,
  ) => ({
    commit,
    status: { state, statuses: [{ state, target_url }] },
  });
  const LOG = 'https://app.example.org/deploys/1';

  test.each([
    ['pending', true, 'building', /^“The page \/plan\/” is being checked and built\./, undefined],
    [
      'success',
      true,
      'published',
      /^“The page \/plan\/” is on the site\.$/,
      'See the site as built',
    ],
    ['success', false, 'published', /passed every check\. Readers see it once/, 'See the preview'],
    [
      'failure',
      true,
      'refused',
      /was not published, and readers see the site as it was\./,
      'Read the log',
    ],
    ['error', false, 'refused', /was not published/, 'Read the log'],
  ] as const)('%s, on main: %s', (state, isMain, kind, words, label) => {
    const became = whatBecame(change(state, LOG), isMain);
    expect(became.kind).toBe(kind);
    expect(became.words).toMatch(words);
    expect(became.link).toEqual(label && { href: LOG, label });
  });

  test.each([
    ['Update settings/line', 'Telephone and hours'],
    ['Update questions', 'Questions people ask'],
    ['Delete pages/make-the-case/a-year', 'The page /make-the-case/a-year/ (deleted)'],
    ['Take back: Update pages/index', 'Take back: Home page'],
    ['Update the words of a letter', 'Update the words of a letter'],
    ['Update dependencies', 'Update dependencies'],
  ])('%s is told of as “%s”', (message, name) => {
    const named = { ...change('success', LOG), commit: { sha: 'a', commit: { message } } };
    expect(whatBecame(named, true).words).toBe(`“${name}” is on the site.`);
  });

  test('a field is named once in what is said of it', () => {
    expect(labelled('Title', 'Title must not be empty')).toBe('Title must not be empty');
    expect(labelled('Heading', 'Fill it in.')).toBe('Heading: Fill it in.');
  });

  test('nothing yet, and no link that is none', () => {
    const none = { commit, status: { state: 'pending', statuses: [] } } as const;
    expect(whatBecame(none, true).words).toContain('No build of it has begun.');
    expect(whatBecame(none, false).kind).toBe('nothing');
    expect(whatBecame(change('failure', 'javascript:0'), true).link).toBeUndefined();
  });
});
