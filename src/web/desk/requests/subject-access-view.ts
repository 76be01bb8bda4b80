import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import type {
  SubjectAccessEntry,
  SubjectAccessLine,
  SubjectAccessPart,
} from '#domain/desk/subject-access-words.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { particulars } from '#domain/identity/statements.ts';
import type { Identity } from '#domain/settings/identity.ts';
import type { Line } from '#domain/settings/line.ts';
import { keptFor, type Retention } from '#domain/settings/retention.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Html } from '../../views/form-view.ts';

/** What a page of everything in a case says; `now` is the instant it is, in milliseconds. */
interface SubjectAccessView {
  reference: string;
  parts: readonly SubjectAccessPart[];
  identity: Identity;
  line: Line;
  /** The host of the site, as a paper names it. */
  host: string;
  retention: Retention;
  /** It is on hold, or a complaint that is open: it is kept for longer. */
  stays: boolean;
  now: number;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

const thing = (values: SubjectAccessEntry): Html =>
  html`<dl class="answers subject-access-entry">${values.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${lines(value)}</dd></div>`,
  )}</dl>`;

const line = ({ when, what, more }: SubjectAccessLine): Html =>
  html`<li><p><span class="when">${when}</span> ${what}.</p>${
    more.length > 0
      ? html`<dl class="subject-access-more">${more.map(([label, value]) => html`<div><dt>${label}:</dt> <dd>${lines(value)}</dd></div>`)}</dl>`
      : ''
  }</li>`;

const part = ({ heading, things, lines: all }: SubjectAccessPart): Html =>
  html`<section class="subject-access-part"><h2>${heading}</h2>${things.map(thing)}${
    all.length > 0 ? html`<ul class="subject-access-lines">${all.map(line)}</ul>` : ''
  }</section>`;

/** Who the paper is from, at its head; on the screen the page’s own masthead says where staff are. */
export const subjectAccessHead = ({ name }: Identity): Html =>
  html`<p class="subject-access-head">${name}</p>`;

/** Who the paper is from and how to reach them, and who runs the service, as the law asks of every paper. */
function foot({ identity, line: { phone, hours }, host }: SubjectAccessView): Html {
  const said = particulars(identity);
  return html`<footer class="subject-access-foot"><p>${identity.name} · ${phone} · ${hoursInWords(hours)} · ${host}</p>${said ? html`<p class="particulars">${said}</p>` : ''}</footer>`;
}

/** Everything we hold in one case, said to its person. Printed, it stands by itself; the way to print it does not. */
export function subjectAccessView(page: SubjectAccessView): Html {
  const { reference, parts, identity, retention, stays, now } = page;
  const kept = keptFor(retention, 'enquiries');
  return html`
<div class="off-paper">
  <p class="case-line">About case <a href="${deskCasePath(reference)}">${reference}</a></p>
  <p class="lede">Print this page, or print it to a file and send that. Read it first: a note may say something about someone else.</p>
  <p>It holds one case alone. <a href="/desk/data-requests/">Look whether there is more</a>, and add what is in your own mailboxes. Make sure who asks before you send it.</p>
</div>
<div class="subject-access-paper">
<p>This is everything that the website of ${identity.name} holds under reference <b class="case-ref">${reference}</b>, on ${instantInWords(now, 0)}. “We” are our staff, who are not named in it. Times are UK time. It leaves out only the copies of these words that our search makes, codes that computers use, and our audit, which says which of our staff looked at this or changed it, and when.</p>
<p>We keep it ${stays ? `while it is on hold or your complaint is open, and after that for ${kept} from when` : `for ${kept} after`} we were last in touch. You can ask us to correct or erase it. You can also complain to us, and then to the ICO (ico.org.uk).</p>
${parts.map(part)}
${foot(page)}
</div>`;
}
