/** Every value that is wrong for one field, whichever field it is: what it is called, and the value. */
const WRONG_TYPES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an object', { a: 1 }],
  ['true', true],
  ['a list of lists', [['groups']]],
];

const HIDDEN: readonly (readonly [string, string])[] = [
  ['a null character', 'A\u0000B'],
  ['a line break', 'A\nB'],
  ['a header', 'A\r\nBcc: other@example.org'],
  ['a trailing line break', 'AB\r\n'],
  ['an escape character', 'A\u001b[31mB'],
  ['a C1 control', 'A\u0085B'],
  ['a right-to-left override', 'A\u202eB'],
  ['an isolate', 'A\u2066B'],
  ['a zero-width space', 'A\u200bB'],
  ['a zero-width joiner', 'A\u200dB'],
  ['a byte order mark', '\ufeffAB'],
  ['a soft hyphen', 'A\u00adB'],
  ['a line separator', 'A\u2028B'],
  ['half a character', 'A\ud83dB'],
];

const LINES = ['organisation', 'name', 'role', 'when'] as const;
const REQUIRED = ['organisation', 'name', 'email', 'interests'] as const;

/** What is wrong, with which field, and the value that is sent; undefined leaves the field out. */
export type WrongEnquiry = readonly [what: string, field: string, value: unknown];

/** Enquiries that are wrong in one field each. */
export const WRONG_ENQUIRIES: readonly WrongEnquiry[] = [
  ...REQUIRED.map((field): WrongEnquiry => ['missing', field, undefined]),
  ...[...LINES, 'email', 'phone', 'message'].flatMap((field): WrongEnquiry[] => [
    ['empty', field, ''],
    ['blank', field, '   '],
    ...WRONG_TYPES.map(([what, value]): WrongEnquiry => [what, field, value]),
    ['a number', field, 42],
  ]),
  ...[...LINES, 'email', 'phone'].flatMap((field) =>
    HIDDEN.map(
      ([what, value]): WrongEnquiry => [
        what,
        field,
        field === 'email' ? `${value}@example.org` : value,
      ],
    ),
  ),
  ...LINES.map((field): WrongEnquiry => ['too long', field, 'x'.repeat(201)]),
  ['too long', 'message', 'x'.repeat(5_001)],
  ['a null character', 'message', 'A\u0000B'],
  ['a right-to-left override', 'message', 'A\u202eB'],
  ['a zero-width space', 'message', 'A\u200bB'],
  ['half a character', 'message', 'A\udc00B'],
  ['too long', 'email', `${'x'.repeat(250)}@example.org`],
  ...[
    'person',
    'person@',
    '@example.org',
    'person@example',
    'a b@example.org',
    'a@b@example.org',
    'a@example.org, b@example.org',
    '<a@example.org>',
    'A <a@example.org>',
    'a..b@example.org',
  ].map((value): WrongEnquiry => [`"${value}"`, 'email', value]),
  ...[
    '1234',
    '-----',
    '01632 960 001 or home',
    '0'.repeat(31),
    '01632/960001',
    '+44;tel',
    '٠١٦٣٢٩٦٠٠٠١',
  ].map((value): WrongEnquiry => [`"${value}"`, 'phone', value]),
  ['empty', 'interests', []],
  ['text', 'interests', 'groups'],
  ['unknown', 'interests', ['groups', 'prices']],
  ['a number', 'interests', [1]],
  ['too many', 'interests', ['groups', 'groups', 'groups', 'groups', 'groups']],
  ...WRONG_TYPES.map(([what, value]): WrongEnquiry => [what, 'interests', value]),
  ...['people', 'sessions'].flatMap((field): WrongEnquiry[] =>
    [0, -1, 1.5, Number.MAX_VALUE, '46', '', null, true, [46], {}].map((value) => [
      JSON.stringify(value),
      field,
      value,
    ]),
  ),
  ['too many', 'people', 100_001],
  ['too many', 'sessions', 53],
  ...['daily', '', 'Monthly', null, 1, ['weekly']].map(
    (value): WrongEnquiry => [JSON.stringify(value), 'rhythm', value],
  ),
  ...[
    'reference',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'Organisation',
    ' name',
  ].map((field): WrongEnquiry => ['an unknown field', field, 'x']),
];
