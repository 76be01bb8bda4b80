import { html } from 'hono/html';
import { lineInWords } from '#emails/blocks.ts';
import type { EmailBlock, EmailWords } from '#emails/email-words.ts';
import type { Html } from '../../views/form-view.ts';

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** Addresses in mail to an enquirer open their case: anyone who previews it sees where links are, not where they lead. */
const link = (label: string): Html => html`<span class="as-link">${label}</span>`;

const SHOWN: {
  [Kind in EmailBlock['kind']]: (block: Extract<EmailBlock, { kind: Kind }>) => Html;
} = {
  paragraph: ({ text }) => html`<p>${text}</p>`,
  lead: ({ text }) => html`<p>${text}</p>`,
  heading: ({ text }) => html`<h3>${text}</h3>`,
  line: (line) => html`<p>${lineInWords(line)}</p>`,
  reference: ({ text }) => html`<p><b>${text}</b></p>`,
  answers: ({ rows }) =>
    html`<dl class="answers">${rows.map(([label, answer]) => html`<div><dt>${label}</dt><dd>${lines(answer)}</dd></div>`)}</dl>`,
  link: ({ label }) => html`<p>${link(label)}</p>`,
  choices: ({ links }) => listed(links),
  links: ({ links }) => listed(links),
};

const listed = (links: readonly { label: string }[]): Html =>
  html`<ul>${links.map(({ label }) => html`<li>${link(label)}</li>`)}</ul>`;

const shown = <Kind extends EmailBlock['kind']>(block: Extract<EmailBlock, { kind: Kind }>) =>
  (SHOWN[block.kind] as (block: EmailBlock) => Html)(block);

/** An email as it will be sent, word for word, without the addresses its links lead to; `id` is its heading's. */
export const emailPreview = (
  words: EmailWords,
  to: string,
  siteName: string,
  id = 'the-email',
): Html => html`
<section class="email-preview" aria-labelledby="${id}">
  <h2 id="${id}">The email</h2>
  <dl><div><dt>To</dt><dd>${to}</dd></div><div><dt>Subject</dt><dd>${words.subject}</dd></div></dl>
  <div class="email-body"><p class="email-name">${siteName}</p>${words.letter ? html`<p>${words.letter.greeting}</p>` : ''}${words.blocks.map(shown)}${words.letter ? html`<p>${siteName}<br>${words.letter.phone}</p>` : ''}</div>
</section>`;
