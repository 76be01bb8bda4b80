import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callerUri, canonicalPhone, listedPhone, PhoneSchema } from '#domain/phone.ts';

describe('a number however people write it', () => {
  test.each([
    ['01632 960 001', '+441632960001'],
    ['(01632) 960-001', '+441632960001'],
    ['0800 1111', '+448001111'],
    ['01632 96001', '+44163296001'],
    ['01632.960.001', '+441632960001'],
    ['01632/960001', '+441632960001'],
    ['01632–960–001', '+441632960001'],
    ['01632·960·001', '+441632960001'],
    ['+44 1632 960001', '+441632960001'],
    ['+44 (0) 1632 960 001', '+441632960001'],
    ['+44 01632 960001', '+441632960001'],
    ['+44 (01632) 960001', '+441632960001'],
    ['(+44) 1632 960001', '+441632960001'],
    ['+0044 1632 960001', '+441632960001'],
    ['0044 1632 960001', '+441632960001'],
    ['44 1632 960001', '+441632960001'],
    ['4407700900123', '+447700900123'],
    ['+4407700900123', '+447700900123'],
    ['7700 900123', '+447700900123'],
    ['Tel: 01632 960001', '+441632960001'],
    ['mob. 07700 900123', '+447700900123'],
    ['tel:+441632960001;ext=12', '+441632960001;ext=12'],
    ['\u202D07700 900123\u202C', '+447700900123'],
    ['07700\u00A0900\u2009123', '+447700900123'],
    ['0\uFE0F\u20E37\uFE0F\u20E3700 900123', '+447700900123'],
    ['٠١٦٣٢٩٦٠٠٠١', '+441632960001'],
    ['０７７００　９００１２３', '+447700900123'],
    ['+1 202 555 0100', '+12025550100'],
    ['+49 (0)30 1234567', '+49301234567'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+39 (06) 12345678', '+390612345678'],
  ])('%s dials %s', (written, number) => {
    expect(callerUri(written)).toBe(`tel:${number}`);
    expect(canonicalPhone(written)).toBe(number);
  });

  test.each([
    '01632 960001 ext 12',
    '01632 960001 ext. 12',
    '01632 960001 extension 12',
    '01632 960001 x12',
    '01632 960001X12',
    '01632 960001 x 12',
    '01632 960001 #12',
    '01632 960001, 12',
    '+44 (0) 1632 960 001 x12',
    '+44 1632 960001;ext=12',
    '01632.960.001 EXT12',
  ])('%s has its extension', (written) => {
    expect(callerUri(written)).toBe('tel:+441632960001;ext=12');
    expect(listedPhone(written)).toBe('+44 1632 960001 ext 12');
    expect(PhoneSchema.parse(written)).toBe(written);
  });
});

test.each([
  '1234',
  '960001',
  '-----',
  '999',
  '01632 96',
  '01632 960 1',
  '01632 9600',
  '+44 01632 960',
  '00000000',
  '0800 111',
  '+44',
  '01632 960 001 or home',
  '01632 960001 / 960002',
  '0800 FLOWERS',
  '+44;tel',
  '0353 1 234 5678',
  '0'.repeat(31),
  '01632 960001 ext 1234567890123456',
  'ring me',
  '+999 1234567',
])('%s cannot be a number, and is refused with what to write', (written) => {
  expect(canonicalPhone(written)).toBeUndefined();
  expect(PhoneSchema.safeParse(written).error?.issues[0]?.message).toMatch(
    /^Enter a phone number in the correct format, like 07700 900123/,
  );
});

test('one that is too long comes back with its length', () => {
  expect(
    PhoneSchema.safeParse(`01632 960001 ext ${'1'.repeat(60)}`).error?.issues[0]?.message,
  ).toBe('Your phone number must be 60 characters or fewer. It is 77.');
});

test('one that was taken before numbers were read dials its digits, and is listed as written', () => {
  expect(callerUri('960 001')).toBe('tel:960001');
  expect(listedPhone('960 001')).toBe('960 001');
});

test('the canonical form, and the listed one, are the same number again', () => {
  const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 7, maxLength: 10 });
  const prefix = fc.constantFrom('0', '+44', '+44 0', '+1 ', '+39 0', '+49 ', '0044', '');
  const extension = fc.constantFrom('', ' ext 12', 'x7', ' #0012');
  fc.assert(
    fc.property(prefix, digits, extension, (before, number, after) => {
      const canonical = canonicalPhone(`${before}${number.join('')}${after}`);
      if (canonical === undefined) return;
      expect(canonical).toMatch(/^\+[1-9]\d{4,14}(;ext=\d{1,15})?$/);
      expect(canonicalPhone(canonical)).toBe(canonical);
      expect(canonicalPhone(listedPhone(canonical))).toBe(canonical);
    }),
    { numRuns: 3_000 },
  );
}, 60_000);
