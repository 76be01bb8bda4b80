import { describe, expect, it } from 'vitest';
import {
  type CallState,
  callStateOf,
  callStateWords,
  type EnquiryState,
  enquiryStateWords,
  isAhead,
  isChangeable,
  wasInWords,
  withdrawnWords,
} from '#domain/cases/state-words.ts';
import { london } from '../support/london.ts';

const NOW = london('2026-11-24T10:00');

const times = (start: string, end: string) => ({ start: london(start), end: london(end) });

const tomorrow = times('2026-11-25T11:00', '2026-11-25T11:30');

const facts = (given: Partial<Parameters<typeof callStateOf>[0]> = {}) => ({
  ...tomorrow,
  cancelledAt: undefined,
  quarantinedAt: undefined,
  movedAt: undefined,
  ...given,
});

describe('the state of a call', () => {
  const then = new Date(NOW - 60_000);
  it.each<[CallState, Parameters<typeof facts>[0], boolean]>([
    ['call-booked', {}, false],
    ['call-moved', { movedAt: then }, false],
    ['call-cannot-take-place', {}, true],
    ['call-cannot-take-place', { movedAt: then }, true],
    ['call-under-way', times('2026-11-24T09:45', '2026-11-24T10:15'), false],
    ['call-under-way', times('2026-11-24T10:00', '2026-11-24T10:30'), false],
    ['call-past', times('2026-11-24T09:30', '2026-11-24T10:00'), false],
    ['call-past', { ...times('2026-11-24T09:00', '2026-11-24T09:30'), movedAt: then }, true],
    ['call-cancelled', { cancelledAt: then }, true],
    ['call-cancelled', { cancelledAt: then, quarantinedAt: then }, false],
    ['call-held', { quarantinedAt: then }, false],
  ])('%s', (state, given, conflicting) => {
    expect(callStateOf(facts(given), NOW, conflicting)).toBe(state);
  });
});

const CALL_STATES: readonly CallState[] = [
  'call-unbooked',
  'call-booked',
  'call-moved',
  'call-under-way',
  'call-cannot-take-place',
  'call-past',
  'call-cancelled',
  'call-held',
];
const ENQUIRY_STATES: readonly EnquiryState[] = [
  'enquiry-saved',
  'enquiry-answered',
  'enquiry-held',
];

const call = {
  ...tomorrow,
  kind: 'discovery-call',
  phone: '01632 960 001',
  email: 'person@example.org',
  now: NOW,
  quarantineDays: 7,
} as const;

const wordsOf = (state: CallState, { email }: { email?: string | undefined } = call) => {
  const { happened, next, can } = callStateWords(state, { ...call, email });
  return `${happened} ${next} ${can}`;
};

describe('what is said of a state', () => {
  it.each(CALL_STATES)('%s: what is so, what happens next, what can be done', (state) => {
    const { happened, next, can } = callStateWords(state, call);
    for (const sentence of [happened, next, can]) expect(sentence).toMatch(/[.!:]$/);
  });

  it.each(ENQUIRY_STATES)('%s: the same', (state) => {
    const about = { email: 'person@example.org', phone: undefined, quarantineDays: 7 };
    const { happened, next, can } = enquiryStateWords(state, about);
    for (const sentence of [happened, next, can]) expect(sentence).toMatch(/[.!:]$/);
  });

  it('calls a call booked only where its time is held, and says that we ring only where we do', () => {
    for (const state of CALL_STATES) {
      const booked = state === 'call-booked';
      expect(/is booked for/.test(wordsOf(state)), state).toBe(booked);
      const held = ['call-booked', 'call-moved', 'call-under-way', 'call-unbooked'].includes(state);
      expect(/We will ring you on/.test(wordsOf(state)), state).toBe(held);
    }
  });

  it('calls nothing sent, had or booked that is held', () => {
    const about = { email: 'person@example.org', phone: undefined, quarantineDays: 7 };
    const { happened, next, can } = enquiryStateWords('enquiry-held', about);
    for (const words of [`${happened} ${next} ${can}`, wordsOf('call-held')]) {
      expect(words).not.toMatch(/We have|is booked|has been sent|thank you/i);
      expect(words).toContain('7 days');
    }
  });

  it('promises an answer by the way they gave, and mail only where there is an address', () => {
    const byPhone = { email: undefined, phone: '01632 960 001', quarantineDays: 7 };
    expect(enquiryStateWords('enquiry-saved', byPhone).next).toContain('01632 960 001');
    expect(wordsOf('call-cannot-take-place', {})).not.toMatch(/write/);
    expect(callStateWords('call-unbooked', { ...call, email: undefined }).can).not.toMatch(/send/);
  });

  it('never says that anything commits anybody', () => {
    for (const state of CALL_STATES) expect(wordsOf(state)).not.toMatch(/commit/);
  });

  it('says when a moved call was', () => {
    const before = times('2026-11-24T15:00', '2026-11-24T15:30');
    expect(wasInWords(before, NOW)).toBe(
      'It was on Tuesday 24 November, 3pm to 3:30pm, UK time: we will not ring you then.',
    );
  });

  it('says of what was withdrawn that it is gone', () => {
    expect(withdrawnWords('ABCDEFGH').happened).toContain('erased');
  });
});

it('a call ahead can be changed until it begins', () => {
  const ahead = CALL_STATES.filter(isAhead);
  expect(ahead).toEqual(['call-booked', 'call-moved', 'call-under-way', 'call-cannot-take-place']);
  expect(CALL_STATES.filter(isChangeable)).toEqual([
    'call-booked',
    'call-moved',
    'call-cannot-take-place',
  ]);
});
