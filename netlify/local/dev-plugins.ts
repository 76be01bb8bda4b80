import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import netlify from '@netlify/vite-plugin';
import type { AstroUserConfig } from 'astro';
import type { InProcess } from './in-process.ts';
import { listener } from './node-http.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;
type Plugin = Extract<Plugins[number], { name: string }>;

/** What the development server itself puts into pages: styles and a script that reload them. */
const RELOADING = /((?:style|script)-src 'self')[^;]*/g;

const FILE = /^\/_astro\/[\w.-]+$/;

const TYPES: Readonly<Record<string, string>> = { woff2: 'font/woff2', png: 'image/png' };

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

const notFound = async () => new Response('Not found', { status: 404 });

/** Functions first, as on Netlify; they run in this process, since its emulation bundles each one at every start and every call. */
const functionsFirst = (origin: string, inProcess: InProcess): Plugin => ({
  name: 'functions-first',
  configureServer({ middlewares }) {
    const answer = listener(
      origin,
      async (request, ip) => (await inProcess.answer(request, ip)) ?? notFound(),
    );
    const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const url = URL.parse(request.url ?? '/', origin);
      if (url && inProcess.answers(url.href)) void answer(request, response);
      else next();
    };
    // Before Astro's own, which would refuse addresses without a slash at their end.
    return () => void middlewares.stack.unshift({ route: '', handle });
  },
});

/** Netlify's emulation of headers and redirects, the functions, and what they and the reloading of pages need to agree. */
export const devPlugins = (root: string, origin: string, inProcess: InProcess): Plugins => [
  functionsFirst(origin, inProcess),
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
        response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain');
        createReadStream(file).pipe(response);
      });
    },
  },
];
