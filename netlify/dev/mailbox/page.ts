import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { Answer } from './reply.ts';

const STYLES = readFileSync(new URL('./inbox.css', import.meta.url), 'utf8');
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Markup with every interpolated value escaped. */
export type Markup = ReturnType<typeof html>;

/** A page of the mailbox, without script. */
export async function page(title: string, body: Markup): Promise<Answer> {
  const markup = await html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Local mailbox</title>
    <link rel="stylesheet" href="/inbox.css">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <header><a href="/">Local mailbox</a> <span>Nothing here has left this machine.</span></header>
    <main>${body}</main>
  </body>
</html>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: String(markup),
  };
}

/** `GET /inbox.css`. */
export function stylesheet(): Answer {
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: STYLES };
}

/** An instant for people, on a UK clock: `4 Nov 2026, 09:30:12`. */
export function when(instant: string): Markup {
  const words = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/London',
  }).format(new Date(instant));
  return html`<time datetime="${instant}">${words}</time>`;
}
