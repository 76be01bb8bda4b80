import type {
  EmailBouncedEvent,
  EmailDeliveredEvent,
  EmailFailedEvent,
  EmailSuppressedEvent,
} from 'resend';
import type { EventType, MailEvent, Message } from './message.ts';

type Base = EmailDeliveredEvent['data'];

/** What some reports say beyond the message, in the SDK's own types. */
const DETAILS: { [Type in EventType]?: object } = {
  'email.bounced': {
    bounce: {
      type: 'Permanent',
      subType: 'General',
      message: "The recipient's email provider sent a hard bounce message.",
    },
  } satisfies Omit<EmailBouncedEvent['data'], keyof Base>,
  'email.failed': { failed: { reason: 'reached_daily_quota' } } satisfies Omit<
    EmailFailedEvent['data'],
    keyof Base
  >,
  'email.suppressed': {
    suppressed: {
      type: 'OnAccountSuppressionList',
      message: 'The recipient is on the account’s suppression list.',
    },
  } satisfies Omit<EmailSuppressedEvent['data'], keyof Base>,
};

/** A delivery report as Resend words it (https://resend.com/docs/webhooks/event-types). */
export function payloadOf(message: Message, event: MailEvent) {
  const { email } = message;
  const base: Base = {
    created_at: message.created_at,
    email_id: message.id,
    message_id: message.message_id,
    from: email.from,
    to: email.to,
    subject: email.subject,
  };
  const tags = email.tags && {
    tags: Object.fromEntries(email.tags.map(({ name, value }) => [name, value])),
  };
  return {
    type: event.type,
    created_at: event.created_at,
    data: { ...base, ...tags, ...DETAILS[event.type] },
  };
}
