import { html } from 'hono/html';
import type { HeldPart, HeldThing } from '#domain/desk/held-words.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { particulars } from '#domain/identity/statements.ts';
import type { Identity } from '#domain/settings/identity.ts';
import { keptFor, type Retention } from '#domain/settings/retention.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Html } from '../../views/form-view.ts';

/** What a page of everything in a case says; `now` is the instant it is, in milliseconds. */
interface HeldPage {
  reference: string;
  parts: readonly HeldPart[];
  identity: Identity;
  retention: Retention;
  /** It is on hold, or a complaint that is open: it is kept for longer. */
  stays: boolean;
  now: number;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

const thing = (values: HeldThing): Html =>
  html`<dl class="answers held-thing">${values.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${lines(value)}</dd></div>`,
  )}</dl>`;

/** Who runs the service, as the law asks of every paper. */
function foot(identity: Identity): Html {
  const said = particulars(identity);
  return said ? html`<p class="particulars">${said}</p>` : html``;
}

/** Everything we hold in one case, said to its person. Printed, it stands by itself; the way to print it does not. */
export const heldView = ({
  reference,
  parts,
  identity,
  retention,
  stays,
  now,
}: HeldPage): Html => html`
<div class="off-paper">
  <p class="case-line">About case <a href="${deskCasePath(reference)}">${reference}</a></p>
  <p class="lede">Print this page, or print it to a file and send that. Read it first: a note may say something about someone else.</p>
  <p>It holds one case alone. <a href="/desk/data-requests/">Look whether there is more</a>, and add what is in your own mailboxes. Make sure who asks before you send it.</p>
</div>
<p>This is everything that the website of ${identity.name} holds under reference <b class="case-ref">${reference}</b>, as of ${instantInWords(now, 0)}. Times are UK time. Left out are the words that search makes from what is here, and numbers that only machines use.</p>
<p>We keep it ${stays ? 'while it is on hold or your complaint is open, and else ' : ''}until ${keptFor(retention, 'enquiries')} after we were last in touch. You may ask us to correct or erase it, and complain to us, and then to the ICO (ico.org.uk).</p>
${parts.map(
  ({ heading, things }) =>
    html`<section class="held-part"><h2>${heading}</h2>${things.map(thing)}</section>`,
)}
${foot(identity)}`;
