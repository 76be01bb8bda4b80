import { join } from 'node:path';
import { HeadersHandler } from '@netlify/headers';
import { RedirectsHandler } from '@netlify/redirects';
import { StaticHandler } from '@netlify/static';

/** Answers a request for a file. Undefined never: what is not there is the 404 page. */
export type ServeStatic = (request: Request) => Promise<Response>;

const silent = { log() {}, warn() {}, error() {} };

/** Whether the escapes in an address can be read; the engines throw on one such as `/%`. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(new URL(url).pathname);
    return true;
  } catch {
    return false;
  }
}

/** Serves the built site below `root` by Netlify's own engines: redirects, files, headers, the 404 page. */
export function staticSite(root: string, url: string): ServeStatic {
  const publishDir = join(root, 'dist');
  const configPath = join(root, 'netlify.toml');
  const files = new StaticHandler({ directory: publishDir });
  const headers = new HeadersHandler({
    configPath,
    projectDir: root,
    publishDir,
    logger: silent,
  });
  const redirects = new RedirectsHandler({
    configPath,
    configRedirects: [],
    jwtRoleClaim: '',
    jwtSecret: '',
    projectDir: root,
    publicDir: publishDir,
    siteURL: url,
  });
  const fileAt = async (request: Request) => (await files.match(request))?.handle;

  async function notFound(): Promise<Response> {
    const page = await fileAt(new Request(`${url}/404.html`));
    return new Response((await page?.())?.body ?? 'Not found', {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  }

  async function find(request: Request): Promise<Response> {
    if (!isReadable(request.url)) return notFound();
    const file = await fileAt(request);
    if (file) return file();
    const match = await redirects.match(request);
    const redirected = match && (await redirects.handle(request, match, fileAt));
    return redirected ?? notFound();
  }

  return async (request) => {
    const found = await find(request);
    // A redirect's own headers cannot be added to.
    const response = new Response(found.body, found);
    await headers.apply(request, response);
    return response;
  };
}
