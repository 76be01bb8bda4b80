import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EmailSchema } from '#domain/email-address.ts';

const messageOf = (typed: unknown) => EmailSchema.safeParse(typed).error?.issues[0]?.message;

describe('an address as browsers take it', () => {
  test.each([
    ['person@example.org', 'person@example.org'],
    ['  person@example.org\n', 'person@example.org'],
    ['\u200Bperson@example.org', 'person@example.org'],
    ['per\u00ADson@exam\u200Cple.org', 'person@example.org'],
    ['mailto:person@example.org', 'person@example.org'],
    ['o&leary@example.com', 'o&leary@example.com'],
    ["o'leary+news@example.org", "o'leary+news@example.org"],
    ['a..b@example.org', 'a..b@example.org'],
    ['{a}=b/c?d^e|f~g`h!i#j$k%l*m@example.org', '{a}=b/c?d^e|f~g`h!i#j$k%l*m@example.org'],
    ['Person@Example.ORG', 'Person@Example.ORG'],
    ['person@sub.sub-domain.example', 'person@sub.sub-domain.example'],
    ['jane@bücher.example', 'jane@xn--bcher-kva.example'],
    ['jane@BU\u0308CHER.example', 'jane@xn--bcher-kva.example'],
    ['a@例え.テスト', 'a@xn--r8jz45g.xn--zckzah'],
    ['a@例え。テスト', 'a@xn--r8jz45g.xn--zckzah'],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
  ])('%s', (typed, address) => {
    expect(EmailSchema.parse(typed)).toBe(address);
    expect(EmailSchema.parse(address)).toBe(address);
  });
});

describe('what cannot be one is refused, and says what to change', () => {
  test.each([
    'person',
    'person@',
    '@example.org',
    'person@example',
    'person@example.',
    'person@.example',
    'person@-example.org',
    'person@exa_mple.org',
    'person@[192.0.2.1]',
    'person@例え',
    'person@exa%6Dple.ü.org',
    'person@bü/cher.example',
    'person@bü:80',
    'a@example.org, b@example.org',
    `person@${'x'.repeat(64)}.org`,
  ])('%s', (typed) => {
    expect(messageOf(typed)).toMatch(/^Enter an email address/);
  });

  test.each([
    'a b@example.org',
    'a@b@example.org',
    'A <a@example.org',
    'jané@example.org',
    '"a b"@example.org',
  ])('%s, for what stands before the @', (typed) => {
    expect(messageOf(typed)).toMatch(/before the @/);
  });

  test('65 characters before the @, with the number', () => {
    expect(messageOf(`${'x'.repeat(65)}@example.org`)).toBe(
      'Enter an email address with 64 characters or fewer before the @. This has 65.',
    );
  });

  test('more than 254 in all, with the number', () => {
    expect(messageOf(`a@${'x.'.repeat(140)}org`)).toBe(
      'Your email address must be 254 characters or fewer. It is 285.',
    );
  });
});

test('whatever is taken is ASCII that a browser takes, and is taken again as it is', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(part, part, part, (local, domain, end) => {
      const read = EmailSchema.safeParse(`${local}@${domain}.${end}`);
      if (!read.success) return;
      expect(read.data).toMatch(/^[\x21-\x7E]+@[a-zA-Z0-9.-]+\.[a-zA-Z0-9-]+$/);
      expect(EmailSchema.parse(read.data)).toBe(read.data);
    }),
    { numRuns: 5_000 },
  );
}, 60_000);
