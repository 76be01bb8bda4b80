import { html } from 'hono/html';

const STYLE = `body{font:16px/1.4 sans-serif;margin:2rem;color-scheme:light dark}
div{display:flex;gap:1rem;align-items:start;overflow-x:auto}
img{block-size:24rem;inline-size:auto;border:1px solid gray}`;

/** The page or state a picture is of: "home" of "home-390-dark.jpg". */
const stateOf = (file: string) => file.replace(/-\d+-(light|dark)\.jpg$/, '');

const picture = (file: string) =>
  html`<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`;

/** Pictures by file name on one page, small, those of a state side by side; each leads to itself in full. */
export const contactSheet = (files: readonly string[]): string =>
  String(html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Contact sheet</title><style>${STYLE}</style></head>
<body><h1>Contact sheet</h1>${[...Map.groupBy(files, stateOf)].map(
    ([state, shown]) => html`<h2>${state}</h2><div>${shown.map(picture)}</div>`,
  )}</body></html>`);
