import { html } from 'hono/html';

/** A page or a state, and the pictures taken of it. */
export interface Shown {
  state: string;
  files: readonly string[];
}

const STYLE = `body{font:16px/1.4 sans-serif;margin:2rem;color-scheme:light dark}
.shown{display:flex;gap:1rem;align-items:start;overflow-x:auto}
img{block-size:24rem;inline-size:auto;border:1px solid gray}`;

const picture = (file: string) =>
  html`<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`;

/** Every picture on one page, small; each leads to itself in full. */
export const contactSheet = (
  walks: readonly { walk: string; states: readonly Shown[] }[],
): string =>
  String(html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Contact sheet</title><style>${STYLE}</style></head>
<body><h1>Contact sheet</h1>${walks.map(
    ({ walk, states }) =>
      html`<h2>${walk}</h2>${states.map(
        ({ state, files }) => html`<h3>${state}</h3><div class="shown">${files.map(picture)}</div>`,
      )}`,
  )}</body></html>`);
