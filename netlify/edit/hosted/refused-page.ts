import { html } from 'hono/html';
import { editorHeaders } from './headers.ts';

/** What someone reads whom GitHub does not let write to `repository`. */
export function refusedPage(repository: string): Response {
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>You cannot edit this site yet</title>
        <link rel="icon" href="/favicon.svg" />
        <style>body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif }</style>
      </head>
      <body>
        <main>
          <h1>You cannot edit this site yet</h1>
          <p>
            GitHub knows you, and does not let your account change ${repository}. Nothing was opened, and you are not
            signed in here.
          </p>
          <p>
            Ask the person who looks after the site to give your GitHub account write access. If you have another
            account, <a href="https://github.com/logout">sign out of GitHub</a> first.
          </p>
          <p><a href="/edit/">Try again</a> or <a href="/">read the site</a>.</p>
        </main>
      </body>
    </html>`;
  return new Response(String(page), { status: 403, headers: editorHeaders() });
}
