import { describe, expect, test } from 'vitest';
import { writeInvite } from '#domain/invite/calendar.ts';
import { type Envelope, lintInvite } from '#domain/invite/lint.ts';
import { handedOnFaults } from '#domain/invite/lint-handed-on.ts';
import { RULES, type Rule } from '#domain/invite/lint-rules.ts';
import { HEADERS, makeInvitation } from '../support/make-invitation.ts';

const invitation = makeInvitation({
  attendee: { email: 'a.person@council.example.org', name: 'Á. Person 🌿' },
  summary: 'Discovery call; with commas, too',
});
const text = writeInvite(invitation);
const envelope: Envelope = {
  from: 'Reflective Practice Groups <groups@example.org>',
  to: 'a.person@council.example.org',
  contentType: 'text/calendar; charset=UTF-8; method=REQUEST',
  headers: HEADERS,
};

const rulesBroken = (broken: string, expected = invitation, carried = envelope) =>
  lintInvite(broken, expected, carried).map(({ rule }) => rule);

const change = (from: string | RegExp, to: string) => (good: string) => {
  const changed = good.replace(from, to);
  expect(changed).not.toBe(good);
  return changed;
};
// The fold of another writer, so that a mutation breaks nothing but what it means to.
const fold = (one: string) => (one.match(/.{1,18}/gu) ?? []).join('\r\n ');
const refolded = (from: string, to: string) => (good: string) => {
  const unfolded = good.replaceAll('\r\n ', '');
  return change(from, to)(unfolded).split('\r\n').map(fold).join('\r\n');
};
const without = (name: string) => change(new RegExp(`\\r\\n${name}[;:](?:.|\\r\\n )*`), '');
const twice = (name: string) => change(new RegExp(`(\\r\\n${name}[;:](?:.|\\r\\n )*)`), '$1$1');
const line = (extra: string) => change('\r\nCLASS:PRIVATE', `\r\n${extra}\r\nCLASS:PRIVATE`);

const withoutHeader = (name: string) =>
  Object.fromEntries(Object.entries(HEADERS).filter(([header]) => header !== name));

type Mutation = readonly [what: string, rules: readonly Rule[], mutate: (good: string) => string];

const MUTATIONS: readonly Mutation[] = [
  ['a line ended by LF alone', ['line-endings'], change('CLASS:PRIVATE\r\n', 'CLASS:PRIVATE\n')],
  ['a line ended by CR alone', ['line-endings'], change('CLASS:PRIVATE\r\n', 'CLASS:PRIVATE\r')],
  ['no final CRLF', ['final-line-ending'], change(/\r\n$/, '')],
  ['every line unfolded', ['line-length'], (good) => good.replaceAll('\r\n ', '')],
  ['a fold inside a character', ['encoding'], change('🌿', '\ud83c\r\n \udf3f')],
  ['a control character', ['control-characters', 'summary'], change('with', 'w\u0007th')],
  ['a next-line character', ['control-characters', 'summary'], change('with', 'w\u0085th')],
  ['a line that is no property', ['content-lines'], line('no colon here')],
  ['an alarm', ['components'], line('BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM')],
  [
    'a second event',
    ['components'],
    change('END:VCALENDAR', 'BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR'),
  ],
  [
    'a time zone',
    ['components'],
    change('BEGIN:VEVENT', 'BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT'),
  ],
  [
    'a property after the event',
    ['components'],
    change('END:VEVENT\r\n', 'END:VEVENT\r\nX-A:b\r\n'),
  ],
  ['a calendar name', ['unknown'], change('METHOD', 'X-WR-CALNAME:Calls\r\nMETHOD')],
  ['an injected line', ['unknown'], line('ATTACH:https://example.org/')],
  ['a version of 1.0', ['version'], change('VERSION:2.0', 'VERSION:1.0')],
  ['another product', ['product'], change('Bookings', 'Others')],
  ['no calendar scale', ['scale'], without('CALSCALE')],
  ['another method', ['method', 'mime-method'], change('METHOD:REQUEST', 'METHOD:PUBLISH')],
  ['no method', ['method', 'mime-method'], without('METHOD')],
  ['another UID', ['uid'], change('UID:3f', 'UID:4f')],
  ['no UID', ['uid'], without('UID')],
  ['the sequence unchanged', ['sequence'], change('SEQUENCE:0', 'SEQUENCE:1')],
  ['a local stamp', ['stamp'], change(/DTSTAMP:(\w+)Z/, 'DTSTAMP:$1')],
  ['an older last change', ['last-modified'], change(/LAST-MODIFIED:2026/, 'LAST-MODIFIED:2025')],
  ['no creation', ['created'], without('CREATED')],
  ['a floating start', ['start'], change(/DTSTART:(\w+)Z/, 'DTSTART:$1')],
  ['a start in a zone', ['start'], change(/DTSTART:(\w+)Z/, 'DTSTART;TZID=Europe/London:$1')],
  ['an hour later', ['end'], change('DTEND:20260112T10', 'DTEND:20260112T11')],
  [
    'start and end swapped',
    ['start', 'end'],
    (good) => good.replace('DTSTART:', 'X:').replace('DTEND:', 'DTSTART:').replace('X:', 'DTEND:'),
  ],
  ['no organizer', ['organizer', 'from'], without('ORGANIZER')],
  [
    'the organizer in angle brackets',
    ['organizer', 'from'],
    change('mailto:groups@example.org', 'mailto:<groups@example.org>'),
  ],
  ['a shouted scheme', ['attendee', 'to'], change('mailto:a.p', 'MAILTO:a.p')],
  ['an answer asked for', ['attendee'], refolded('RSVP=FALSE', 'RSVP=TRUE')],
  ['no word on answering', ['attendee'], refolded(';RSVP=FALSE', '')],
  ['an accepted answer', ['attendee'], change('NEEDS-ACTION', 'ACCEPTED')],
  ['guests allowed', ['attendee'], change('GUESTS=0', 'GUESTS=9')],
  ['two attendees', ['attendee'], twice('ATTENDEE')],
  ['a caret in a name', ['attendee', 'common-name'], refolded('Á. Person', "Á.^'Person")],
  ['a backslash in a name', ['attendee', 'common-name'], refolded('Á. Person', 'Á.\\nPerson')],
  ['cancelled by status alone', ['status'], change('STATUS:CONFIRMED', 'STATUS:CANCELLED')],
  ['no status', ['status'], without('STATUS')],
  ['a comma not escaped', ['summary'], change('\\, too', ', too')],
  ['another summary', ['summary'], change('commas', 'colons')],
  ['no description', ['description'], without('DESCRIPTION')],
  [
    'another number',
    ['location'],
    change('LOCATION:By phone: 01632 960 001', 'LOCATION:By phone: 01632 960 002'),
  ],
  ['shown as free', ['transparency'], change('OPAQUE', 'TRANSPARENT')],
  ['shown to everybody', ['class'], change('CLASS:PRIVATE', 'CLASS:PUBLIC')],
  ['no class', ['class'], without('CLASS')],
  [
    'a call that says it is cancelled',
    ['cancel-words', 'description'],
    change('DESCRIPTION:', 'DESCRIPTION:This call is cancelled\r\n '),
  ],
  ['another page', ['url'], change('URI:https://example.org/', 'URI:https://evil.example.org/')],
  ['no page', ['url'], without('URL')],
];

describe('the lint', () => {
  test('finds nothing wrong with what we write', () => {
    expect(rulesBroken(text)).toEqual([]);
  });

  test.each(MUTATIONS)('names %s', (_, rules, mutate) => {
    expect(rulesBroken(mutate(text)).toSorted()).toEqual(rules.toSorted());
  });

  const ENVELOPES: readonly [string, Rule, Partial<Envelope>][] = [
    [
      'another MIME method',
      'mime-method',
      { contentType: 'text/calendar; charset=UTF-8; method=CANCEL' },
    ],
    ['no character set', 'mime-method', { contentType: 'text/calendar; method=REQUEST' }],
    ['another sender', 'from', { from: 'Groups <other@example.org>' }],
    ['another recipient', 'to', { to: 'staff@example.org' }],
    ['two recipients', 'to', { to: ['a.person@council.example.org', 'staff@example.org'] }],
    ['no recipient', 'to', { to: [] }],
    [
      'a message that absence filters answer',
      'headers',
      { headers: withoutHeader('Auto-Submitted') },
    ],
    [
      'a message that says people wrote it',
      'headers',
      { headers: { ...HEADERS, 'Auto-Submitted': 'no' } },
    ],
    [
      'a message that Exchange answers',
      'headers',
      { headers: withoutHeader('X-Auto-Response-Suppress') },
    ],
    ['a message in no conversation', 'headers', { headers: withoutHeader('References') }],
    [
      'a message in a conversation that cannot be read',
      'headers',
      { headers: { ...HEADERS, References: 'a case' } },
    ],
  ];
  test.each(ENVELOPES)('names %s', (_, rule, part) => {
    expect(rulesBroken(text, invitation, { ...envelope, ...part })).toEqual([rule]);
  });

  test('names a cancellation that does not say it is cancelled, or still asks for an answer', () => {
    const cancel = makeInvitation({ method: 'CANCEL', sequence: 1 });
    const carried = { ...envelope, contentType: 'text/calendar; charset=UTF-8; method=CANCEL' };
    const good = writeInvite(cancel);
    expect(rulesBroken(good, cancel, carried)).toEqual([]);
    expect(rulesBroken(good.replace('CANCELLED', 'CONFIRMED'), cancel, carried)).toEqual([
      'status',
    ]);
    const asking = refolded('PARTSTAT', 'RSVP=TRUE;PARTSTAT')(good);
    expect(rulesBroken(asking, cancel, carried)).toEqual(['attendee']);
  });

  test('names a cancellation whose words still promise the call', () => {
    const description = 'We will ring you on 01632 960 001, at 2pm (UK time).';
    const cancel = makeInvitation({ method: 'CANCEL', sequence: 1, description });
    const carried = { ...envelope, contentType: 'text/calendar; charset=UTF-8; method=CANCEL' };
    expect(rulesBroken(writeInvite(cancel), cancel, carried)).toEqual(['cancel-words']);
  });

  const handed = (changed: Parameters<typeof makeInvitation>[0] = {}) => ({
    farewell: makeInvitation({
      method: 'CANCEL',
      sequence: 1,
      attendee: { email: 'old@example.org' },
      ...changed,
    }),
    welcome: makeInvitation({
      uid: '00000000-0000-4000-8000-000000000009@example.org',
      sequence: 1,
    }),
  });

  test('finds nothing wrong with a call handed on under two UIDs', () => {
    expect(handedOnFaults(handed())).toEqual([]);
  });

  test.each([
    [
      'one UID for both',
      { uid: '00000000-0000-4000-8000-000000000009@example.org' },
      'The two must not share a UID.',
    ],
    [
      'one address for both',
      { attendee: { email: 'a.person@council.example.org' } },
      'The two must go to two addresses.',
    ],
    ['no cancellation', { method: 'REQUEST' as const }, 'The old address must be told CANCEL.'],
  ])('names a call handed on with %s', (_, changed, fault) => {
    expect(handedOnFaults(handed(changed))).toEqual([fault]);
  });

  test('names a call handed on and cancelled at the new address', () => {
    const { farewell } = handed();
    const welcome = makeInvitation({
      method: 'CANCEL',
      sequence: 1,
      uid: '00000000-0000-4000-8000-000000000009@example.org',
    });
    expect(handedOnFaults({ farewell, welcome })).toEqual([
      'The new address must be told REQUEST.',
    ]);
  });

  test('names a manage link in a staff invitation', () => {
    expect(rulesBroken(text, makeInvitation({ ...invitation, url: null }))).toEqual(['url']);
  });

  test('says of each rule what is wrong, and nothing of the invitation', () => {
    const faults = lintInvite('', invitation, { ...envelope, to: [] });
    expect(faults.map(({ message }) => message)).toContain(RULES.components);
    expect(JSON.stringify(faults)).not.toContain('erson');
  });

  test('has a mutation for every rule', () => {
    const shown = new Set([
      ...MUTATIONS.flatMap(([, rules]) => rules),
      ...ENVELOPES.map(([, rule]) => rule),
    ]);
    expect(Object.keys(RULES).filter((rule) => !shown.has(rule as Rule))).toEqual([]);
  });
});
