import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';

testApp();

interface Example {
  method: string;
  path: string;
  body: string;
  status: number;
  answer: unknown;
}

const EXAMPLE = /```http\n(GET|POST) (\S+)\n([\s\S]*?)\n(\d{3})\n([\s\S]*?)```/g;

/** What an answer is held to: `…` is any text, and `[…]` any list with something in it. */
const expected = (answer: string): unknown =>
  JSON.parse(answer.replaceAll('[…]', '"any list"'), (_, value) => {
    if (value === '…') return expect.any(String);
    if (value === 'any list') return expect.arrayContaining([expect.anything()]);
    return value;
  });

const examples: Example[] = Array.from(
  readFileSync('docs/api.md', 'utf8').matchAll(EXAMPLE),
  ([, method = '', path = '', body = '', status, answer = '']) => ({
    method,
    path,
    body: body.trim(),
    status: Number(status),
    answer: expected(answer),
  }),
);

test('docs/api.md has examples', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)('$method $path is answered $status as docs/api.md says', async (example) => {
  const { method, path, body, status, answer } = example;
  const given = await call(
    publicApp,
    new Request(SITE_URL + path, {
      method,
      ...(method === 'POST' && { body, headers: { 'content-type': 'application/json' } }),
    }),
  );
  expect(given.status).toBe(status);
  expect(await given.json()).toEqual(answer);
});
