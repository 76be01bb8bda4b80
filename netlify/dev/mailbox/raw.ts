import MailComposer from 'nodemailer/lib/mail-composer';
import { readAddress } from './address.ts';
import type { Attachment } from './email.ts';
import type { Message } from './message.ts';

/**
 * The message as it would travel (RFC 5322, RFC 2045): text and HTML as alternatives, attachments
 * under their own content type, CRLF throughout, no Bcc. The same message gives the same bytes.
 */
export function rawMessage(message: Message): Promise<Buffer> {
  const { email } = message;
  const composer = new MailComposer({
    from: parsed(email.from),
    to: email.to.map(parsed),
    cc: (email.cc ?? []).map(parsed),
    replyTo: (email.reply_to ?? []).map(parsed),
    subject: email.subject,
    messageId: message.message_id,
    date: new Date(message.created_at),
    headers: email.headers,
    text: email.text || undefined,
    html: email.html || undefined,
    attachments: (email.attachments ?? []).map(toAttachment),
    baseBoundary: message.id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function parsed(text: string) {
  return readAddress(text) ?? { name: '', address: text };
}

function toAttachment({ filename, content, content_type }: Attachment) {
  return { filename, content: Buffer.from(content, 'base64'), contentType: content_type };
}
