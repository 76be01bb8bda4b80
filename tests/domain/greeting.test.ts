import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greeting } from '#domain/greeting.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

describe('how a letter begins', () => {
  test.each([
    'A. Person',
    'A.B. Person',
    'Á. Përsön-Exämple',
    'Person O’Example',
    "N'Example",
    '例',
    'x'.repeat(60),
  ])('with the name %s', (name) => {
    expect(greeting(name)).toBe(`Dear ${name}`);
    expect(greeting(`  ${name} `)).toBe(`Dear ${name}`);
  });

  test.each([
    undefined,
    '',
    ' ',
    'other@example.org',
    'visit example.org',
    'https://example.org',
    'www.example.org/a',
    'Account suspended: ring 01632 960 001',
    'Your account is closed! Ring us',
    'A. Person\nB. Person',
    '<b>A. Person</b>',
    '\u202eA. Person',
    'x'.repeat(61),
  ])('without what is no name: %j', (typed) => {
    expect(greeting(typed)).toBe('Hello');
  });

  test(
    'never carries a digit, an address or a line break, whatever was typed',
    () => {
      const text = fc.string({ unit: 'binary' });
      check(
        'what a letter greets with',
        fc.property(text, fc.domain(), (typed, host) => {
          for (const name of [typed, host, `A. Person ${host}`, `${typed} a@${host}`]) {
            expect(greeting(name)).toMatch(/^(?:Hello|Dear [^\p{N}\p{C}@:/\n]{1,60})$/u);
          }
          expect(greeting(`A. Person ${host}`)).toBe('Hello');
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
