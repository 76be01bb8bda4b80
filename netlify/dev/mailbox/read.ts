import * as z from 'zod';
import { readAddress } from './address.ts';
import type { Context } from './context.ts';
import { listed, type Message, whole } from './message.ts';
import { rawMessage } from './raw.ts';
import { type Answer, json, type Reply, refuse } from './reply.ts';

const QuerySchema = z.strictObject({
  to: z.email({ pattern: z.regexes.html5Email }).optional(),
  limit: z.coerce.number().int().min(1).optional(),
});

/** `GET /emails?to=&limit=`: the messages, newest first; all of them unless asked for fewer. */
export function listEmails({ request, mailbox }: Context): Reply {
  const query = QuerySchema.safeParse(Object.fromEntries(request.url.searchParams));
  if (!query.success) return refuse(422, 'validation_error', 'Only `to` and `limit` are known.');
  const { to, limit } = query.data;
  const found = mailbox.store
    .all()
    .filter(({ email }) => to === undefined || email.to.some((each) => isTo(each, to)))
    .toReversed();
  const data = found.slice(0, limit).map(listed);
  return json({ object: 'list', has_more: data.length < found.length, data });
}

function isTo(recipient: string, address: string): boolean {
  return readAddress(recipient)?.address.toLowerCase() === address.toLowerCase();
}

/** Wraps a route about one message: 404 when its `id` is nobody's. */
export function ofMessage(answer: (message: Message, context: Context) => Reply | Promise<Reply>) {
  return (context: Context) => {
    const message = context.mailbox.store.find(context.params.id ?? '');
    return message ? answer(message, context) : refuse(404, 'not_found', 'Email not found');
  };
}

/** `GET /emails/{id}`. */
export const readEmail = ofMessage((message) => json(whole(message)));

/** `GET /emails/{id}/raw`: the message as it would travel. */
export const readRaw = ofMessage(async (message) => ({
  status: 200,
  headers: { 'content-type': 'message/rfc822' },
  body: await rawMessage(message),
}));

/** The policy of a message's own HTML: no scripts, nothing fetched, links open elsewhere. */
const BODY_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** `GET /emails/{id}/html`: the HTML body alone, sandboxed. */
export const readHtml = ofMessage(({ email }) => {
  if (!email.html) return refuse(404, 'not_found', 'This email has no HTML');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': BODY_POLICY,
  };
  return { status: 200, headers, body: email.html };
});

/** `GET /emails/{id}/attachments/{n}`: the bytes of the n-th attachment, from 0, under their own type. */
export const readAttachment = ofMessage(({ email }, { params }): Answer => {
  const attachment = email.attachments?.[Number(params.n)];
  if (!attachment) return refuse(404, 'not_found', 'Attachment not found');
  const headers = {
    'content-type': attachment.content_type ?? 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${extValue(attachment.filename)}`,
    'content-security-policy': "sandbox; default-src 'none'",
  };
  return { status: 200, headers, body: Buffer.from(attachment.content, 'base64') };
});

/** A file name as RFC 8187 wants it in a header. */
function extValue(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
