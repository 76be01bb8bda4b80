import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_FILTERS, casesAddress, readCasesQuery } from '#domain/desk/cases-query.ts';
import { erasedInWords, flashMessage, flashPath } from '#domain/desk/flash-messages.ts';
import { readReference } from '#domain/reference.ts';

const read = (query: string) => readCasesQuery(new URLSearchParams(query));

describe('what an address asks for', () => {
  const shown = { at: '1795514400123456', id: '0b6ccfa8-5d60-4cb6-9b45-8f2a3f1f7f11' };
  const place = `${shown.at}.${shown.id}`;
  test.each([
    ['', { filter: 'all', q: '', start: 'first' }],
    [
      `filter=waiting&q=A+Person&after=${place}`,
      { filter: 'waiting', q: 'A Person', start: { way: 'after', ...shown } },
    ],
    [`before=${place}`, { filter: 'all', q: '', start: { way: 'before', ...shown } }],
    [`before=${place}&after=x`, { filter: 'all', q: '', start: { way: 'before', ...shown } }],
    ['filter=toString&after=', { filter: 'all', q: '', start: 'first' }],
    [`after=-${place}`, { filter: 'all', q: '', start: 'first' }],
    [`after=9${place}`, { filter: 'all', q: '', start: 'first' }],
    [`after=${place}0`, { filter: 'all', q: '', start: 'first' }],
    ["after=1.'; DROP TABLE cases", { filter: 'all', q: '', start: 'first' }],
    ['page=2', { filter: 'all', q: '', start: 'first' }],
    ['q=+++one%0A%00two%E2%80%8Bthree+++', { filter: 'all', q: 'one twothree', start: 'first' }],
  ])('%j', (query, asked) => {
    expect(read(query)).toEqual(asked);
  });

  test('is never longer than a form lets anybody type', () => {
    expect(read(`q=${'x'.repeat(900)}`).q).toHaveLength(200);
  });

  test('is read back as it was written, whatever it was', () => {
    const filter = fc.constantFrom(...(Object.keys(CASE_FILTERS) as 'all'[]));
    const next = fc.record({
      way: fc.constantFrom('after' as const, 'before' as const),
      at: fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }).map(String),
      id: fc.uuid(),
    });
    const start = fc.oneof(fc.constant('first' as const), next);
    fc.assert(
      fc.property(
        fc.record({
          filter,
          q: fc.string().map((q) => read(`q=${encodeURIComponent(q)}`).q),
          start,
        }),
        (asked) => {
          const address = new URL(casesAddress(asked), 'https://example.org');
          expect(readCasesQuery(address.searchParams)).toEqual(asked);
        },
      ),
    );
  });
});

test.each([
  ['ABCD2345', 'ABCD2345'],
  ['abcd-2345', 'ABCD2345'],
  [' a b c d 2 3 4 5 ', 'ABCD2345'],
  ['ABCD234', undefined],
  ['ABCD23456', undefined],
  ['ABCD234O', undefined],
  ['ABCD2341', undefined],
  ['ＡBCD2345', undefined],
])('the reference typed as %j is %s', (typed, reference) => {
  expect(readReference(typed)).toBe(reference);
});

test('only what can be done is said to be done', () => {
  expect(flashPath('ABCD2345', 'note')).toBe('/desk/cases/ABCD2345/?done=note');
  expect(flashMessage('note')).toBe('The note is saved.');
  for (const name of [null, '', 'toString', 'NOTE', '<b>']) {
    expect(flashMessage(name)).toBeUndefined();
  }
  expect(erasedInWords('abcd2345')).toBe('Case ABCD2345 is erased.');
  expect(erasedInWords('<b>')).toBeUndefined();
});
