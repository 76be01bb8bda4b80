import { describe, expect, test } from 'vitest';
import { addressBlockers } from '#domain/launch/addresses.ts';
import { contentBlockers } from '#domain/launch/content.ts';
import { questionBlockers } from '#domain/launch/questions.ts';
import { standingInWords } from '#domain/launch/words.ts';
import type { Identity } from '#domain/settings/identity.ts';
import { LaunchSchema } from '#domain/settings/launch.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { LAUNCHED_IDENTITY, launchedSettings } from '../support/launched.ts';

const TODAY = dayFromIso('2026-12-01') ?? 0;
const HOLIDAYS = Array.from({ length: 8 }, (_, index) => isoDate(TODAY + 30 * (index + 1)));

const standing = (settings: Settings, holidays: readonly string[] = HOLIDAYS) =>
  contentBlockers(settings, holidays, TODAY);

const without = (field: keyof Identity): Settings => {
  const { [field]: _, ...identity } = LAUNCHED_IDENTITY;
  return { ...launchedSettings(TODAY), identity: identity as Identity };
};

const withIdentity = (identity: Partial<Identity>): Settings => ({
  ...launchedSettings(TODAY),
  identity: { ...LAUNCHED_IDENTITY, ...identity },
});

test('with everything set and confirmed, nothing stands', () => {
  expect(standing(launchedSettings(TODAY))).toEqual([]);
  expect(standingInWords([])).toBe('');
});

describe('one thing missing is the one thing that stands', () => {
  test.each<[keyof Identity, RegExp, boolean]>([
    ['legal-name', /The legal name is not known/, true],
    ['postal-address', /no postal address/, true],
    ['email', /no email address for the public/, true],
    ['company-number', /no company number/, true],
    ['registered-in', /part of the United Kingdom/, true],
    ['registered-office', /no registered office/, true],
    ['charity-number', /no charity number/, true],
    ['complaints', /no address for complaints/, false],
    ['database-in', /where the database is kept/, false],
  ])('%s', (field, what, stopsBuild) => {
    const found = standing(without(field));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fix: expect.stringContaining(field) });
    expect(found[0]?.what).toMatch(what);
    expect(found[0]?.stopsBuild === true).toBe(stopsBuild);
  });

  const optional = ['no-vat-number', 'data-protection-fee'];
  const names = Object.keys(LaunchSchema.shape).filter((name) => !optional.includes(name));
  test.each(names)('the confirmation %s', (name) => {
    const settings = launchedSettings(TODAY);
    const { [name as keyof Settings['launch']]: _, ...launch } = settings.launch;
    const found = standing({ ...settings, launch });
    expect(found).toHaveLength(1);
    expect(found[0]?.fix).toContain(`at ${name} in content/settings/launch.yaml`);
    expect(found[0]?.stopsBuild).toBeUndefined();
  });

  test('bank holidays of the coming year', () => {
    const found = standing(launchedSettings(TODAY), HOLIDAYS.slice(1));
    expect(found.map(({ what }) => what)).toEqual([
      'Fewer than 8 bank holidays are known for the coming year.',
    ]);
  });

  test('a line that never opens', () => {
    const settings = launchedSettings(TODAY);
    const hours = Object.fromEntries(
      Object.keys(settings.line.hours).map((day) => [day, 'closed']),
    ) as Settings['line']['hours'];
    const found = standing({ ...settings, line: { ...settings.line, hours } });
    expect(found.map(({ group }) => group)).toEqual(['times']);
  });
});

describe('what a body must show depends on what it is', () => {
  const numbers = { 'company-number': undefined, 'charity-number': undefined };
  test.each<[string, Partial<Identity>, string[]]>([
    ['a charity shows no company', { ...numbers, 'legal-form': 'charity' }, ['charity-number']],
    ['a company shows no charity', { ...numbers, 'legal-form': 'company' }, ['company-number']],
    ['others show neither', { ...numbers, 'legal-form': 'other' }, []],
    [
      'one that has not said is asked for every number, and what it is',
      { ...numbers, 'legal-form': undefined },
      ['legal-form', 'company-number', 'charity-number'],
    ],
    [
      'a number says what it is',
      { 'legal-form': undefined, 'charity-number': undefined, 'registered-office': undefined },
      ['registered-office'],
    ],
  ])('%s', (_, identity, fields) => {
    const found = standing(withIdentity(identity)).map(({ fix }) => fix);
    expect(found).toHaveLength(fields.length);
    for (const [index, field] of fields.entries()) expect(found[index]).toContain(field);
  });
});

describe('where a number or a word that there is none will do', () => {
  test('a VAT number, or word that the service is not registered', () => {
    const settings = launchedSettings(TODAY);
    const { 'no-vat-number': _, ...launch } = settings.launch;
    expect(standing({ ...settings, launch })).toHaveLength(1);
    const identity = { ...LAUNCHED_IDENTITY, 'vat-number': 'GB 123 4567 89' };
    expect(standing({ ...settings, launch, identity })).toEqual([]);
  });

  test('the number of the data protection fee, or word that it is paid or not due', () => {
    const settings = without('data-protection-registration');
    const { 'data-protection-fee': _, ...launch } = settings.launch;
    expect(standing({ ...settings, launch }).map(({ group }) => group)).toEqual(['data']);
    expect(standing(settings)).toEqual([]);
  });
});

describe('a date that was written down', () => {
  const dated = (name: keyof Settings['launch'], date: string) => {
    const settings = launchedSettings(TODAY);
    return standing({ ...settings, launch: { ...settings.launch, [name]: date } });
  };

  test('is not believed while it is to come', () => {
    expect(dated('webhook', '2026-12-02')[0]?.what).toBe(
      'webhook is dated 2026-12-02, which is still to come.',
    );
  });

  test('of what is done yearly grows old', () => {
    expect(dated('backup-restored', '2025-11-29')[0]?.what).toBe(
      'backup-restored was last done on 2025-11-29, more than a year ago.',
    );
    expect(dated('backup-restored', '2025-12-01')).toEqual([]);
    expect(dated('webhook', '2020-01-01')).toEqual([]);
  });
});

describe('addresses that are well formed and reach nobody', () => {
  test.each([
    [{ MAIL_FROM: 'Groups <hello@example.org>' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'hello@mail.example.com' }, 'MAIL_FROM'],
    [{ STAFF_EMAIL: 'one@groups.uk, two@staff.test' }, 'STAFF_EMAIL'],
    [{ URL: 'http://groups.uk' }, 'URL'],
    [{ URL: 'https://localhost' }, 'URL'],
    [{ URL: 'https://www.example.org' }, 'URL'],
  ])('%o', (addresses, setting) => {
    const found = addressBlockers(addresses);
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain(setting);
  });

  test.each([
    { MAIL_FROM: 'Groups <hello@groups.uk>' },
    { MAIL_FROM: 'hello@myexample.org' },
    { STAFF_EMAIL: 'one@groups.uk' },
    { URL: 'https://groups.uk' },
    {},
  ])('not %o', (addresses) => {
    expect(addressBlockers(addresses)).toEqual([]);
  });
});

test('what stands is told under its heading, with how to fix it and why it matters', () => {
  expect(standingInWords(standing(without('email')))).toBe(
    [
      'What a buyer needs to know',
      '  - There is no email address for the public.',
      '    Fix: Write email in content/settings/identity.yaml.',
      '    Why: A site that offers a service shows an email address: the Electronic Commerce (EC Directive) Regulations 2002, regulation 6(1)(c).',
    ].join('\n'),
  );
});

test('it leads with what a buyer needs, name first, then the law, then the host', () => {
  const bare = standing({
    ...launchedSettings(TODAY),
    identity: { name: 'Groups' },
    launch: {},
  });
  const said = standingInWords([...bare, ...questionBlockers([{ question: 'What is it?' }])]);
  const order = [
    'What a buyer needs to know',
    'Write legal-name',
    'Write legal-form',
    'Write email',
    'Questions readers ask',
    'What the law asks the site to show',
    'The law on personal data',
    'Where it runs, and where data is kept',
    'Mail',
  ];
  const places = order.map((words) => said.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('questions without an answer stand, together, and answered ones do not', () => {
  const answered = { question: 'How long is it?', answer: 'An hour or so.' };
  expect(questionBlockers([answered])).toEqual([]);
  const [found, ...others] = questionBlockers([
    { question: 'What does it cost?' },
    answered,
    { question: 'Who comes?' },
  ]);
  expect(others).toEqual([]);
  expect(found?.what).toBe('2 questions have no answer: “What does it cost?” “Who comes?”');
  expect(found?.stopsBuild).toBeUndefined();
});
