import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startMailbox } from '../../netlify/dev/mailbox/start.ts';
import { makeEmail, postJson, withMailbox } from '../support/mailbox.ts';

const ATTACHMENT = { filename: 'a.ics', content: 'QUJD' };

/** A change to the wire body of a good email, the error it earns, and what the message names. */
const REFUSED: [string, Record<string, unknown>, string, RegExp][] = [
  ['no from', { from: undefined }, 'missing_required_field', /`from`/],
  ['no to', { to: undefined }, 'missing_required_field', /`to`/],
  ['no subject', { subject: undefined }, 'missing_required_field', /`subject`/],
  ['neither html nor text', { text: undefined }, 'missing_required_field', /`html` or `text`/],
  ['empty html and text', { text: '', html: '' }, 'missing_required_field', /`html` or `text`/],
  ['a from that is no address', { from: 'groups' }, 'invalid_from_address', /`from`/],
  [
    'an unquoted comma in a name',
    { from: 'A, B <a@example.org>' },
    'invalid_from_address',
    /`from`/,
  ],
  ['a line break in from', { from: 'A\r\n B <a@example.org>' }, 'invalid_from_address', /`from`/],
  [
    'a to that is no address',
    { to: ['person@example.org', 'person@'] },
    'validation_error',
    /`to\.1`/,
  ],
  ['no recipients', { to: [] }, 'validation_error', /`to`/],
  ['51 recipients', { to: Array(51).fill('person@example.org') }, 'validation_error', /50/],
  ['two addresses in one', { to: 'a@example.org, b@example.org' }, 'validation_error', /`to\.0`/],
  ['a bad cc', { cc: 'nobody' }, 'validation_error', /`cc\.0`/],
  ['a bad bcc', { bcc: ['nobody'] }, 'validation_error', /`bcc\.0`/],
  ['a bad reply_to', { reply_to: 'nobody' }, 'validation_error', /`reply_to\.0`/],
  [
    'a line break in the subject',
    { subject: 'Hello\r\nBcc: b@example.org' },
    'validation_error',
    /`subject`/,
  ],
  ['an empty subject', { subject: '' }, 'validation_error', /`subject`/],
  ['a field in camel case', { replyTo: 'reply@example.org' }, 'validation_error', /`replyTo`/],
  ['an unknown field', { colour: 'green' }, 'validation_error', /`colour`/],
  [
    'a line break in a header',
    { headers: { 'X-A': 'b\nBcc: c@example.org' } },
    'validation_error',
    /`headers\.X-A`/,
  ],
  ['a line break in a header name', { headers: { 'X-A\n': 'b' } }, 'validation_error', /`headers/],
  [
    'a header the service writes',
    { headers: { Subject: 'Another' } },
    'validation_error',
    /`headers/,
  ],
  [
    'a tag with a space',
    { tags: [{ name: 'a b', value: 'c' }] },
    'validation_error',
    /`tags\.0\.name`/,
  ],
  [
    'an attachment without content',
    { attachments: [{ filename: 'a' }] },
    'invalid_attachment',
    /content/,
  ],
  [
    'an attachment that is not base64',
    { attachments: [{ ...ATTACHMENT, content: 'é!' }] },
    'invalid_attachment',
    /content/,
  ],
  [
    'a Buffer written as JSON',
    { attachments: [{ ...ATTACHMENT, content: Buffer.from('A') }] },
    'invalid_attachment',
    /content/,
  ],
  [
    'an attachment’s camel-case type',
    { attachments: [{ ...ATTACHMENT, contentType: 'text/plain' }] },
    'validation_error',
    /`attachments\.0\.contentType`/,
  ],
  [
    'a content_id',
    { attachments: [{ ...ATTACHMENT, content_id: 'a' }] },
    'validation_error',
    /content_id/,
  ],
  [
    'a content type with a line break',
    { attachments: [{ ...ATTACHMENT, content_type: 'text/plain\r\nX: y' }] },
    'invalid_attachment',
    /content_type/,
  ],
];

describe('POST /emails refuses', () => {
  test.each(REFUSED)('%s', async (_, change, name, message) => {
    const { mailbox } = await withMailbox();
    const response = await postJson(`${mailbox.url}/emails`, { ...makeEmail(), ...change });
    expect(response.status).toBe(422);
    const error = await response.json();
    expect(error).toEqual({ statusCode: 422, name, message: expect.stringMatching(message) });
    expect(mailbox.messages).toEqual([]);
  });

  test.each(['', '{', '"text"', '[]', 'null'])('the body %j', async (body) => {
    const { mailbox } = await withMailbox();
    const response = await postJson(`${mailbox.url}/emails`, body);
    expect(await response.json()).toMatchObject({ statusCode: response.status });
    expect([400, 422]).toContain(response.status);
    expect(mailbox.messages).toEqual([]);
  });

  test('a body above 40 MiB', async () => {
    const { mailbox } = await withMailbox();
    const text = 'a'.repeat(40 * 1024 * 1024);
    const response = await postJson(`${mailbox.url}/emails`, { ...makeEmail(), text });
    expect(response.status).toBe(413);
    expect(mailbox.messages).toEqual([]);
  });

  test('a request without an API key, or with another', async () => {
    const { mailbox, resend } = await withMailbox({ apiKey: 're_right' });
    expect(await resend.emails.send(makeEmail())).toMatchObject({
      data: null,
      error: { statusCode: 401, message: 'API key is invalid' },
    });
    const without = await postJson(`${mailbox.url}/emails`, makeEmail(), { authorization: '' });
    expect(await without.json()).toMatchObject({ statusCode: 401, name: 'missing_api_key' });
    const right = { authorization: 'Bearer re_right' };
    expect((await postJson(`${mailbox.url}/emails`, makeEmail(), right)).status).toBe(200);
    expect(mailbox.messages).toHaveLength(1);
  });
});

test('what it accepts as it stands: the table above refuses its changes, not its ground', async () => {
  const { mailbox } = await withMailbox();
  const body = { ...makeEmail(), attachments: [ATTACHMENT], headers: { 'X-A': 'b' } };
  expect((await postJson(`${mailbox.url}/emails`, body)).status).toBe(200);
});

describe('other addresses', () => {
  test.each([
    ['POST', '/emails/batch', 501, 'not_implemented'],
    ['GET', '/domains', 501, 'not_implemented'],
    ['DELETE', '/emails', 405, 'method_not_allowed'],
    ['POST', '/', 405, 'method_not_allowed'],
    ['GET', '/emails/00000000-0000-4000-8000-000000000000', 404, 'not_found'],
    ['GET', '/emails/00000000-0000-4000-8000-000000000000/raw', 404, 'not_found'],
    ['GET', '/inbox/00000000-0000-4000-8000-000000000000', 404, 'not_found'],
  ])('%s %s is %i', async (method, path, status, name) => {
    const { mailbox } = await withMailbox();
    const response = await fetch(mailbox.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ statusCode: status, name });
  });

  test('a wrong method is told the right ones', async () => {
    const { mailbox } = await withMailbox();
    const response = await fetch(`${mailbox.url}/emails`, { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('GET, POST');
  });
});

describe('it stays on this machine', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', ''])(
    'refuses to listen on %j',
    async (host) => {
      await expect(startMailbox({ port: 0, host })).rejects.toThrow('stays on this machine');
    },
  );

  test('refuses to send reports elsewhere', async () => {
    const webhook = { url: 'https://example.org/hook', secret: 'whsec_QUJD' };
    await expect(startMailbox({ port: 0, webhook })).rejects.toThrow('stays on this machine');
  });

  test.each([{ host: 'rebound.example.org' }, { 'sec-fetch-site': 'cross-site' }])(
    'refuses a request with %j',
    async (headers) => {
      const { mailbox, resend } = await withMailbox();
      await resend.emails.send(makeEmail());
      const status = await new Promise((resolve, reject) => {
        const options = { method: 'POST', headers };
        request(`${mailbox.url}/inbox/clear`, options, (response) => resolve(response.statusCode))
          .on('error', reject)
          .end();
      });
      expect(status).toBe(403);
      expect(mailbox.messages).toHaveLength(1);
    },
  );
});
