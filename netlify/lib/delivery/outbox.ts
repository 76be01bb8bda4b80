import type { CreateEmailOptions } from 'resend';
import type { EmailWords } from '#domain/emails/words.ts';
import { emailHtml, emailText } from '#views/email.ts';
import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';

/** A message to be owed: what it says, to whom, and which case it belongs to, if any. */
export interface OwedMessage {
  kind: string;
  audience: 'enquirer' | 'staff';
  to: string | readonly string[];
  replyTo?: string;
  words: EmailWords;
  caseId?: string;
}

/** A subject has one line, whatever it was made from. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

async function render(app: App, message: OwedMessage): Promise<CreateEmailOptions> {
  const name = app.site.settings.identity.name;
  return {
    from: app.environment.MAIL_FROM,
    to: [message.to].flat() as string[],
    subject: oneLine(message.words.subject),
    text: emailText(message.words, name),
    html: await emailHtml(message.words, name),
    ...(message.replyTo && { replyTo: message.replyTo }),
  };
}

/**
 * Writes a message into the outbox as part of `tx`, rendered now and never again.
 * Returns its id, which is also the idempotency key of every attempt to send it.
 */
export async function owe(app: App, tx: Transaction, message: OwedMessage): Promise<string> {
  const id = app.uuid();
  await tx.query(
    `INSERT INTO messages (id, case_id, kind, audience, payload, created_at, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [
      id,
      message.caseId ?? null,
      message.kind,
      message.audience,
      JSON.stringify(await render(app, message)),
      app.now(),
    ],
  );
  return id;
}
