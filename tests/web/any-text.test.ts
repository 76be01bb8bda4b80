import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bookings, enquiries } from '#data/schema.ts';
import { CallbackSchema, DiscoveryCallSchema } from '#domain/booking/booking.ts';
import { isBlank } from '#domain/clean.ts';
import { EnquiryRequestSchema } from '#domain/enquiry/enquiry.ts';
import { canonicalPhone, listedPhone } from '#domain/phone.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn, staffAddressOf } from '../support/desk.ts';
import { deskOf } from '../support/desk-cases.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { PASTED } from '../support/pasted.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/properties.ts';
import { readEvents } from '../support/read-calendar.ts';
import { postForm, postJson } from '../support/requests.ts';
import { withWordsInMail } from '../support/staff-words.ts';

// Any text in any field that a schema has, by the API and by a form without script. No field is known here by name
// but for what telephones and addresses are beside text.

const t = testApp();
withWordsInMail(t);

const FORMS = {
  enquiry: {
    shape: EnquiryRequestSchema.shape,
    path: '/api/enquiries',
    make: makeEnquiry,
    rows: () => t.app.database.select().from(enquiries),
  },
  callback: {
    shape: CallbackSchema.shape,
    path: '/api/callbacks',
    make: makeCallback,
    rows: () => t.app.database.select().from(bookings),
  },
  'discovery call': {
    shape: DiscoveryCallSchema.shape,
    path: '/api/discovery-calls',
    make: makeDiscoveryCall,
    rows: () => t.app.database.select().from(bookings),
  },
} as const;

type Form = (typeof FORMS)[keyof typeof FORMS];

const NAMES = Object.entries(FORMS).flatMap(([form, { shape }]) =>
  Object.keys(shape).map((field) => [form as keyof typeof FORMS, field] as const),
);

/** What can be read in a text, read without any code of the project: no white space, mark or control. */
const readable = (text: string) => {
  const unseen = /[\s\p{C}]|\p{Join_Control}|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
  return text.replace(unseen, '').normalize('NFC').replace(unseen, '');
};

/** What is never kept, whatever was typed. */
const NEVER_KEPT =
  /(?!\n)\p{Cc}|[\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '=1+1',
    '1/2',
    '07700900456',
    '\u200B',
    'A\u0000',
    '+44',
    'x'.repeat(6_000),
    '\uD800',
    'One\r\ntwo\u2028three',
    ...Object.values(PASTED).flatMap((rows) => rows.map(([, typed]) => typed)),
  ),
  fc
    .tuple(fc.constantFrom('+44 ', '0', '(+44) ', ''), fc.stringMatching(/^[\d .()x-]{6,20}$/))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 }))
    .map(([local, domain]) => `${local}@${domain}.example`),
);

const WAYS = {
  json: (path: string, values: Record<string, unknown>) => postJson(path, values),
  form: (path: string, values: Record<string, unknown>) => postForm(path, values as never),
};

/** A refusal names the one field, and says what to change. */
async function saysWhatToChange(field: string, response: Response) {
  const text = await response.text();
  if (response.headers.get('content-type') !== 'application/problem+json') {
    expect(text).toContain(`<a href="#${field}">`);
    return;
  }
  const { errors } = JSON.parse(text) as { errors: { field: string; message: string }[] };
  expect(errors.map((fault) => fault.field)).toEqual([field]);
  expect(errors[0]?.message).toMatch(
    /^(?:Enter |Select |Choose |Write |Give |Use )|characters or fewer|whole number|link/,
  );
  expect(errors[0]?.message).not.toMatch(/invalid|expected|received/i);
}

/** What is kept of a text that was taken: what can be read in it, and nothing else. */
async function keptOf({ rows, shape }: Form, field: string, typed: string) {
  const [row] = (await rows()) as Record<string, unknown>[];
  const kept = row?.[field];
  if (typeof kept !== 'string') {
    expect(kept ?? null).toSatisfy((value) => value === null || typeof value !== 'string');
    return undefined;
  }
  expect(kept).not.toMatch(NEVER_KEPT);
  expect(kept).toBe(kept.normalize('NFC').trim());
  if (!kept.includes('@')) expect(readable(kept)).toBe(readable(typed));
  const schema = (shape as Record<string, z.ZodType>)[field] ?? z.never();
  expect(schema.parse(kept)).toBe(kept);
  if (field === 'phone') expect(row?.['phoneNumber']).toBe(canonicalPhone(kept));
  return kept;
}

function isMailed(kept: string) {
  const told = mailTo(t, staffAddressOf(t)).map(({ text }) => text ?? '');
  for (const line of kept.split('\n')) {
    expect(told.some((text) => text.includes(line.trim()))).toBe(true);
  }
}

/** What a call says stands in the invitations for it. */
function isInvited(kept: string) {
  const events = t.mailbox.messages
    .flatMap(({ email }) => email.attachments ?? [])
    .flatMap(({ content }) => readEvents(Buffer.from(String(content), 'base64').toString('utf8')));
  const said = events.map((event) => Object.values(event).join('\n')).join('\n');
  expect(said).toContain(kept);
}

async function isListed(cookie: string, field: string, kept: string) {
  const taken = await call(deskApp, postForm('/desk/cases/cases.csv', {}, { cookie }));
  const cells = [...(await taken.text()).matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) =>
    cell.replaceAll('""', '"').replaceAll('\u200B', '').replace(/^'/, ''),
  );
  const shown = field === 'phone' ? listedPhone(kept) : kept;
  expect(cells).toContain(shown.replace(/^'/, ''));
}

/** A search takes one line of 200 characters; what has no letter or digit finds nothing. */
async function isFound(cookie: string, kept: string) {
  if (kept.length > 200 || !/[\p{L}\p{N}]{3}/u.test(kept)) return;
  const page = await deskOf(cookie).list(`?q=${encodeURIComponent(kept)}`);
  expect(list(page, '.case-ref'), kept).toHaveLength(1);
}

async function tried(
  [name, field]: (typeof NAMES)[number],
  way: keyof typeof WAYS,
  text: string,
): Promise<void> {
  await t.reset();
  const form = FORMS[name];
  const response = await call(publicApp, WAYS[way](form.path, form.make({ [field]: text })));
  // The key of a case opens one, or none.
  const refused = field === 'case' ? [404, 422] : [422];
  expect([way === 'json' ? 201 : 303, ...refused]).toContain(response.status);
  if (response.status === 404) return;
  if (response.status === 422) return saysWhatToChange(field, response);
  // A browser sends no half of a character, and a form leaves out what shows nothing.
  const typed = way === 'json' ? text : text.toWellFormed();
  if (way === 'form' && isBlank(typed)) return;
  const kept = await keptOf(form, field, typed);
  if (kept === undefined) return;
  isMailed(kept);
  if (name !== 'enquiry') isInvited(kept);
  const cookie = await signIn(t);
  await isListed(cookie, field, kept);
  await isFound(cookie, kept);
}

describe('any text in any field', () => {
  test(
    'is taken clean, or refused with what to change; mail, invitation, CSV and search carry what was kept',
    async () => {
      const ways = fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[]));
      await fc.assert(fc.asyncProperty(fc.constantFrom(...NAMES), ways, anyText, tried), {
        // The rules themselves are tried on thousands of texts in tests/domain/clean.test.ts and its neighbours.
        numRuns: propertyRuns(),
      });
    },
    PROPERTY_TIMEOUT,
  );

  test('is tried in every field of every schema', () => {
    expect(NAMES.length).toBeGreaterThan(25);
    expect(NAMES.map(([, field]) => field)).toEqual(
      expect.arrayContaining(['name', 'organisation', 'role', 'when', 'message', 'topic', 'case']),
    );
  });
});
