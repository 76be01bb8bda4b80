import { html } from 'hono/html';
import type { Attachment } from './email.ts';
import type { Message } from './message.ts';
import { type Markup, page, when } from './page.ts';
import { ofMessage } from './read.ts';

/** `GET /inbox/{id}`: one message, as sent and as read. */
export const messagePage = ofMessage((message) => {
  const { email } = message;
  return page(
    email.subject,
    html`<h1>${email.subject}</h1>
      ${headings(message)}
      ${email.html ? htmlBody(message) : ''}
      ${email.text ? textBody(email.text) : ''}
      ${(email.attachments ?? []).length > 0 ? attachments(message) : ''}
      ${history(message)}`,
  );
});

function headings(message: Message): Markup {
  const { email } = message;
  const rows: [string, unknown][] = [
    ['From', email.from],
    ['To', email.to.join(', ')],
    ['Cc', email.cc?.join(', ')],
    ['Bcc', email.bcc?.join(', ')],
    ['Reply to', email.reply_to?.join(', ')],
    ['Sent', when(message.created_at)],
    ...Object.entries(email.headers ?? {}),
    ['Tags', email.tags?.map(({ name, value }) => `${name}=${value}`).join(', ')],
    ['Idempotency key', message.idempotency_key],
    ['As it travels', html`<a href="/emails/${message.id}/raw">Raw message (.eml)</a>`],
  ];
  const told = rows.filter(([, value]) => Boolean(value));
  return html`<dl>${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function htmlBody({ id }: Message): Markup {
  const source = `/emails/${id}/html`;
  return html`<section aria-labelledby="html">
    <h2 id="html">HTML</h2>
    <p><a href="${source}">Open the HTML on its own</a> (links work there)</p>
    <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${source}" title="The HTML of this message"></iframe>
  </section>`;
}

function textBody(text: string): Markup {
  return html`<section aria-labelledby="text">
    <h2 id="text">Plain text</h2>
    <pre>${linked(text)}</pre>
  </section>`;
}

/** The text with its addresses made links; a full stop or bracket after one is not part of it. */
function linked(text: string): unknown[] {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/);
  return parts.map((part, index) => (index % 2 ? html`<a href="${part}">${part}</a>` : part));
}

function attachments({ id, email }: Message): Markup {
  return html`<section aria-labelledby="attached">
    <h2 id="attached">Attached</h2>
    <ul>${(email.attachments ?? []).map((file, index) => attached(file, `/emails/${id}/attachments/${index}`))}</ul>
  </section>`;
}

function attached({ filename, content, content_type = '' }: Attachment, href: string): Markup {
  const bytes = Buffer.from(content, 'base64');
  const readable = content_type.startsWith('text/');
  return html`<li>
    <a href="${href}" download="${filename}">${filename}</a>
    <span>${content_type} · ${bytes.length.toLocaleString('en-GB')} bytes</span>
    ${readable ? html`<details><summary>Read ${filename}</summary><pre>${bytes.toString()}</pre></details>` : ''}
  </li>`;
}

function history({ events }: Message): Markup {
  if (events.length === 0) return html``;
  return html`<section aria-labelledby="history">
    <h2 id="history">What happened</h2>
    <ol>${events.map((event) => html`<li>${event.type} ${when(event.created_at)}</li>`)}</ol>
  </section>`;
}
