import type { CreateEmailOptions } from 'resend';
import type { Transaction } from '#data/client.ts';
import { insertMessage } from '#data/message-repository.ts';
import type { MailAudience, MailKindTo } from '#domain/cases/mail-kinds.ts';
import { particulars } from '#domain/identity/statements.ts';
import type { InviteAttachment } from '#domain/invite/attachment.ts';
import type { Invitation } from '#domain/invite/invitation.ts';
import { mailHeaders, replyAddress } from '#domain/mail-headers.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import type { EmailWords } from '#emails/email-words.ts';
import type { App } from '../app.ts';
import { withClosedDays } from './line-closures.ts';

/** An invitation as it travels, and what it must say when it is looked at again before it is sent. */
export interface OwedInvite {
  invitation: Invitation;
  attachment: InviteAttachment;
}

/** A message to be enqueued: what it says, to whom, and which case and call it belongs to, if any. */
export type OwedMessage = OwedTo<'enquirer'> | OwedTo<'staff'>;

interface OwedTo<Audience extends MailAudience> {
  kind: MailKindTo<Audience>;
  audience: Audience;
  to: string | readonly string[];
  /** Who a reply goes to; an enquirer without an address gets none. */
  replyTo?: { name: string; email?: string | undefined } | undefined;
  words: EmailWords;
  caseId?: string | undefined;
  /** The id of the case it is about, where the message must outlive that case. */
  conversation?: string;
  bookingId?: string;
  invite?: OwedInvite | undefined;
}

/** A subject has one line, whatever it was made from. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

async function render(
  app: App,
  tx: Transaction,
  message: OwedMessage,
): Promise<CreateEmailOptions> {
  const { identity } = app.site.settings;
  const foot = particulars(identity);
  const { replyTo } = message;
  const words = await withClosedDays(app, message.words, tx);
  return {
    from: app.environment.MAIL_FROM,
    to: [message.to].flat() as string[],
    subject: oneLine(words.subject),
    text: emailText(words, identity.name, foot),
    html: await emailHtml(words, identity.name, foot),
    headers: mailHeaders(message.conversation ?? message.caseId, app.environment.URL),
    ...(replyTo?.email && { replyTo: replyAddress(replyTo.email, replyTo.name) }),
    ...(message.invite && { attachments: [message.invite.attachment] }),
  };
}

/**
 * Writes a message into the outbox as part of `tx`, rendered now and never again, and due at once even
 * when the act it tells of bears a later moment, because the clock went back.
 * Returns its id, which is also the idempotency key of every attempt to send it.
 */
export async function enqueueMessage(
  app: App,
  tx: Transaction,
  message: OwedMessage,
): Promise<string> {
  const id = app.uuid();
  await insertMessage(tx, {
    id,
    caseId: message.caseId ?? null,
    bookingId: message.bookingId ?? null,
    kind: message.kind,
    audience: message.audience,
    payload: await render(app, tx, message),
    invite: message.invite?.invitation ?? null,
    createdAt: app.now(),
    nextAttemptAt: app.running?.() ?? app.now(),
  });
  return id;
}
