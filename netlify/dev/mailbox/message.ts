import * as z from 'zod';
import { EmailSchema } from './email.ts';

/** The delivery reports Resend sends (https://resend.com/docs/webhooks/event-types), without tracking. */
export const EVENT_TYPES = [
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
  'email.failed',
  'email.suppressed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** One thing that happened to a message. `id` is its `svix-id`; `created_at` is ISO 8601 in UTC. */
export const EventSchema = z.strictObject({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  created_at: z.iso.datetime(),
});
export type MailEvent = z.output<typeof EventSchema>;

/** A message the mailbox took. `fingerprint` is the SHA-256 of the request's bytes, for idempotency. */
export const MessageSchema = z.strictObject({
  id: z.uuid(),
  message_id: z.string(),
  created_at: z.iso.datetime(),
  idempotency_key: z.string().nullable(),
  fingerprint: z.string(),
  email: EmailSchema,
  events: z.array(EventSchema),
});
export type Message = z.output<typeof MessageSchema>;

/** The latest report in Resend's words: `delivered`, `bounced`, …; `queued` before any. */
export function lastEvent(message: Message): string {
  return message.events.at(-1)?.type.slice('email.'.length) ?? 'queued';
}

/** A message as `GET /emails` lists it: Resend's fields, and the idempotency key. */
export function listed(message: Message) {
  const { email } = message;
  return {
    id: message.id,
    message_id: message.message_id,
    created_at: message.created_at,
    from: email.from,
    to: email.to,
    cc: email.cc ?? null,
    bcc: email.bcc ?? null,
    reply_to: email.reply_to ?? null,
    subject: email.subject,
    last_event: lastEvent(message),
    scheduled_at: null,
    idempotency_key: message.idempotency_key,
  };
}

/** A message as `GET /emails/{id}` gives it: Resend's fields, and all that was sent with them. */
export function whole(message: Message) {
  const { email } = message;
  return {
    object: 'email',
    ...listed(message),
    html: email.html ?? null,
    text: email.text ?? null,
    headers: email.headers ?? {},
    tags: email.tags ?? [],
    attachments: (email.attachments ?? []).map((attachment) => ({
      ...attachment,
      size: Buffer.byteLength(attachment.content, 'base64'),
    })),
    events: message.events,
  };
}
