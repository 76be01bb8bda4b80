import { join } from 'node:path';
import { HeadersHandler } from '@netlify/headers';
import { RedirectsHandler } from '@netlify/redirects';
import { StaticHandler } from '@netlify/static';

/** Whether the escapes in an address can be read; the engines throw on one such as `/%`. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(new URL(url).pathname);
    return true;
  } catch {
    return false;
  }
}

const silent = { log() {}, warn() {}, error() {} };

/** Netlify’s own engines for the files, headers and redirects of the site built below `root` and served at `url`. */
export function netlifyEngines(root: string, url: string) {
  const publishDir = join(root, 'dist');
  const configPath = join(root, 'netlify.toml');
  const files = new StaticHandler({ directory: publishDir });
  const headers = new HeadersHandler({ configPath, projectDir: root, publishDir, logger: silent });
  const redirects = new RedirectsHandler({
    configPath,
    configRedirects: [],
    jwtRoleClaim: '',
    jwtSecret: '',
    projectDir: root,
    publicDir: publishDir,
    siteURL: url,
  });
  const fileAt = async (request: Request) =>
    isReadable(request.url) ? (await files.match(request))?.handle : undefined;

  return {
    /** What answers a request with its file; undefined where there is none. */
    fileAt,
    /** What a request is sent on to by a redirect or a rewrite; undefined where none applies. */
    async redirected(request: Request): Promise<Response | undefined> {
      const match = isReadable(request.url) && (await redirects.match(request));
      return match ? redirects.handle(request, match, fileAt) : undefined;
    },
    /** Writes the headers of a request’s address into `response`, and returns them. */
    addHeaders: (request: Request, response?: Response) => headers.apply(request, response),
  };
}
