import { html, raw } from 'hono/html';
import type { Known } from './forms/site-facts.ts';

/** Where the editor is, and its script on the writer’s own machine. */
export const EDITOR = '/keystatic';
export const SCRIPT = '/editor/editor.js';

/** What the editor’s script is given by its page. */
export interface Given {
  readonly known: Known;
  /** On the live site: where the site is kept, and where a change goes. */
  readonly hosted?: {
    readonly repository: string;
    readonly goesTo: 'branch' | 'main';
  };
}

/** Places beyond its own that the editor may ask. */
interface Beyond {
  readonly connect: readonly string[];
  readonly images: readonly string[];
}

/** The editor asks for nothing but its own and what is named here, whatever its package would like. */
export const editorPolicy = ({ connect, images }: Beyond = { connect: [], images: [] }): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...images].join(' '),
    "font-src 'self' data:",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const LOCAL_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': editorPolicy(),
};

/** The editor ends where the foot of the window begins (browser/foot.ts), and so do its dialogs and what holds them. */
const ABOVE_FOOT = `
  body, #editor, #editor > div, #editor > div > div, #keystatic-main-panel {
    height: calc(100vh - var(--foot, 0px)) !important;
    min-height: 0 !important;
  }
  [role='dialog'], [role='alertdialog'],
  :has(> [role='dialog'], > [role='alertdialog']),
  :has(> * > [role='dialog'], > * > [role='alertdialog']) {
    max-height: calc(100vh - var(--foot, 0px)) !important;
  }
`;

/** A menu that is open is as high as the window, so it is above the foot. */
const MENU_ABOVE_FOOT = `
  body:has([role='menu'], [role='listbox']) #foot { z-index: 0 !important }
`;

/** Shows what is written inside the tag of a component over words (forms/views.ts). */
const STYLE = `
  mark { background: var(--kui-color-background-pending); color: inherit; border-radius: 0.2rem }
  mark::before { content: open-quote; font-style: italic }
  mark::after { content: close-quote; font-style: italic }
`;

/** The page the editor runs in: `given` to its script, which is at `script`. */
export function editorPage(
  given: Given,
  script: string,
  headers: Readonly<Record<string, string>> = LOCAL_HEADERS,
): Response {
  const data = JSON.stringify(given).replaceAll('<', '\\u003c');
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Edit the site</title>
        <style>${raw(ABOVE_FOOT + MENU_ABOVE_FOOT + STYLE)}</style>
        <link rel="icon" href="/favicon.svg" />
      </head>
      <body>
        <div id="editor"></div>
        <script type="application/json" id="given">${raw(data)}</script>
        <script defer src="${script}"></script>
      </body>
    </html>`;
  return new Response(String(page), { headers });
}
