import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_FILTERS, casesAddress, readCasesQuery } from '#domain/desk/cases-query.ts';
import { erasedInWords, flashMessage, flashPath } from '#domain/desk/flash-messages.ts';
import { readReference } from '#domain/reference.ts';

const read = (query: string) => readCasesQuery(new URLSearchParams(query));

describe('what an address asks for', () => {
  test.each([
    ['', { filter: 'all', q: '', page: 1 }],
    ['filter=waiting&q=A+Person&page=3', { filter: 'waiting', q: 'A Person', page: 3 }],
    ['filter=toString&page=0', { filter: 'all', q: '', page: 1 }],
    ['page=99999', { filter: 'all', q: '', page: 1 }],
    ['page=9999', { filter: 'all', q: '', page: 400 }],
    ['q=+++one%0A%00two%E2%80%8Bthree+++', { filter: 'all', q: 'one twothree', page: 1 }],
  ])('%j', (query, asked) => {
    expect(read(query)).toEqual(asked);
  });

  test('is never longer than a form lets anybody type', () => {
    expect(read(`q=${'x'.repeat(900)}`).q).toHaveLength(200);
  });

  test('is read back as it was written, whatever it was', () => {
    const filters = fc.constantFrom(...(Object.keys(CASE_FILTERS) as 'all'[]));
    const asked = fc.record({ filter: filters, q: fc.string(), page: fc.integer() });
    fc.assert(
      fc.property(asked, ({ filter, q, page }) => {
        const understood = read(String(new URLSearchParams({ filter, q, page: String(page) })));
        const address = new URL(casesAddress(understood), 'https://example.org');
        expect(readCasesQuery(address.searchParams)).toEqual(understood);
      }),
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
