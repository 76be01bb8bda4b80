import { html } from 'hono/html';
import type { Html } from '../../views/form-view.ts';

/** What to say to a post that came after its session ended: nothing was done, and here is what was typed. */
export const signedOutView = (
  typed: readonly (readonly [name: string, value: string])[],
): Html => html`
<p class="lede">Nothing was saved: you were signed out before this was sent. Sign in again, then send it again.</p>
<p class="actions"><a class="button" href="/desk/sign-in/">Sign in</a></p>
${
  typed.length > 0
    ? html`<h2>What you had written</h2>
<p>Copy what you still need before you leave this page.</p>
<dl class="answers">${typed.map(([name, value]) => html`<div><dt>${name}</dt><dd class="as-typed">${value}</dd></div>`)}</dl>`
    : ''
}`;
