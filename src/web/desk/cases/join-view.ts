import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import type { Html } from '../../views/form-view.ts';
import { aboutCase, doOrNot } from './actions-view.ts';
import { personOf } from './cases-view.ts';

/** Whose case is meant. */
export interface WhoseCase {
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
}

/** A case as the link to it: who it is from, then its reference. */
export const caseLink = ({ reference, name, organisation }: WhoseCase): Html =>
  html`<a href="${deskCasePath(reference)}">${personOf({ name, organisation })}</a> <span class="case-ref"><span class="visually-hidden">Reference </span>${reference}</span>`;

/** What joining two cases means, and the button that does it. */
export const joinView = (one: WhoseCase, other: WhoseCase): Html => html`
${aboutCase(one.reference)}
<p class="lede">You are about to say that these cases are one person’s:</p>
<ul class="case-will"><li>${caseLink(one)}</li><li>${caseLink(other)}</li></ul>
<ul class="case-will">
  <li>Each then shows what happened in the other, for staff alone.</li>
  <li>Nothing changes for the person: each case keeps its own link, and is answered, exported and erased by itself.</li>
  <li>Cases that either is joined with already are joined with both. You can take them apart again.</li>
</ul>
<form method="post">
  ${doOrNot(one.reference, 'Join these cases')}
</form>`;

/** What taking a case apart from others means, and the button that does it. */
export const unjoinView = (one: WhoseCase, joined: readonly WhoseCase[]): Html => html`
${aboutCase(one.reference)}
<p class="lede">You are about to take ${caseLink(one)} apart from:</p>
<ul class="case-will">${joined.map((other) => html`<li>${caseLink(other)}</li>`)}</ul>
<ul class="case-will">
  <li>It no longer shows what happened in them, nor they what happened in it.</li>
  ${joined.length > 1 ? html`<li>The others stay joined with one another.</li>` : ''}
  <li>Nothing changes for the person, and nothing is sent.</li>
</ul>
<form method="post">
  ${doOrNot(one.reference, 'Take it apart')}
</form>`;
