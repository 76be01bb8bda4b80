import { describe, expect, test } from 'vitest';
import { confirmedLines } from '#domain/buyers/confirmed-lines.ts';
import { privacyNoticeAtForm } from '#domain/privacy-notice/at-form.ts';
import { DETAILS, detailOf } from '#domain/privacy-notice/details.ts';
import { recipientsInWords } from '#domain/privacy-notice/recipients.ts';
import {
  privacyNoticeVersion,
  privacyNoticeVersionInWords,
} from '#domain/privacy-notice/version.ts';
import type { Privacy } from '#domain/settings/privacy.ts';
import { launchedSettings } from '../support/launched.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const LAUNCHED = launchedSettings(20_000);
const DATE = '4 October 2024';

const host = (given: NonNullable<Privacy['recipients']>['host']) =>
  recipientsInWords({ recipients: { host: given } })[0]?.where;

describe('who handles data', () => {
  test('are, while nothing is said, the companies the software itself uses', () => {
    expect(recipientsInWords({})).toEqual([
      {
        company: 'Netlify',
        does: 'hosts this site, runs its forms and holds its database',
        where: 'It is in the United States.',
      },
      {
        company: 'Resend',
        does: 'sends this site’s emails and tells it whether they arrived',
        where: 'It is in the United States.',
      },
    ]);
  });

  test('stand once each, with all they do, and “none” is nobody', () => {
    expect(recipientsInWords(LAUNCHED.privacy)).toEqual([
      expect.objectContaining({ company: 'Netlify' }),
      expect.objectContaining({ company: 'Resend' }),
      {
        company: 'Example Mail',
        does: 'keeps our mailboxes and keeps our calendars',
        where: 'What it has of yours is in the United Kingdom.',
      },
      {
        company: 'Example Telephones',
        does: 'carries calls on our line and keeps a list of them',
        where: `It is in the United States. It is certified under the UK–US data bridge: we found it on the public list on ${DATE}. For a copy, ask us.`,
      },
    ]);
  });

  test.each([
    ['data bridge', /certified under the UK–US data bridge: we found it on the public list on/],
    ['IDTA', /the ICO’s International Data Transfer Agreement, and we have assessed the risk/],
    ['Addendum', /the ICO’s Addendum to the European Union’s standard clauses/],
  ] as const)('in the United States are protected by: %s', (by, says) => {
    const where = host({ 'protected-by': by, checked: '2026-12-01', copy: 'ask us' });
    expect(where).toMatch(says);
    expect(where).toMatch(/on 1 December 2026\. For a copy, ask us\.$/);
  });

  test.each([
    { 'protected-by': 'data bridge', copy: 'ask us' },
    { checked: '2026-12-01', copy: 'ask us' },
    { copy: 'ask us' },
  ] as const)('what protects data is said whole or not at all: %o', (given) => {
    expect(host(given)).toBe('It is in the United States.');
  });

  test('one whose place is not known is named without it', () => {
    const [, , named] = recipientsInWords({ recipients: { telephone: { company: 'Example' } } });
    expect(named).toMatchObject({ company: 'Example', where: '' });
  });
});

describe('above the button of a form', () => {
  test('who, why, how long and who helps, before anything is filled in', () => {
    expect(privacyNoticeAtForm(TEST_SETTINGS, 'enquiry')).toEqual([
      'What you send goes to Reflective Practice Groups.',
      'We use it to answer you.',
      'We keep it for 12 months after we were last in touch.',
      'Netlify and Resend handle it for us.',
    ]);
  });

  test('with the legal name and everyone who helps, once they are known', () => {
    const [who, why, , helpers] = privacyNoticeAtForm(LAUNCHED, 'call');
    expect(who).toBe('What you send goes to Reflective Practice Groups (Example Groups Limited).');
    expect(why).toBe('We use it to ring you at the time you choose.');
    expect(helpers).toBe('Netlify, Resend, Example Mail and Example Telephones handle it for us.');
  });

  test('a complaint has its own reason', () => {
    expect(privacyNoticeAtForm(TEST_SETTINGS, 'complaint').slice(1, 3)).toEqual([
      'We use it to look into your complaint and answer it, as the law asks.',
      'We keep it until you have our answer, and for 12 months after we were last in touch.',
    ]);
  });
});

describe('details that pages name', () => {
  test('are unknown until they are said, all but the name', () => {
    const known = DETAILS.filter((detail) => detailOf(TEST_SETTINGS, detail) !== undefined);
    expect(known).toEqual(['name']);
  });

  test('are all known once everything is said, in words', () => {
    const unknown = DETAILS.filter((detail) => detailOf(LAUNCHED, detail) === undefined);
    expect(unknown).toEqual(['vat-number']);
    expect(detailOf(LAUNCHED, 'notice-date')).toBe(DATE);
    expect(detailOf(LAUNCHED, 'calls-recorded')).toBe('not recorded');
    expect(detailOf(LAUNCHED, 'accessibility-answered')).toBe('5 working days');
  });
});

describe('the version of the notice', () => {
  test.each([
    ['2026-12-01', '0123456789ab', '1 December 2026 (0123456789ab)'],
    [undefined, '0123456789ab', '0123456789ab'],
  ])('%s %s reads %s', (dated, mark, words) => {
    expect(privacyNoticeVersionInWords(privacyNoticeVersion(dated, mark))).toBe(words);
  });
});

describe('what buyers read', () => {
  test.each([
    [{}, []],
    [{ insurance: { says: 'Held.' }, dspt: { confirmed: '2026-12-01' } }, []],
    [
      { 'social-value': { says: 'Yes.', confirmed: '2026-12-01' }, insurance: {} },
      [{ id: 'social-value', label: 'Social value', says: 'Yes.', confirmed: '1 December 2026' }],
    ],
  ])('is what has both its words and its day: %o', (buyers, lines) => {
    expect(confirmedLines(buyers)).toEqual(lines);
  });
});
