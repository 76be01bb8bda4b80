import { type CreateEmailOptions, Resend } from 'resend';
import { onTestFinished } from 'vitest';
import { type MailboxOptions, startMailbox } from '../../netlify/dev/mailbox/start.ts';

/** The signing secret of tests: base64 of 24 bytes, as Resend's are. */
export const WEBHOOK_SECRET = `whsec_${Buffer.from('twenty-four test bytes..').toString('base64')}`;

/** An email the SDK can send, with whatever the test cares about put over it. */
export function makeEmail(overrides: Partial<CreateEmailOptions> = {}): CreateEmailOptions {
  return {
    from: 'Reflective Practice Groups <groups@example.org>',
    to: 'person@example.org',
    subject: 'Your call is booked',
    text: 'See https://example.org/your-enquiry/.',
    ...overrides,
  } as CreateEmailOptions;
}

/** A mailbox that ends with the test, and the real SDK pointed at it. */
export async function withMailbox(options: Partial<MailboxOptions> = {}) {
  const mailbox = await startMailbox({ port: 0, ...options });
  onTestFinished(() => mailbox.close());
  const resend = new Resend('re_test', { baseUrl: mailbox.url });
  return { mailbox, resend };
}

/** Posts JSON, as the SDK would but without its care. */
export function postJson(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer re_test', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
