import { expect, test } from 'vitest';
import { SecuritySchema, securityTxt } from '#domain/settings/security.ts';

const AT = { site: 'https://www.example.org', now: Date.parse('2026-11-24T10:00:00.123Z') };

test('where faults are reported is published with when that ends, and where it is kept (RFC 9116)', () => {
  expect(securityTxt({ contact: 'mailto:security@example.org' }, AT)).toBe(
    [
      'Contact: mailto:security@example.org',
      'Expires: 2027-11-23T10:00:00Z',
      'Preferred-Languages: en',
      'Canonical: https://www.example.org/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

test('nothing is published without a contact', () => {
  expect(securityTxt({}, AT)).toBeUndefined();
});

test.each<[contact: string, good: boolean]>([
  ['mailto:security@example.org', true],
  ['https://www.example.org/report/', true],
  ['tel:+44-1632-960000', true],
  ['security@example.org', false],
  ['http://www.example.org/report/', false],
  ['mailto:security@example.org\nContact: mailto:bad@example.org', false],
  ['', false],
])('%j can be a contact: %s', (contact, good) => {
  expect(SecuritySchema.safeParse({ contact }).success).toBe(good);
});
