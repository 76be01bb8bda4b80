import { expect, test } from 'vitest';
import { withoutStray } from '#services/keys.ts';

const KEY = 'k'.repeat(43);

test.each([['.', '>', '%3E', ').', '>,']].flat())(
  'a key is read without %j on its end',
  (stray) => {
    expect(withoutStray(KEY + stray)).toBe(KEY);
  },
);

test.each([
  ['dots and a letter', `${'.'.repeat(200_000)}x`],
  ['brackets, written out, and a letter', `${'%3E'.repeat(100_000)}x`],
])('what is longer than any address takes no time: %s', (_what, text) => {
  const began = performance.now();
  expect(withoutStray(text)).toBe(text);
  expect(performance.now() - began).toBeLessThan(200);
});
