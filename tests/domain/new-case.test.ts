import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enquiryIn, NewCaseSchema, whatWeKeepInWords } from '#domain/desk/new-case.ts';
import { faultsOf } from '#domain/faults.ts';
import { check } from '../support/properties.ts';

const CALLER = { name: 'A. Person', phone: '01632 960 001', next: 'answer' };

const faults = (given: Record<string, unknown>) => {
  const read = NewCaseSchema.safeParse(given);
  return read.success ? [] : faultsOf(read.error);
};

describe('a case that is written down', () => {
  test('needs a name, a way to reach the person, and what happens next, each asked for at once', () => {
    expect(faults({})).toEqual([
      { field: 'name', message: 'Enter their name' },
      { field: 'next', message: 'Select what happens next' },
      { field: 'email', message: 'Enter a phone number, an email address or a postal address' },
    ]);
  });

  test.each([
    ['a telephone number alone', CALLER],
    ['an email address alone', { ...CALLER, phone: undefined, email: 'person@example.org' }],
  ])('is fit with %s', (_, given) => {
    expect(faults(given)).toEqual([]);
  });

  test.each([
    ['a telephone that cannot be one', { phone: '12' }, 'phone'],
    ['an address that cannot be one', { email: 'nobody' }, 'email'],
    ['an email to somebody who gave no address', { mail: 'yes' }, 'email'],
    ['a follow-up date that is none', { followUp: 'the 15th' }, 'followUp'],
    ['a follow-up date where we get back to them', { followUp: '2026-12-15' }, 'followUp'],
    ['a way to go on that there is not', { next: 'forget' }, 'next'],
  ])('is not fit with %s', (_, more, field) => {
    expect(faults({ ...CALLER, ...more }).map((fault) => fault.field)).toEqual([field]);
  });

  test('is kept as an enquiry, without what staff ticked', () => {
    const given = { ...CALLER, told: 'yes', looked: 'yes', once: 'x', message: 'Two teams.' };
    expect(enquiryIn(NewCaseSchema.parse(given))).toEqual({
      name: 'A. Person',
      phone: '01632 960 001',
      interests: [],
      message: 'Two teams.',
    });
  });

  test('is fit exactly when there is a name, and a telephone or an address', () => {
    const maybe = <Value>(value: Value) => fc.option(fc.constant(value), { nil: undefined });
    const given = fc.record({
      name: maybe('A. Person'),
      phone: maybe('01632 960 001'),
      email: maybe('person@example.org'),
      organisation: maybe('Example School'),
      next: fc.constantFrom('answer', 'spoke'),
    });
    check(
      'a new case is fit when it can be answered',
      fc.property(given, (each) => {
        const fit = each.name !== undefined && (each.phone ?? each.email) !== undefined;
        expect(NewCaseSchema.safeParse(each).success).toBe(fit);
      }),
    );
  });
});

test('the sentence to say names how long we keep what they tell us', () => {
  expect(whatWeKeepInWords(12)).toContain('We erase it 12 months after we were last in touch');
  expect(whatWeKeepInWords(1)).toContain('1 month after');
});
