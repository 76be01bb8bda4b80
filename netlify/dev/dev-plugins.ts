import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import netlify from '@netlify/vite-plugin';
import { contentFindings } from '#content/check-content.ts';
import { findingsReport } from '#content/checks/report.ts';
import type { InProcess } from './in-process.ts';
import { answerFirst, contentChanges, type Plugins } from './vite-plugins.ts';

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

const notFound = () => new Response('Not found', { status: 404 });

/** Says what the checks find after a change. */
const tell = (root: string) => console.log(findingsReport(contentFindings(root)));

/**
 * Functions first, as on Netlify, whose emulation would bundle each of them at every start and every call;
 * its emulation of headers and redirects; and what they and the reloading of pages need to agree.
 */
export const devPlugins = (root: string, origin: string, inProcess: InProcess): Plugins => [
  answerFirst(
    origin,
    ({ href }) => inProcess.answers(href),
    async (request, ip) => (await inProcess.answer(request, ip)) ?? notFound(),
  ),
  contentChanges(root, () => tell(root)),
  netlify({
    functions: { enabled: false },
    edgeFunctions: { enabled: false },
    images: { enabled: false },
    geolocation: { enabled: false },
    database: { enabled: false },
    blobs: { enabled: false },
    aiGateway: { enabled: false },
  }),
  {
    name: 'after-emulation',
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
