import { describe, expect, it } from 'vitest';
import { looksAutomatic, readFormId, TOO_FAST_MS, TRAP_FIELD } from '#domain/forms/automatic.ts';

/**
 * What browsers' autofill and password managers look for in a field's name, id and label, each as one of
 * them is known to: by part of a word, in any case. A field that holds none of them is left alone.
 */
const FILLED_IN_BY_OTHERS = [
  'name', 'fname', 'lname', 'given', 'family', 'first', 'last', 'middle', 'initial', 'nick', 'prefix',
  'suffix', 'honor', 'title', 'mail', 'user', 'login', 'account', 'member', 'pass', 'pwd', 'pin', 'otp',
  'code', 'token', 'secret', 'security', 'captcha', 'totp', 'mfa', 'verif', 'confirm', 'phone', 'tel',
  'mobile', 'cell', 'fax', 'ext', 'addr', 'street', 'line', 'house', 'apt', 'unit', 'suite', 'city', 'town',
  'suburb', 'locality', 'region', 'state', 'county', 'province', 'zip', 'post', 'country', 'company',
  'business', 'organi', 'employer', 'depart', 'job', 'role', 'occupation', 'web', 'site', 'url', 'home',
  'link', 'http', 'card', 'cc', 'cvv', 'cvc', 'csc', 'exp', 'month', 'year', 'date', 'birth', 'bday', 'dob',
  'day', 'sex', 'gender', 'age', 'iban', 'bic', 'bank', 'tax', 'vat', 'ssn', 'licen', 'passport', 'lang',
  'search', 'query', 'coupon', 'promo', 'gift', 'amount', 'price', 'currency', 'quantity', 'message',
  'comment', 'subject', 'note', 'photo', 'impp', 'skype', 'twitter', 'social', 'contact', 'recipient',
  'billing', 'shipping', 'delivery', 'attention', 'care',
]; // biome-ignore format: a list of words reads better in lines

describe('the trap', () => {
  it.each(FILLED_IN_BY_OTHERS)('has a name in which nobody finds “%s”', (term) => {
    expect(TRAP_FIELD.toLowerCase()).not.toContain(term);
    expect(TRAP_FIELD.replaceAll('-', '').toLowerCase()).not.toContain(term);
  });
});

describe('whether a post looks automatic', () => {
  it.each<[string, unknown, number | undefined, boolean]>([
    ['the trap is filled in', 'x', undefined, true],
    ['the trap is filled in twice', ['x', 'y'], undefined, true],
    ['the trap is empty', '', undefined, false],
    ['there is no trap', undefined, undefined, false],
    ['it came back at once', undefined, 0, true],
    ['it came back just too soon', undefined, TOO_FAST_MS - 1, true],
    ['it came back in time', undefined, TOO_FAST_MS, false],
    ['it was open for a week', undefined, 7 * 86_400_000, false],
    ['the clock went back while it was open', undefined, -3_600_000, false],
  ])('%s', (_, trap, age, expected) => {
    expect(looksAutomatic({ trap, age })).toBe(expected);
  });
});

describe("a form's id", () => {
  it.each([
    ['one of ours', 'Zm9ybS1pZC1vZi1vdXJz', true],
    ['too short to be told from another', 'abc', false],
    ['too long', 'a'.repeat(65), false],
    ['with other characters', 'form id of mine', false],
    ['two of them', ['Zm9ybS1pZC1vZi1vdXJz', 'b'], false],
    ['none', undefined, false],
  ])('%s', (_, value, kept) => {
    expect(readFormId(value)).toBe(kept ? value : undefined);
  });
});
