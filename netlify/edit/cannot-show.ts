import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from 'hono/html';
import type { Plugin } from '../dev/vite-plugins.ts';
import { FINDINGS } from './browser/local-findings.ts';
import type { FoundNow } from './findings.ts';
import { staffLine } from './place-names.ts';

/** Where the script of the page below is: it loads the page again after the next change. */
export const AGAIN = '/editor/again.js';

/** The first message says what is found now; each after it, what is found after a change. */
export const AGAIN_SCRIPT = `
  let messages = 0;
  new EventSource('${FINDINGS}').addEventListener('message', () => {
    messages += 1;
    if (messages > 1) location.reload();
  });
`;

/** What stands in place of a page that cannot be drawn, in staff’s words. */
export const cannotShow = ({ refusals }: Pick<FoundNow, 'refusals'>): string =>
  String(html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>This page cannot be shown</title>
        <style>
          body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif }
          li { margin-block: 0.5rem; overflow-wrap: anywhere }
        </style>
        <script src="${AGAIN}" defer></script>
      </head>
      <body>
        ${
          refusals.length > 0
            ? html`<h1>This page cannot be shown until this is fixed:</h1>
                <ol>${refusals.map((refusal) => html`<li>${staffLine(refusal)}</li>`)}</ol>
                <p>It shows here again by itself once that is saved.</p>`
            : html`<h1>This page cannot be shown</h1>
                <p>Ask the person who looks after the site.</p>`
        }
      </body>
    </html>`);

const FAILED = 500;

/** Has `response` end with the page above where it would with what Astro says to developers. */
function sayInstead(response: ServerResponse, found: () => FoundNow): void {
  const { writeHead, write, end } = response;
  const asBefore = () => Object.assign(response, { writeHead, write, end });
  Object.assign(response, {
    writeHead(status: number, ...rest: []) {
      if (status !== FAILED) return asBefore().writeHead(status, ...rest);
      response.write = () => true;
      response.end = () =>
        asBefore()
          .writeHead(FAILED, {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
          })
          .end(cannotShow(found()));
      return response;
    },
  });
}

const wantsPage = ({ headers }: IncomingMessage) => headers.accept?.includes('text/html') ?? false;

/** Says in staff’s words why a page cannot be drawn, on one’s own machine alone. */
export const saysWhyNot = (found: () => FoundNow): Plugin => ({
  name: 'says-why-not',
  configureServer({ middlewares }) {
    const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (wantsPage(request)) sayInstead(response, found);
      next();
    };
    return () => void middlewares.stack.unshift({ route: '', handle });
  },
});
