import { html, raw } from 'hono/html';
import type { Known } from './forms/site-facts.ts';

/** Where the editor is, its script, and the scripts of pages it previews. */
export const EDITOR = '/keystatic';
export const SCRIPT = '/editor/editor.js';

/** The editor asks for nothing beyond this machine, whatever its package would like. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Shows what is written inside the tag of a component over words (forms/views.ts). */
const STYLE = `
  mark { background: #f3e9ff; color: inherit; border-radius: 0.2rem }
  mark::before { content: open-quote; font-style: italic }
  mark::after { content: close-quote; font-style: italic }
`;

/** The page the editor runs in. */
export function editorPage(known: Known): Response {
  const given = JSON.stringify(known).replaceAll('<', '\\u003c');
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Edit the site</title>
        <style>${raw(STYLE)}</style>
        <link rel="icon" href="/favicon.svg" />
      </head>
      <body>
        <div id="editor"></div>
        <script type="application/json" id="known">${raw(given)}</script>
        <script defer src="${SCRIPT}"></script>
      </body>
    </html>`;
  return new Response(String(page), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  });
}
