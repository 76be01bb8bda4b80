import { createHmac } from 'node:crypto';

/** The headers a delivery report is signed with (Standard Webhooks, as Resend sends them through Svix). */
export function signReport(
  secret: string,
  id: string,
  at: Date,
  payload: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${payload}`)
    .digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}
