import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { buildHostedEditor } from '../../netlify/build/hosted-editor.ts';
import { readEditSettings } from '../../netlify/edit/hosted/settings.ts';
import { copySite } from '../support/copied-site.ts';
import { type FakeGitHub, fakeGitHub } from '../support/fake-github.ts';
import { SMALL_SITE } from '../support/test-settings.ts';
import { PORT as SITE_PORT } from './ports.ts';

const PORT = SITE_PORT + 5;

/** Where the editor on the live site is while its tests run. */
export const SITE = `http://127.0.0.1:${PORT}`;

const SETTINGS = {
  EDIT_REPOSITORY: 'example/site',
  EDIT_GITHUB_CLIENT_ID: 'client',
  EDIT_GITHUB_CLIENT_SECRET: 'kept',
  EDIT_SECRET: 'placeholder '.repeat(3),
  EDIT_GOES_TO: 'main',
};

/** A file below the root, and what stands in it. */
type Written = readonly [file: string, text: string];

type Handler = (request: Request) => Promise<Response>;

/** The editor on the live site, with GitHub answered on this machine. */
export interface HostedEditor {
  /** A repository as it was in the beginning, which answers from now on. */
  freshGitHub(): FakeGitHub;
  /** Has GitHub answered here for a browser; its sign-in page sends straight back. */
  answerFor(context: BrowserContext): Promise<void>;
  stop(): void;
}

const WITH_GITHUB = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};

const SIGNED_IN = {
  access_token: 'key',
  expires_in: 28_800,
  refresh_token: 'again',
  refresh_token_expires_in: 15_811_200,
  scope: '',
  token_type: 'bearer',
};

/** The content of the small site with `files` in it, as the editor writes it; readers’ own words are never edited here. */
function contentWith(files: readonly Written[]): string {
  const root = mkdtempSync(join(tmpdir(), 'edited-content-'));
  cpSync(join(SMALL_SITE, 'content'), join(root, 'content'), { recursive: true });
  cpSync(join(SMALL_SITE, 'public'), join(root, 'public'), { recursive: true });
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  execFileSync('node', [resolve('netlify/edit/write-content.ts')], { cwd: root });
  return root;
}

/** The function and the files of a build below `root`, as the host would serve them. */
async function serve(root: string): Promise<Server> {
  const file = pathToFileURL(join(root, 'build/functions/edit.mjs')).href;
  const { default: handle } = (await import(file)) as { default: Handler };
  const listening = createServer(async (request, response) => {
    const { url = '/', method = 'GET', headers } = request;
    if (url.startsWith('/_edit/')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(join(root, 'dist', url)));
      return;
    }
    const { cookie = '' } = headers;
    const answer = await handle(new Request(SITE + url, { method, headers: { cookie } }));
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) {
      if (name !== 'set-cookie') response.setHeader(name, value);
    }
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => listening.listen(PORT, '127.0.0.1', done));
  return listening;
}

/** Builds the editor on the live site and serves it, over a repository with the small site’s content and `files`. */
export async function hostedEditor(files: readonly Written[]): Promise<HostedEditor> {
  const content = contentWith(files);
  const site = copySite();
  await buildHostedEditor(site.root, readEditSettings(SETTINGS));
  const fetched = globalThis.fetch;
  let github: FakeGitHub | undefined;
  const answer = (method: string, url: URL, body: string) =>
    github?.answer(method, url, body) ?? { status: 503 };
  // The function asks GitHub from where it runs.
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === 'github.com') return Response.json(SIGNED_IN);
    if (url.hostname !== 'api.github.com') return fetched(input, init);
    const { status, json } = answer(init?.method ?? 'GET', url, '');
    return Response.json(json, { status });
  };
  Object.assign(process.env, SETTINGS);
  const server = await serve(site.root);
  return {
    freshGitHub() {
      github?.remove();
      github = fakeGitHub((root) => cpSync(content, root, { recursive: true }));
      return github;
    },
    async answerFor(context) {
      await context.route(/^https:\/\/github\.com\/login\/oauth\/authorize/, (route) => {
        const { searchParams } = new URL(route.request().url());
        const back = new URL(searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', 'given');
        const state = searchParams.get('state');
        if (state) back.searchParams.set('state', state);
        return route.fulfill({
          contentType: 'text/html',
          body: `<script>location.replace(${JSON.stringify(String(back))})</script>`,
        });
      });
      await context.route(/^https:\/\/api\.github\.com\//, (route) => {
        const request = route.request();
        if (request.method() === 'OPTIONS') {
          return route.fulfill({ status: 204, headers: WITH_GITHUB });
        }
        const { status, json, bytes } = answer(
          request.method(),
          new URL(request.url()),
          request.postData() ?? '',
        );
        return route.fulfill({ status, headers: WITH_GITHUB, body: bytes ?? JSON.stringify(json) });
      });
    },
    stop() {
      globalThis.fetch = fetched;
      server.close();
      github?.remove();
      site.remove();
      rmSync(content, { recursive: true, force: true });
    },
  };
}
