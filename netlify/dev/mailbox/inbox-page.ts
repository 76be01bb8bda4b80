import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import type { Context } from './context.ts';
import { lastEvent, type Message } from './message.ts';
import { type Markup, page, when } from './page.ts';
import type { Reply } from './reply.ts';

/** `GET /`: every message, newest first. */
export function inboxPage({ mailbox }: Context): Promise<Reply> {
  const messages = mailbox.store.all().toReversed();
  const count = counted(messages.length, 'message');
  return page(
    'Inbox',
    html`<h1>Inbox</h1>
      <div class="bar">
        <p>${count}</p>
        <a href="/">Look again</a>
        ${messages.length > 0 ? clearForm() : ''}
      </div>
      ${messages.length > 0 ? list(messages) : empty()}`,
  );
}

function clearForm(): Markup {
  return html`<form method="post" action="/inbox/clear">
    <button>Delete all messages</button>
  </form>`;
}

function empty(): Markup {
  return html`<p class="empty">No mail yet. Whatever the site sends will be listed here.</p>`;
}

function list(messages: readonly Message[]): Markup {
  return html`<ol class="messages" reversed>${messages.map(item)}</ol>`;
}

function item(message: Message): Markup {
  const { email } = message;
  const files = email.attachments?.length ?? 0;
  return html`<li>
    <a href="/inbox/${message.id}">${email.subject}</a>
    <p>To ${email.to.join(', ')}</p>
    <p class="facts">
      ${when(message.created_at)}
      <span class="event ${lastEvent(message)}">${lastEvent(message)}</span>
      ${files > 0 ? html`<span>${files} attached</span>` : ''}
    </p>
  </li>`;
}
