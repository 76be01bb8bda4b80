import * as z from 'zod';
import { readAddress } from './address.ts';

/** Resend's limits (https://resend.com/docs/api-reference/emails/send-email). */
export const LIMITS = { recipients: 50, bodyBytes: 40 * 1024 * 1024, tag: 256 } as const;

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** A MIME type with its parameters (RFC 2045 section 5.1), in ASCII. */
const MIME_TYPE =
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:; ?[\w-]+=(?:[^\s;,"\\\u{80}-\u{10FFFF}]+|"[ -~]*"))*$/u;
const TAG = /^[\w-]+$/;

/** Headers the service writes itself: a message that names them again would carry them twice. */
const OWN_HEADERS = new Set(
  'from sender to cc bcc reply-to subject date message-id mime-version content-type content-transfer-encoding content-disposition'.split(
    ' ',
  ),
);

const LineSchema = z
  .string()
  .refine(
    (text) => text.isWellFormed() && !/\p{Cc}/u.test(text),
    'Line breaks, control characters and broken characters are refused.',
  );
const AddressSchema = z
  .string()
  .refine(
    (text) => readAddress(text) !== null,
    'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.',
  );
const oneOrMore = (value: unknown) => (typeof value === 'string' ? [value] : value);
const AddressesSchema = z.preprocess(
  oneOrMore,
  z.array(AddressSchema).min(1).max(LIMITS.recipients, 'No more than 50 addresses.'),
);
const TagSchema = z
  .string()
  .max(LIMITS.tag)
  .regex(TAG, 'ASCII letters, numbers, `_` and `-` only.');

const AttachmentSchema = z.strictObject({
  filename: LineSchema.min(1),
  content: z.base64('Base64 text only.').min(1),
  content_type: z.string().regex(MIME_TYPE, 'Not a MIME type.').optional(),
});
/** One attachment: `content` is base64, `content_type` the MIME type with its parameters. */
export type Attachment = z.output<typeof AttachmentSchema>;

const HeadersSchema = z.record(
  z
    .string()
    .regex(TOKEN, 'Not a header name.')
    .refine((name) => !OWN_HEADERS.has(name.toLowerCase()), 'The service writes this one itself.'),
  LineSchema,
);

/**
 * The body of `POST /emails` as the SDK writes it (snake case). Fields this project does not use
 * (`path`, `content_id`, `scheduled_at`, `template`, …) are refused, so a misspelt one cannot pass.
 */
export const EmailSchema = z
  .strictObject({
    from: AddressSchema,
    to: AddressesSchema,
    subject: LineSchema.min(1),
    html: z.string().optional(),
    text: z.string().optional(),
    cc: AddressesSchema.optional(),
    bcc: AddressesSchema.optional(),
    reply_to: AddressesSchema.optional(),
    headers: HeadersSchema.optional(),
    attachments: z.array(AttachmentSchema).optional(),
    tags: z.array(z.strictObject({ name: TagSchema, value: TagSchema })).optional(),
  })
  .refine((email) => Boolean(email.html || email.text), { path: ['html'], error: 'missing' });
/** An email as it was accepted: addresses always as lists. */
export type Email = z.output<typeof EmailSchema>;
