/** Every value that is wrong for one field, whichever field it is: what it is called, and the value. */
const WRONG_TYPES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an object', { a: 1 }],
  ['true', true],
  ['a list of lists', [['groups']]],
];

/** Texts in which there is nothing to see. */
const UNSEEN: readonly (readonly [string, string])[] = [
  ['a zero-width space', '\u200b'],
  ['a filler', '\u3164'],
  ['a byte order mark', '\ufeff'],
  ['controls', '\u0000\u001b'],
  ['half a character', '\ud83d'],
  ['line breaks', '\r\n\u2028'],
];

const LINES = ['organisation', 'name', 'role', 'when'] as const;
const REQUIRED = ['organisation', 'name', 'interests'] as const;

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
    UNSEEN.map(([what, value]): WrongEnquiry => [`nothing but ${what}`, field, value]),
  ),
  ...LINES.map((field): WrongEnquiry => ['too long', field, 'x'.repeat(201)]),
  ['too long', 'message', 'x'.repeat(5_001)],
  ['nothing but a zero-width space', 'message', '\u200b'],
  ['too long', 'email', `${'x'.repeat(250)}@example.org`],
  ['65 characters before the @', 'email', `${'x'.repeat(65)}@example.org`],
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
    'jané@example.org',
    'a@exa_mple.org',
    'A. Person\r\nBcc: other@example.org',
  ].map((value): WrongEnquiry => [`"${value}"`, 'email', value]),
  ...[
    '1234',
    '-----',
    '01632 960 001 or home',
    '0'.repeat(31),
    '960001',
    '+44;tel',
    '01632 960001 / 960002',
  ].map((value): WrongEnquiry => [`"${value}"`, 'phone', value]),
  ['empty', 'interests', []],
  ['text', 'interests', 'groups'],
  ['unknown', 'interests', ['groups', 'prices']],
  ['a number', 'interests', [1]],
  ['too many', 'interests', ['groups', 'groups', 'groups', 'groups', 'groups', 'groups']],
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
