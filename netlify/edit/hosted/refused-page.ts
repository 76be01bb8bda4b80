import { html } from 'hono/html';
import { editorHeaders } from './headers.ts';

type Html = ReturnType<typeof html>;

function plainPage(title: string, words: Html, status: number): Response {
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" />
        <style>body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif }</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${words}
        </main>
      </body>
    </html>`;
  return new Response(String(page), { status, headers: editorHeaders() });
}

/** What someone reads whom GitHub does not let write to `repository`. */
export const refusedPage = (repository: string): Response =>
  plainPage(
    'You cannot edit this site yet',
    html`<p>
            GitHub knows you, and does not let your account change ${repository}. Nothing was opened, and you are not
            signed in here.
          </p>
          <p>
            Ask the person who looks after the site to give your GitHub account write access. If you have another
            account, <a href="https://github.com/logout">sign out of GitHub</a> first.
          </p>
          <p><a href="/edit/">Try again</a> or <a href="/">read the site</a>.</p>`,
    403,
  );

/** What someone reads who comes back from GitHub in a browser that did not set out to sign in, or did so long ago. */
export const notBegunHere = (): Response =>
  plainPage(
    'Sign in again',
    html`<p>
            This browser did not begin that sign-in, or began it more than ten minutes ago. Nothing was opened, and you
            are not signed in here.
          </p>
          <p><a href="/edit/">Sign in from here</a> or <a href="/">read the site</a>.</p>`,
    400,
  );
