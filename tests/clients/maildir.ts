import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../netlify/dev/mailbox/message.ts';
import { rawMessage } from '../../netlify/dev/mailbox/raw.ts';

/** A message as a mail program gets it: with the headers the last hop adds, which say who it was for. */
export async function delivered(message: Message): Promise<Buffer> {
  const [to = ''] = message.email.to;
  const hop = `Return-Path: <bounces@example.org>\r\nDelivered-To: ${to}\r\n`;
  return Buffer.concat([Buffer.from(hop), await rawMessage(message)]);
}

/** A message whose calendar says something else: what a test must see fail. */
export function withCalendar(message: Message, change: (text: string) => string): Message {
  const changed = structuredClone(message);
  for (const attachment of changed.email.attachments ?? []) {
    const text = change(Buffer.from(attachment.content, 'base64').toString('utf8'));
    attachment.content = Buffer.from(text, 'utf8').toString('base64');
  }
  return changed;
}

/** Writes messages as a Maildir at `folder`, oldest first. */
export async function writeMaildir(
  folder: string,
  messages: readonly Message[],
  change: (raw: string) => string = (raw) => raw,
): Promise<void> {
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, part), { recursive: true });
  for (const [index, message] of messages.entries()) {
    const raw = change((await delivered(message)).toString('utf8'));
    writeFileSync(join(folder, 'new', `${1_764_000_000 + index}.${message.id}.example`), raw);
  }
}
