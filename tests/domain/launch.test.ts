import { describe, expect, test } from 'vitest';
import { addressBlockers } from '#domain/launch/addresses.ts';
import { contentBlockers } from '#domain/launch/content.ts';
import { questionBlockers } from '#domain/launch/questions.ts';
import { standingInWords } from '#domain/launch/words.ts';
import { BuyersSchema } from '#domain/settings/buyers.ts';
import { EvidenceSchema } from '#domain/settings/evidence.ts';
import type { Identity } from '#domain/settings/identity.ts';
import { LaunchSchema } from '#domain/settings/launch.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { LAUNCHED_IDENTITY, launchedSettings } from '../support/launched.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const TODAY = dayFromIso('2026-12-01') ?? 0;
const HOLIDAYS = Array.from({ length: 8 }, (_, index) => isoDate(TODAY + 30 * (index + 1)));

const standing = (settings: Settings, holidays: readonly string[] = HOLIDAYS) =>
  contentBlockers(settings, holidays, TODAY);

const without = (field: keyof typeof LAUNCHED_IDENTITY): Settings => {
  const { [field]: _, ...identity } = LAUNCHED_IDENTITY;
  return { ...launchedSettings(TODAY), identity: identity as Identity };
};

test('with everything set and confirmed, nothing stands', () => {
  expect(standing(launchedSettings(TODAY))).toEqual([]);
  expect(standingInWords([])).toBe('');
});

describe('one thing missing is the one thing that stands', () => {
  test.each<[keyof typeof LAUNCHED_IDENTITY, RegExp, boolean]>([
    ['legal-name', /The legal name is not known/, true],
    ['postal-address', /no postal address/, true],
    ['email', /no email address for the public/, true],
    ['company-number', /no company number/, true],
    ['registered-in', /part of the United Kingdom/, true],
    ['registered-office', /no registered office/, true],
    ['charity-number', /no charity number/, true],
    ['complaints', /no email address for complaints/, false],
    ['database-in', /where the database is kept/, false],
  ])('%s', (field, what, stopsBuild) => {
    const found = standing(without(field));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fix: expect.stringContaining(field) });
    expect(found[0]?.what).toMatch(what);
    expect(found[0]?.stopsBuild === true).toBe(stopsBuild);
  });

  const names = Object.keys(LaunchSchema.shape).filter(
    (name) => !name.startsWith('no-') && name !== 'data-protection-fee',
  );
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

test('a body that has not said what it is is asked that, and for its name', () => {
  const { name, email } = LAUNCHED_IDENTITY;
  const found = standing({
    ...launchedSettings(TODAY),
    identity: { name, email, complaints: email, 'database-in': 'London' },
  });
  expect(found.filter(({ group }) => group === 'identity').map(({ fix }) => fix)).toEqual([
    expect.stringContaining('Write legal-form in'),
    expect.stringContaining('Write legal-name in'),
    expect.stringContaining('Write postal-address in'),
  ]);
});

describe('where a number or a word that there is none will do', () => {
  test('the number of the data protection fee, or word that it is not due', () => {
    const settings = without('data-protection-registration');
    const { 'data-protection-fee': _, ...launch } = settings.launch;
    expect(standing({ ...settings, launch }).map(({ group }) => group)).toEqual(['data']);
    expect(standing(settings)).toEqual([]);
  });

  test('the fee is asked for again each year, whether its number stands or not', () => {
    const settings = launchedSettings(TODAY);
    const { 'data-protection-fee': _, ...launch } = settings.launch;
    const asked = (fee?: string) =>
      standing({ ...settings, launch: { ...launch, 'data-protection-fee': fee } }).map(
        ({ what }) => what,
      );
    expect(asked()).toEqual(['The data protection fee has no date.']);
    expect(asked('2025-11-29')).toEqual([
      'The data protection fee was last done on 2025-11-29, more than a year ago.',
    ]);
    expect(asked('2025-12-01')).toEqual([]);
  });
});

describe('the privacy notice', () => {
  const withPrivacy = (change: (privacy: Settings['privacy']) => void) => {
    const settings = structuredClone(launchedSettings(TODAY));
    change(settings.privacy);
    return standing(settings);
  };
  type Recipients = NonNullable<Settings['privacy']['recipients']>;
  const recipients = (privacy: Settings['privacy']): Recipients => privacy.recipients ?? {};

  test('that says nothing is asked for each thing, and stops a build for each', () => {
    const found = standing({ ...launchedSettings(TODAY), privacy: {} });
    expect(found.every(({ stopsBuild, group }) => stopsBuild && group === 'privacy-notice')).toBe(
      true,
    );
    expect(found.map(({ what }) => what)).toEqual([
      'The privacy notice has no date.',
      'It is not known what protects data with Netlify in the United States.',
      'It is not known what protects data with Resend in the United States.',
      'It is not known who keeps our mailboxes.',
      'It is not known who keeps our calendars.',
      'It is not known who carries calls on our line and keeps a list of them.',
      'It is not known who keeps further copies of the database.',
      'It is not said how long mail stays in your mailboxes.',
      'It is not said how long Resend keeps what it has sent.',
      'It is not said how long a copy of the database is kept.',
      'It is not said how long the telephone’s list of calls is kept.',
      'It is not said whether calls are recorded.',
    ]);
  });

  test.each(['protected-by', 'checked', 'copy'] as const)(
    'asks for %s of who keeps data in the United States, by file and field',
    (field) => {
      const found = withPrivacy((privacy) => {
        delete recipients(privacy).telephone?.[field];
      });
      expect(found.map(({ fix }) => fix)).toEqual([
        `Write recipients → telephone → ${field} in content/settings/privacy.yaml.`,
      ]);
    },
  );

  test('asks where a company keeps data, and nothing more of one in the United Kingdom', () => {
    const found = withPrivacy((privacy) => {
      recipients(privacy).telephone = { company: 'Example Telephones' };
    });
    expect(found.map(({ what }) => what)).toEqual([
      'It is not known where Example Telephones keeps data.',
    ]);
  });

  test('asks for no list of calls where nobody keeps one', () => {
    const found = withPrivacy((privacy) => {
      recipients(privacy).telephone = { company: 'none' };
      delete privacy.kept?.calls;
    });
    expect(found).toEqual([]);
  });

  test('comes back once its date, or a look at a list, is more than a year old, and stops no build', () => {
    const found = withPrivacy((privacy) => {
      privacy.dated = '2025-11-01';
      recipients(privacy).host = {
        'protected-by': 'data bridge',
        checked: '2025-11-01',
        copy: 'ask us',
      };
    });
    expect(found.map(({ what }) => what)).toEqual([
      'The privacy notice is of 2025-11-01, more than a year ago.',
      'What protects data with Netlify was last done on 2025-11-01, more than a year ago.',
    ]);
    expect(found.some(({ stopsBuild }) => stopsBuild)).toBe(false);
  });
});

describe('what is to be looked at each year', () => {
  const OLD = '2025-11-29';

  test.each(Object.keys(EvidenceSchema.shape))('the evidence for %s', (claim) => {
    const settings = launchedSettings(TODAY);
    const evidence = (given: object | undefined) =>
      standing({ ...settings, evidence: { ...settings.evidence, [claim]: given } });
    for (const given of [
      undefined,
      { kept: 'In the folder' },
      { checked: isoDate(TODAY) },
      { kept: 'In the folder', checked: OLD },
    ]) {
      const found = evidence(given);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ group: 'claims' });
      expect(found[0]?.fix).toContain(`${claim} → kept and ${claim} → checked`);
      expect(found[0]?.stopsBuild).toBeUndefined();
    }
  });

  test.each(Object.keys(BuyersSchema.shape))('what buyers are told of %s', (line) => {
    const settings = launchedSettings(TODAY);
    for (const given of [undefined, { says: 'Held.' }, { says: 'Held.', confirmed: OLD }]) {
      const found = standing({ ...settings, buyers: { ...settings.buyers, [line]: given } });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ group: 'buyer' });
      expect(found[0]?.fix).toContain(`${line} → says`);
      expect(found[0]?.stopsBuild).toBeUndefined();
    }
  });

  test.each([
    [{}, ['reviewed', 'answered-within']],
    [{ reviewed: OLD, 'answered-within': '5 working days' }, ['reviewed, and known-problems']],
  ])('the accessibility statement: %o', (accessibility, fields) => {
    const found = standing({ ...launchedSettings(TODAY), accessibility });
    expect(found.map(({ fix }) => fix)).toEqual(
      fields.map((field) => expect.stringContaining(`Write ${field}`)),
    );
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

test('what stands is told under its headings: the rule, where the answer goes, whether a build stops', () => {
  expect(standingInWords(standing(without('email')))).toBe(
    [
      'THE LAW',
      '',
      'Who runs the service',
      '  - There is no email address for the public.',
      '    Rule: A site that offers a service shows an email address: the Electronic Commerce (EC Directive) Regulations 2002, regulation 6(1)(c).',
      '    Answer: Write email in content/settings/identity.yaml.',
      '    Stops a production build: yes',
    ].join('\n'),
  );
});

test('it leads with the law, then what buyers ask, then the host', () => {
  const bare = standing({
    ...TEST_SETTINGS,
    identity: { name: 'Groups' },
    launch: {},
  });
  const said = standingInWords([...bare, ...questionBlockers([{ question: 'What is it?' }])]);
  const order = [
    'THE LAW',
    'Write legal-form',
    'Write legal-name',
    'The privacy notice',
    'Personal data',
    'Evidence for what the site claims',
    'The accessibility statement',
    'WHAT BUYERS ASK',
    'The page for buyers',
    'Questions readers ask',
    'THE HOST, AND WHAT RUNS ON IT',
    'Where it runs, and where data is kept',
    '\nMail\n',
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
