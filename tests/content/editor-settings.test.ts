import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { keepData } from '../../netlify/dev/edit/keep/keep-data.ts';
import type { Value } from '../../netlify/dev/edit/keep/value.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const LINE = readFileSync(`${SMALL_SITE}/content/settings/line.yaml`, 'utf8');
const IDENTITY = readFileSync(`${SMALL_SITE}/content/settings/identity.yaml`, 'utf8');

/** Settings with a comment in each place a comment can be in, and quotation marks of each kind. */
const FILE = `# Above.

name: The name   # beside
quoted: "09:00"
single: 'It is: so'
folded: >-
  over
  lines
count: 3

# Before a field.
days:
  # Before a day.
  monday: { opens: "09:00", closes: '18:00' } # a day
  tuesday: closed

closures:
  # Before the first.
  - { from: 2026-12-24, to: 2027-01-03, why: Winter } # the first
  - { from: 2027-03-01, to: 2027-03-02, why: Training }

# waiting:
# Below.
`;

const WAS = parse(FILE) as Record<string, Value>;
const [WINTER, TRAINING] = WAS['closures'] as Record<string, Value>[];
const MOVE = { from: '2027-06-01', to: '2027-06-02', why: 'Moving, at last' };

const HOURS = { opens: '10:00', closes: '16:00' };
const days = (changed: Value) => ({ ...(WAS['days'] as object), ...(changed as object) });

const CHANGES: readonly (readonly [
  name: string,
  changed: Record<string, Value>,
  from: string,
  to: string,
])[] = [
  ['plain words', { name: 'Other' }, 'name: The name   #', 'name: Other   #'],
  ['words in quotation marks', { quoted: '10:00' }, '"09:00"\nsingle', '"10:00"\nsingle'],
  ['words in single ones', { single: 'It’s: so' }, "'It is: so'", "'It’s: so'"],
  ['plain words that come to need them', { name: 'A: b' }, 'The name   #', '"A: b"   #'],
  ['words over lines', { folded: 'on one' }, '>-\n  over\n  lines\n', 'on one\n'],
  ['a number', { count: 4 }, 'count: 3', 'count: 4'],
  [
    'a time of a day',
    { days: days({ monday: { opens: '09:00', closes: '17:00' } }) },
    "'18:00'",
    "'17:00'",
  ],
  [
    'a day closed',
    { days: days({ monday: 'closed' }) },
    `{ opens: "09:00", closes: '18:00' } #`,
    'closed #',
  ],
  [
    'a day opened',
    { days: days({ tuesday: HOURS }) },
    'tuesday: closed',
    'tuesday: { opens: "10:00", closes: "16:00" }',
  ],
  [
    'a closure more',
    { closures: [WINTER, TRAINING, MOVE] },
    'why: Training }\n',
    'why: Training }\n  - { from: 2027-06-01, to: 2027-06-02, why: "Moving, at last" }\n',
  ],
  [
    'a closure in between',
    { closures: [WINTER, MOVE, TRAINING] },
    '  - { from: 2027-03-01',
    '  - { from: 2027-06-01, to: 2027-06-02, why: "Moving, at last" }\n  - { from: 2027-03-01',
  ],
  [
    'a closure less',
    { closures: [WINTER] },
    '  - { from: 2027-03-01, to: 2027-03-02, why: Training }\n',
    '',
  ],
  [
    'a closure that ends later',
    { closures: [{ ...WINTER, to: '2027-01-04' }, TRAINING] },
    'to: 2027-01-03',
    'to: 2027-01-04',
  ],
  ['a field that waited', { waiting: 'Here' }, '# waiting:\n', 'waiting: Here\n'],
  ['a field that goes', { count: undefined }, 'count: 3\n', ''],
  ['a field that comes', { other: true }, 'why: Training }\n', 'why: Training }\nother: true\n'],
];

test.each(CHANGES)('%s', (_, changed, from, to) => {
  expect(FILE.split(from)).toHaveLength(2);
  expect(keepData(FILE, WAS, { ...WAS, ...changed })).toBe(FILE.replace(from, () => to));
});

test('the last closure goes, and comes again', () => {
  const none = keepData(FILE, WAS, { ...WAS, closures: [] });
  expect(none).toContain('closures: []\n  # Before the first.\n\n# waiting:');
  expect(parse(none)).toEqual({ ...WAS, closures: [] });
  expect(parse(keepData(none, { ...WAS, closures: [] }, WAS))).toEqual(WAS);
});

test('the first item of a list stands under the comment that shows one', () => {
  const EMPTY = `${LINE}\n# One looks like this:\n#   - { from: 2026-12-24, why: Winter break }\nclosures: []\n`;
  const was = parse(EMPTY) as Record<string, Value>;
  const now = { ...was, closures: [{ from: '2026-12-24', to: '2027-01-03', why: 'Winter break' }] };
  expect(keepData(EMPTY, was, now)).toBe(
    EMPTY.replace(
      'closures: []\n',
      'closures:\n  - { from: 2026-12-24, to: 2027-01-03, why: Winter break }\n',
    ),
  );
});

test('a detail that becomes known takes the # off its line', () => {
  const was = parse(IDENTITY) as Record<string, Value>;
  const now = { ...was, email: 'hello@example.org', 'charity-number': '1234567' };
  expect(keepData(IDENTITY, was, now)).toBe(
    IDENTITY.replace('# email:\n', 'email: hello@example.org\n').replace(
      '# charity-number:\n',
      'charity-number: "1234567"\n',
    ),
  );
});

test('a field the form does not know stays', () => {
  expect(keepData('known: 1\nother: 2\n', { known: 1 }, { known: 3 })).toBe('known: 3\nother: 2\n');
});

test('a file of comments alone takes its first field', () => {
  expect(keepData('# Above.\n\n# first:\n# second:\n', {}, { second: '2026-11-24' })).toBe(
    '# Above.\n\n# first:\nsecond: 2026-11-24\n',
  );
  expect(keepData('# Above.', {}, { first: 'Words' })).toBe('# Above.\nfirst: Words\n');
});
