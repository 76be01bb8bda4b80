import { netlifyEngines } from './netlify-engines.ts';

/** Answers a request for a file. Undefined never: what is not there is the 404 page. */
export type ServeStatic = (request: Request) => Promise<Response>;

/** Serves the built site below `root` by Netlify's own engines: redirects, files, headers, the 404 page. */
export function staticSite(root: string, url: string): ServeStatic {
  const { fileAt, redirected, addHeaders } = netlifyEngines(root, url);

  async function notFound(): Promise<Response> {
    const page = await fileAt(new Request(`${url}/404.html`));
    return new Response((await page?.())?.body ?? 'Not found', {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  }

  async function find(request: Request): Promise<Response> {
    const file = await fileAt(request);
    if (file) return file();
    return (await redirected(request)) ?? notFound();
  }

  return async (request) => {
    const found = await find(request);
    // A redirect's own headers cannot be added to.
    const response = new Response(found.body, found);
    await addHeaders(request, response);
    return response;
  };
}
