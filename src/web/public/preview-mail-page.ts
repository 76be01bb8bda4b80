import { html } from 'hono/html';
import { readUnsent, type Unsent } from '#services/previews/unsent-mail.ts';
import { page } from '../http/page-shell.ts';
import type { WebContext } from '../http/web-app.ts';
import type { Html } from '../views/form-view.ts';

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

/** A line with its addresses as links. */
const lineView = (line: string): Html =>
  html`${line
    .split(ADDRESS)
    .map((part) => (ADDRESS.test(part) ? html`<a href="${part}">${part}</a>` : part))}<br>`;

/** A text in its paragraphs and lines. */
const textView = (text: string): Html =>
  html`${text.split('\n\n').map((part) => html`<p>${part.split('\n').map(lineView)}</p>`)}`;

const mailView = ({ mail: { to, subject, text } }: Unsent): Html => html`<article>
  <h2>${subject}</h2>
  <p>To ${[to].flat().join(', ')}</p>
  ${textView(text ?? '')}
</article>`;

/** `/preview-mail/`: what a preview would have sent, the newest first. Nowhere else is there such a page. */
export async function showPreviewMail(c: WebContext): Promise<Response> {
  const { app } = c.var;
  if (app.place !== 'preview') return c.notFound();
  const unsent = await readUnsent(app);
  const heading = 'The mail of this preview';
  const live =
    unsent.length === 0
      ? html`<p>Nothing has been written yet.</p>`
      : html`<p>A preview sends no mail. This is what it would have sent, the newest first.</p>${unsent.map(mailView)}`;
  return page(app.site, 'message-page', { title: heading, heading, live });
}
