import { html } from 'hono/html';
import type { Html } from '../../views/form-view.ts';
import { doOrNot } from './actions-view.ts';
import { caseLink, type WhoseCase } from './case-link-view.ts';

/** What joining two cases means, and the button that does it. */
export const joinView = (one: WhoseCase, other: WhoseCase): Html => html`
<p class="lede">You are about to say that these cases are about the same matter: one person’s, or those of colleagues.</p>
<ul class="case-will"><li>${caseLink(one)}</li><li>${caseLink(other)}</li></ul>
<ul class="case-will">
  <li>Each then shows what happened in the other, for staff alone.</li>
  <li>Nothing changes for the people: each case keeps its own link, and is answered, exported and erased by itself.</li>
  <li>If either is joined with other cases already, all of them are joined. You can separate them again.</li>
</ul>
<form method="post">
  ${doOrNot(one.reference, 'Join these cases')}
</form>`;

/** What taking a case apart from others means, and the button that does it. */
export const unjoinView = (one: WhoseCase, joined: readonly WhoseCase[]): Html => html`
<p class="lede">You are about to separate ${caseLink(one)} from:</p>
<ul class="case-will">${joined.map((other) => html`<li>${caseLink(other)}</li>`)}</ul>
<ul class="case-will">
  <li>It no longer shows what happened in them, nor they what happened in it.</li>
  ${joined.length > 1 ? html`<li>The others stay joined with one another.</li>` : ''}
  <li>Nothing changes for the people, and nothing is sent.</li>
</ul>
<form method="post">
  ${doOrNot(one.reference, 'Separate it')}
</form>`;
