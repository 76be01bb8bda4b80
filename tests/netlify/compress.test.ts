import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from '../../netlify/dev/compress.ts';

const TEXT = 'Room to think about the people you work with. '.repeat(100);
const HTML = { 'content-type': 'text/html; charset=utf-8' };

const asked = (accepts?: string) =>
  new Request('http://localhost/', { headers: accepts ? { 'accept-encoding': accepts } : {} });

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('text goes out', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['BR', 'br'],
    ['br;q=0.1, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', null],
    ['identity', null],
    ['zstd', null],
    [undefined, null],
  ])('to who takes %s as %s', async (accepts, encoding) => {
    const response = compressed(asked(accepts), new Response(TEXT, { headers: HTML }));
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    const bytes = await bytesOf(response);
    const read = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''];
    expect((read ? read(bytes) : bytes).toString()).toBe(TEXT);
    if (read) expect(bytes.byteLength).toBeLessThan(TEXT.length / 10);
  });

  test('with its status and headers, but for its length and a strong tag', () => {
    const headers = { ...HTML, etag: '"a"', vary: 'origin', 'content-length': `${TEXT.length}` };
    const response = compressed(asked('br'), new Response(TEXT, { status: 404, headers }));
    expect(response.status).toBe(404);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...HTML,
      etag: 'W/"a"',
      vary: 'origin, accept-encoding',
      'content-encoding': 'br',
    });
  });
});

test('cookies stay one by one', () => {
  const response = new Response(TEXT, { headers: HTML });
  for (const cookie of ['a=1; Path=/', 'b=2; Path=/'])
    response.headers.append('set-cookie', cookie);
  expect(compressed(asked('br'), response).headers.getSetCookie()).toEqual([
    'a=1; Path=/',
    'b=2; Path=/',
  ]);
});

test.each([
  ['a picture', new Response(TEXT, { headers: { 'content-type': 'image/png' } })],
  ['a font', new Response(TEXT, { headers: { 'content-type': 'font/woff2' } })],
  ['what is compressed', new Response(TEXT, { headers: { ...HTML, 'content-encoding': 'br' } })],
  ['a few words', new Response('No', { headers: { ...HTML, 'content-length': '2' } })],
  ['a part', new Response(TEXT, { status: 206, headers: HTML })],
  ['what has no type', new Response(Buffer.from(TEXT))],
])('%s is sent as it is', (_, response) => {
  expect(compressed(asked('br'), response)).toBe(response);
});

test('an answer without a body has none', async () => {
  const response = compressed(asked('br'), new Response(null, { status: 304, headers: HTML }));
  expect(response.headers.get('content-encoding')).toBeNull();
  expect((await bytesOf(response)).byteLength).toBe(0);
});
