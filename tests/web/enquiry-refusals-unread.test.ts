import { describe, expect, test } from 'vitest';
import enquiries from '#web/api/enquiries-routes.ts';
import { call, testApp } from '../support/app.ts';
import { keepsNothing } from '../support/keeps-nothing.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postJson } from '../support/requests.ts';

const t = testApp();

keepsNothing(t);

const PATH = '/api/enquiries';
const send = (body: unknown, headers?: Record<string, string>) =>
  call(enquiries, postJson(PATH, body, headers));

describe('bodies that cannot be read', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, number, BodyInit, Record<string, string>]>([
    ['nothing', 400, '', json],
    ['half an object', 400, '{"name": "A', json],
    ['a list', 400, '[]', json],
    ['null', 400, 'null', json],
    ['text', 400, '"name"', json],
    ['a number', 400, '1', json],
    ['NaN', 400, '{"people": NaN}', json],
    ['deep nesting', 400, '['.repeat(30_000), json],
    ['bytes that are not UTF-8', 400, new Uint8Array([0x7b, 0xff, 0x7d]), json],
    [
      'a form that is not UTF-8',
      400,
      new Uint8Array([0xff]),
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['more than 64 KiB', 413, JSON.stringify(makeEnquiry({ message: 'x'.repeat(65_536) })), json],
    [
      'a form of more than 64 KiB',
      413,
      `message=${'x'.repeat(65_536)}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['plain text', 415, 'name=A', { 'content-type': 'text/plain' }],
    ['no type', 415, new Uint8Array([1]), {}],
    ['XML', 415, '<name/>', { 'content-type': 'application/xml' }],
    ['a multipart form', 415, '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('%s: %i', async (_, status, body, headers) => {
    const request = new Request(`http://localhost:8888${PATH}`, { method: 'POST', headers, body });
    const response = await call(enquiries, request);
    expect(response.status).toBe(status);
  });

  test('a body without a length is cut off at 64 KiB', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new TextEncoder().encode('x'.repeat(1024)));
      },
    });
    const request = new Request(`http://localhost:8888${PATH}`, {
      method: 'POST',
      headers: json,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await call(enquiries, request)).status).toBe(413);
    expect(sent).toBeLessThan(70);
  });
});

describe('who may post, and how', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8888' }],
    ['another subdomain', { 'sec-fetch-site': 'same-site' }],
    ['another origin, in an old browser', { origin: 'https://other.example.org' }],
    ['no origin, in an old browser', { origin: 'null' }],
  ])('a post from %s is refused', async (_, headers) => {
    expect((await send(makeEnquiry(), headers)).status).toBe(403);
    const form = new Request(`http://localhost:8888${PATH}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=A',
    });
    expect((await call(enquiries, form)).status).toBe(403);
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is refused, naming what is allowed',
    async (method) => {
      const response = await call(
        enquiries,
        new Request(`http://localhost:8888${PATH}`, { method }),
      );
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    },
  );

  test('a key that is no key is refused', async () => {
    expect((await send(makeEnquiry(), { 'idempotency-key': 'k'.repeat(256) })).status).toBe(400);
  });
});
