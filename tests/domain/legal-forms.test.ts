import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { particulars, statements } from '#domain/identity/statements.ts';
import { identityBlockers } from '#domain/launch/identity.ts';
import { type Identity, IdentitySchema } from '#domain/settings/identity.ts';
import { FORMS, type LegalForm, saysLimited } from '#domain/settings/legal-forms.ts';
import { bookedEmail } from '#emails/booking-emails.ts';
import { bookedNotice } from '#emails/booking-notices.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import { subjectAccessView } from '#web/desk/requests/subject-access-view.ts';
import { refuseUnfit } from '../../netlify/build/launch/refuse-unfit.ts';
import { launchedSettings } from '../support/launched.ts';
import { EVERY_FORM } from '../support/legal-forms.ts';
import { makeCallEmail } from '../support/make-call-email.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const TODAY = 20_000;

const CASES = Object.entries(EVERY_FORM) as [LegalForm, (typeof EVERY_FORM)[LegalForm]][];

const withIdentity = (identity: Identity) => ({ ...launchedSettings(TODAY), identity });

const without = (identity: Identity, field: string): Identity => {
  const { [field as keyof Identity]: _, ...rest } = identity;
  return rest as Identity;
};

test('each legal form there is stands in the table of these tests', () => {
  expect(Object.keys(EVERY_FORM).sort()).toEqual(Object.keys(FORMS).sort());
});

describe.each(CASES)('%s', (form, { identity, says, mustState }) => {
  test('is taken by the settings, and states all of it', () => {
    expect(IdentitySchema.parse(identity)).toEqual(identity);
    expect(particulars(identity)).toBe(says);
  });

  test('states it in the foot of every mail, to the public and to staff, in text and in HTML', async () => {
    for (const words of [bookedEmail(makeCallEmail()), bookedNotice(makeCallEmail())]) {
      expect(emailText(words, identity.name, particulars(identity)).endsWith(`\n\n${says}`)).toBe(
        true,
      );
      const $ = load(await emailHtml(words, identity.name, particulars(identity)));
      expect($('td.ink').last().text()).toBe(says);
    }
  });

  test('states it on the paper of what we hold', async () => {
    const page = await subjectAccessView({
      reference: 'ABCD2345',
      parts: [],
      identity,
      line: TEST_SETTINGS.line,
      host: 'example.org',
      stays: false,
      retention: { 'months-after-last-contact': 12, 'quarantine-days': 7 },
      now: 0,
    });
    expect(load(String(page))('.particulars').text()).toBe(says);
  });

  test('is published with all of it', () => {
    expect(refuseUnfit(withIdentity(identity), 'production', TODAY)).toBeUndefined();
  });

  test.each([...mustState, 'email', 'postal-address'])(
    'is not published without %s, and nothing is said in its place',
    (field) => {
      const left = without(identity, field);
      const refused = () => refuseUnfit(withIdentity(left), 'production', TODAY);
      expect(refused).toThrow(
        new RegExp(`Answer: Write ${field} in content/settings/identity\\.yaml\\.`),
      );
      const blockers = identityBlockers(left, launchedSettings(TODAY).launch);
      expect(blockers).toHaveLength(1);
      expect(blockers[0]?.why).toMatch(/(?:Regulations? |Act |UK GDPR)/);
      const value = identity[field as keyof Identity];
      const shown = typeof value === 'string' && field !== 'liability' ? value : undefined;
      if (shown) expect(particulars(left) ?? '').not.toContain(shown);
      expect(particulars(left) ?? '').not.toMatch(/undefined|: \.|, \.| {2}/);
    },
  );

  test('takes no field of another form', () => {
    const others = ['company-number', 'charity-number', 'address-for-service'].filter(
      (field) => !(FORMS[form].takes as readonly string[]).includes(field),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const field of others) {
      expect(IdentitySchema.safeParse({ ...identity, [field]: '0000000' }).success).toBe(false);
    }
  });
});

describe('while nothing is known', () => {
  const identity = { name: 'The Groups' };

  test('nothing is said, and mail is as it is without', async () => {
    expect(statements(identity)).toEqual([]);
    expect(particulars(identity)).toBeUndefined();
    const words = bookedEmail(makeCallEmail());
    expect(emailText(words, 'The Groups', particulars(identity))).toBe(
      emailText(words, 'The Groups'),
    );
    expect(await emailHtml(words, 'The Groups', particulars(identity))).toBe(
      await emailHtml(words, 'The Groups'),
    );
  });

  test('a name alone says who runs it', () => {
    expect(particulars({ ...identity, 'legal-name': 'Example Groups Limited' })).toBe(
      'The Groups is run by Example Groups Limited.',
    );
  });
});

describe('what has an answer for every form', () => {
  const { identity } = EVERY_FORM['public-body'];

  test('VAT, complaints, insurance and a regulated profession stand last', () => {
    const all = {
      ...identity,
      'vat-number': 'GB 123 4567 89',
      complaints: 'complaints@example.org',
      insurance: 'Professional indemnity, in the United Kingdom',
      insurer: 'Example Insurers, 4 Example Street, Exampleton',
      profession: 'Practitioner of examples, Example College, example.org/rules',
    };
    expect(particulars(all)).toBe(
      `${EVERY_FORM['public-body'].says} VAT number: GB 123 4567 89. Complaints: complaints@example.org. Insurance: Professional indemnity, in the United Kingdom; Example Insurers, 4 Example Street, Exampleton. Regulated profession: Practitioner of examples, Example College, example.org/rules.`,
    );
  });

  test.each([
    ['vat-number', 'no-vat-number', 'GB 123 4567 89'],
    ['insurance', 'no-compulsory-insurance', 'Professional indemnity'],
    ['profession', 'no-regulated-profession', 'Practitioner of examples'],
  ] as const)('%s, or word that there is none', (field, none, value) => {
    const { [none]: _, ...launch } = launchedSettings(TODAY).launch;
    const blockers = identityBlockers(identity, launch);
    expect(blockers).toHaveLength(1);
    expect(blockers[0]).toMatchObject({ stopsBuild: true });
    expect(blockers[0]?.fix).toContain(field);
    expect(blockers[0]?.fix).toContain(none);
    const answered = { ...identity, [field]: value, insurer: 'Example Insurers' };
    expect(identityBlockers(answered, launch)).toEqual([]);
  });

  test('insurance asks for its insurer', () => {
    const { launch } = launchedSettings(TODAY);
    const blockers = identityBlockers({ ...identity, insurance: 'Indemnity' }, launch);
    expect(blockers.map(({ fix }) => fix)).toEqual([
      'Write insurer in content/settings/identity.yaml.',
    ]);
  });
});

describe('a legal name', () => {
  test.each([
    ['Example Limited', true],
    ['EXAMPLE LTD.', true],
    ['Example plc', true],
    ['Enghraifft Cyfyngedig', true],
    ['Limited Example', false],
    ['Example CIC', false],
    ['Unlimited', false],
  ])('%s says that it is limited: %s', (name, says) => {
    expect(saysLimited(name)).toBe(says);
  });

  test('that is the name of the service is said once', () => {
    const { identity } = EVERY_FORM.company;
    expect(particulars({ ...identity, name: 'Example Groups Limited' })).toMatch(
      /^Example Groups Limited is a company registered in England and Wales, company number 00000000\. /,
    );
  });

  test('of an unlimited company is not called limited', () => {
    const identity: Identity = {
      ...EVERY_FORM['charitable-company'].identity,
      'legal-form': 'charitable-company',
      liability: 'unlimited',
    } as Identity;
    expect(particulars(identity)).not.toContain('limited company');
    expect(identityBlockers(identity, launchedSettings(TODAY).launch)).toEqual([]);
  });
});

test('a charity that is on no register says so in the settings, and nothing on the site', () => {
  const { identity } = EVERY_FORM.charity;
  const none = { ...identity, 'charity-number': 'none' } as Identity;
  expect(particulars(none)).toContain('The Groups is run by The Example Trust, a charity. Address');
  expect(identityBlockers(none, launchedSettings(TODAY).launch)).toEqual([]);
  const cio = { ...EVERY_FORM.cio.identity, 'charity-number': 'none' } as Identity;
  expect(identityBlockers(cio, launchedSettings(TODAY).launch)).toHaveLength(1);
});

test('a CIO of Scotland is a Scottish one', () => {
  const scottish = { ...EVERY_FORM.cio.identity, 'registered-in': 'Scotland' } as Identity;
  expect(particulars(scottish)).toContain(
    'a Scottish charitable incorporated organisation registered in Scotland, charity number 0000000.',
  );
});
