import { html } from 'hono/html';
import { STATUS_WORDS } from '#domain/cases/case-status.ts';
import { deskCasePath, joinPath } from '#domain/desk/paths.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { CaseBeside, CasesBeside } from '#services/desk/read-case.ts';
import type { Html } from '../../views/form-view.ts';
import { caseLink } from './case-link-view.ts';

/** What two cases share, as a sentence; nothing where that is neither an address nor a number. */
function shares({ sameEmail, samePhone }: CaseBeside): string {
  if (sameEmail && samePhone) return 'The same email address and number. ';
  if (sameEmail) return 'The same email address. ';
  return samePhone ? 'The same number. ' : '';
}

const entry = (one: CaseBeside, now: number, way: Html | string): Html => html`
<li><p>${caseLink(one)}</p>
<p class="hint">${shares(one)}${STATUS_WORDS[one.status]}. In touch ${instantInWords(one.lastContactAt, now)}. ${way}</p></li>`;

const joinLink = (reference: string, one: CaseBeside): Html =>
  html`<a href="${joinPath(reference, one.reference)}">Join<span class="visually-hidden"> with case ${one.reference}</span></a>`;

/** Other cases about the same matter, or that may be: those that are joined with this one, then those that could be. */
export function besideSection(
  reference: string,
  { joined, others }: CasesBeside,
  now: number,
): Html {
  if (joined.length + others.length === 0) return html``;
  return html`<section aria-labelledby="beside"><h2 id="beside">Other cases</h2>
${
  joined.length > 0
    ? html`<p>Joined with this one: they are about the same matter. <a href="${deskCasePath(reference)}unjoin/">Separate this case from them</a></p>
<ul class="case-beside">${joined.map((one) => entry(one, now, ''))}</ul>`
    : ''
}
${
  others.length > 0
    ? html`<p>They may be about the same matter: the same person’s, or a colleague’s.</p>
<ul class="case-beside">${others.map((one) => entry(one, now, joinLink(reference, one)))}</ul>`
    : ''
}</section>`;
}
