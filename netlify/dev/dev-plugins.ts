import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { contentFindings } from '#content/check-content.ts';
import { findingsReport } from '#content/checks/report.ts';
import type { InProcess } from './in-process.ts';
import { netlifyEngines } from './netlify-engines.ts';
import { listener } from './node-http.ts';
import { answerFirst, contentChanges, type Plugin, type Plugins } from './vite-plugins.ts';

/** What the development server itself puts into pages: styles and a script that reload them. */
const RELOADING = /((?:style|script)-src 'self')[^;]*/g;

const FILE = /^\/_astro\/[\w.-]+$/;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The policy of pages the server makes afresh: as published, but for what reloads them. */
function allowReloading(response: ServerResponse): void {
  const policy = response.getHeader('content-security-policy');
  if (typeof policy !== 'string') return;
  response.setHeader('content-security-policy', policy.replace(RELOADING, "$1 'unsafe-inline'"));
}

/** Files of the last build, which pages that functions answer ask for. */
function builtFile(root: string, url = ''): string | undefined {
  const [path = ''] = url.split('?');
  const file = join(root, 'dist', path);
  return FILE.test(path) && existsSync(file) ? file : undefined;
}

/** Has a redirect answer before any page, and gives pages of the last build the headers they are published with. */
const asNetlify = (root: string, origin: string): Plugin => ({
  name: 'as-netlify',
  configureServer({ middlewares }) {
    const { fileAt, redirected, addHeaders } = netlifyEngines(root, origin);
    middlewares.use(async (incoming, outgoing, next) => {
      const url = URL.parse(incoming.url ?? '/', origin);
      if (!url) return next();
      const request = new Request(url);
      const redirect = await redirected(request);
      if (redirect) return listener(origin, async () => redirect)(incoming, outgoing);
      const headers = (await fileAt(request)) ? await addHeaders(request) : {};
      for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
      next();
    });
  },
});

const notFound = () => new Response('Not found', { status: 404 });

/** Says what the checks find after a change. */
const tell = (root: string) => console.log(findingsReport(contentFindings(root)));

/**
 * Functions first, as on Netlify; its own engines for redirects and headers, as `npm start` has them; and
 * what they and the reloading of pages need to agree.
 */
export const devPlugins = (root: string, origin: string, inProcess: InProcess): Plugins => [
  answerFirst(
    origin,
    ({ href }) => inProcess.answers(href),
    async (request, ip) => (await inProcess.answer(request, ip)) ?? notFound(),
  ),
  contentChanges(root, () => tell(root)),
  asNetlify(root, origin),
  {
    name: 'built-files',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        allowReloading(response);
        const file = builtFile(root, request.url);
        if (!file) return next();
        response.setHeader(
          'content-type',
          TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        );
        createReadStream(file).pipe(response);
      });
    },
  },
];
