import { readAddress } from './address.ts';
import type { EventType, Message } from './message.ts';

/** Resend's own test addresses, with or without a `+label`, and what becomes of mail to them. */
const TEST_ADDRESS = /^(?<outcome>bounced|complained|suppressed)(?:\+[^@]*)?@resend\.dev$/;

const OUTCOMES: Record<string, readonly EventType[]> = {
  bounced: ['email.sent', 'email.bounced'],
  complained: ['email.sent', 'email.delivered', 'email.complained'],
  suppressed: ['email.suppressed'],
};

/** What happens to a message by itself: delivered, unless its first recipient is a test address that says otherwise. */
export function outcomeOf(message: Message): readonly EventType[] {
  const address = readAddress(message.email.to[0] ?? '')?.address ?? '';
  const outcome = TEST_ADDRESS.exec(address)?.groups?.outcome ?? '';
  return OUTCOMES[outcome] ?? ['email.sent', 'email.delivered'];
}
