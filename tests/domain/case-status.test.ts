import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseTurns,
  caseStatus,
  firstAnswer,
  type StaffTurn,
  settle,
} from '#domain/cases/case-status.ts';
import { OUTCOME_NAMES, type Outcome } from '#domain/desk/outcomes.ts';
import { propertyRuns } from '../support/properties.ts';

const turns = (given: Partial<CaseTurns>): CaseTurns => ({
  person: [],
  calls: [],
  staff: [],
  ...given,
});

const noted = (at: number, outcome: Outcome, followUp?: number): StaffTurn => ({
  at,
  act: 'outcome',
  outcome,
  followUp,
});

const other = (at: number): StaffTurn => ({ at, act: 'other' });

const closed = (at: number): StaffTurn => ({ at, act: 'closed' });
const reopened = (at: number, followUp: number): StaffTurn => ({ at, act: 'reopened', followUp });
const putOff = (at: number, followUp: number): StaffTurn => ({
  at,
  act: 'follow-up set',
  followUp,
});

const statusAt = (given: CaseTurns, now: number) =>
  caseStatus(settle(given), { quarantined: false, calls: given.calls }, now);

describe('what happened last decides whether a case waits', () => {
  it.each<[string, Partial<CaseTurns>, number, string]>([
    ['nothing was done yet', {}, 10, 'resting'],
    ['they enquired', { person: [1] }, 10, 'waiting'],
    ['they enquired, and we spoke', { person: [1], staff: [noted(2, 'spoke', 90)] }, 10, 'resting'],
    [
      'we left a message, and they corrected what they sent',
      { person: [1, 3], staff: [noted(2, 'left a message', 90)] },
      10,
      'waiting',
    ],
    [
      'we left a message, and its follow-up date has come',
      { person: [1], staff: [noted(2, 'left a message', 9)] },
      10,
      'waiting',
    ],
    [
      'we left a message, and its follow-up date is to come',
      { person: [1], staff: [noted(2, 'left a message', 11)] },
      10,
      'resting',
    ],
    [
      'the follow-up date came, and then we offered times',
      { person: [1], staff: [noted(2, 'left a message', 7), other(8)] },
      10,
      'resting',
    ],
    ['we wrote to them', { person: [1], staff: [noted(2, 'wrote', 90)] }, 10, 'resting'],
    ['nobody answered', { person: [1], staff: [noted(2, 'no answer')] }, 10, 'waiting'],
    [
      'we spoke, and later nobody answered',
      { person: [1], staff: [noted(2, 'spoke', 90), noted(3, 'no answer')] },
      10,
      'waiting',
    ],
    [
      'nobody answered, and then we offered times',
      { person: [1], staff: [noted(2, 'no answer'), other(3)] },
      10,
      'resting',
    ],
    ['a call is to come', { person: [1], calls: [{ start: 20, end: 23 }] }, 10, 'call'],
    ['a call is under way', { person: [1], calls: [{ start: 9, end: 12 }] }, 10, 'call'],
    [
      'a call passed with no outcome',
      { person: [1], calls: [{ start: 5, end: 8 }] },
      10,
      'waiting',
    ],
    [
      'a call passed, and we spoke',
      { person: [1], calls: [{ start: 5, end: 8 }], staff: [noted(6, 'spoke', 90)] },
      10,
      'resting',
    ],
    [
      'a call passed, and nobody answered',
      { person: [1], calls: [{ start: 5, end: 8 }], staff: [noted(6, 'no answer')] },
      10,
      'waiting',
    ],
    [
      'a follow-up date has come while a call is to come',
      { person: [1], calls: [{ start: 20, end: 23 }], staff: [noted(2, 'spoke', 5)] },
      10,
      'call',
    ],
    [
      'they booked a call and cancelled it, so that none is held',
      { person: [1, 2, 3] },
      10,
      'waiting',
    ],
    ['it is commissioned', { person: [1], staff: [noted(2, 'commissioned')] }, 10, 'closed'],
    ['not now', { person: [1], staff: [noted(2, 'not now')] }, 10, 'closed'],
    ['not for us', { person: [1], staff: [noted(2, 'not for us')] }, 10, 'closed'],
    ['a duplicate', { person: [1], staff: [noted(2, 'duplicate')] }, 10, 'closed'],
    [
      'it was closed, and they wrote again',
      { person: [1, 3], staff: [noted(2, 'not now')] },
      10,
      'waiting',
    ],
    [
      'it was closed, they wrote again, and we offered times',
      { person: [1, 3], staff: [noted(2, 'not now'), other(4)] },
      10,
      'resting',
    ],
    [
      'nobody answered, and we try again on a date to come',
      { person: [1], staff: [noted(2, 'no answer', 11)] },
      10,
      'resting',
    ],
    [
      'nobody answered, and the date to try again has come',
      { person: [1], staff: [noted(2, 'no answer', 9)] },
      10,
      'waiting',
    ],
    [
      'we were to try again on a date to come, and they wrote',
      { person: [1, 3], staff: [noted(2, 'no answer', 90)] },
      10,
      'waiting',
    ],
    [
      'not now, and the date to ask again is to come',
      { person: [1], staff: [noted(2, 'not now', 11)] },
      10,
      'closed',
    ],
    [
      'not now, and the date to ask again has come',
      { person: [1], staff: [noted(2, 'not now', 9)] },
      10,
      'waiting',
    ],
    [
      'they asked us to ring on a date to come',
      { person: [1], staff: [putOff(2, 11)] },
      10,
      'resting',
    ],
    ['the date they asked for has come', { person: [1], staff: [putOff(2, 9)] }, 10, 'waiting'],
    [
      'a call they were to have was put off, and another began since',
      { person: [1], calls: [{ start: 5, end: 8 }], staff: [putOff(2, 90)] },
      10,
      'waiting',
    ],
    ['we closed it', { person: [1], staff: [closed(2)] }, 10, 'closed'],
    ['we closed it, and they wrote', { person: [1, 3], staff: [closed(2)] }, 10, 'waiting'],
    [
      'we closed it, and opened it again until a date to come',
      { person: [1], staff: [closed(2), reopened(3, 11)] },
      10,
      'resting',
    ],
    [
      'we opened it again, and its date has come',
      { person: [1], staff: [noted(2, 'not now'), reopened(3, 9)] },
      10,
      'waiting',
    ],
    [
      'we put it off, and then closed it',
      { person: [1], staff: [putOff(2, 9), closed(3)] },
      10,
      'closed',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(statusAt(turns(given), now)).toBe(expected);
  });

  it('is in quarantine whatever else is so', () => {
    const given = turns({ person: [1] });
    const about = { quarantined: true, calls: given.calls };
    expect(caseStatus(settle(given), about, 10)).toBe('quarantine');
  });

  it('says since when it waits, and why', () => {
    expect(settle(turns({ person: [2, 4], staff: [noted(1, 'spoke', 90)] })).waits).toEqual({
      from: Number.NEGATIVE_INFINITY,
      since: 2,
      because: 'wrote',
    });
    const call = turns({ person: [1], calls: [{ start: 5, end: 8 }] });
    expect(settle(call).waits).toEqual({ from: 8, since: 5, because: 'call' });
    const tried = turns({ person: [1], staff: [noted(2, 'spoke', 90), noted(3, 'no answer')] });
    expect(settle(tried).waits).toEqual({
      from: Number.NEGATIVE_INFINITY,
      since: 3,
      because: 'no answer',
    });
    const rested = turns({ person: [1], staff: [noted(2, 'spoke', 9)] });
    expect(settle(rested).waits).toEqual({ from: 9, since: 9, because: 'follow-up' });
  });
});

type Said = 'person' | 'call' | 'other' | 'closed' | 'reopened' | 'follow-up set' | Outcome;

/** One thing that happened, in the order of time; of two at once, a call begins first. */
interface Happened {
  at: number;
  order: number;
  says: Said;
  followUp?: number | undefined;
}

/** What the last word of everything so far is. */
interface LastWord {
  open: boolean;
  unreached: boolean;
  closed: boolean;
  /** The date that the latest decision of staff gave, if it gave one, and whether nothing of the person came after it. */
  due: number;
  quiet: boolean;
  answeredAt: number;
}

const CLOSING: readonly Said[] = ['commissioned', 'not now', 'not for us', 'duplicate', 'closed'];

function heard(word: LastWord, one: Happened): LastWord {
  if (one.says === 'person') return { ...word, open: true, closed: false, quiet: false };
  if (one.says === 'call') return { ...word, open: true, quiet: false };
  if (one.says === 'other') {
    return { ...word, open: false, unreached: false, answeredAt: one.at };
  }
  const dated = { ...word, due: one.followUp ?? Number.POSITIVE_INFINITY, quiet: true };
  if (one.says === 'follow-up set') return dated;
  if (one.says === 'reopened') return { ...dated, unreached: false, closed: false };
  if (one.says === 'no answer') return { ...dated, unreached: true, closed: false };
  const answered = { ...dated, open: false, unreached: false, answeredAt: one.at };
  return { ...answered, closed: CLOSING.includes(one.says) };
}

/**
 * The rule said another way, instant by instant: walk through everything that happened up to `now` in
 * order, and see what the last word of it is.
 */
function restated({ person, calls, staff }: CaseTurns, now: number): string {
  if (calls.some(({ end }) => end > now)) return 'call';
  const happened: Happened[] = [
    ...person.map((at) => ({ at, order: 1, says: 'person' as const })),
    ...calls.map(({ start }) => ({ at: start, order: 0, says: 'call' as const })),
    ...staff.map((turn) =>
      turn.act === 'outcome'
        ? { at: turn.at, order: 2, says: turn.outcome, followUp: turn.followUp }
        : {
            ...{ at: turn.at, order: 2, says: turn.act },
            followUp: 'followUp' in turn ? turn.followUp : undefined,
          },
    ),
  ];
  const word = happened
    .sort((one, another) => one.at - another.at || one.order - another.order)
    .reduce(heard, {
      ...{ open: false, unreached: false, closed: false, quiet: false, answeredAt: -1 },
      due: Number.POSITIVE_INFINITY,
    });
  const { due } = word;
  const rest = word.closed ? 'closed' : 'resting';
  if (word.open || word.unreached) {
    return word.quiet && due !== Number.POSITIVE_INFINITY && due > now ? rest : 'waiting';
  }
  return due <= now && due > word.answeredAt ? 'waiting' : rest;
}

const RESTS: readonly Outcome[] = ['spoke', 'left a message', 'wrote'];

const BY_HAND = ['closed', 'reopened', 'follow-up set'] as const;

/** What staff did at an instant, by what it is called. */
function turnOf(
  kind: Exclude<Said, 'person' | 'call'>,
  at: number,
  followUp: number,
  given: boolean,
): StaffTurn {
  switch (kind) {
    case 'other':
      return other(at);
    case 'closed':
      return closed(at);
    case 'reopened':
      return reopened(at, followUp);
    case 'follow-up set':
      return putOff(at, followUp);
    default:
      return noted(at, kind, RESTS.includes(kind) || given ? followUp : undefined);
  }
}

/** Instants of acts, of which no two are the same; calls may begin when an act is done. */
const anyTurns: fc.Arbitrary<CaseTurns> = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 12 })
  .chain((instants) =>
    fc
      .record({
        kinds: fc.array(fc.constantFrom('person', 'other', ...BY_HAND, ...OUTCOME_NAMES), {
          minLength: instants.length,
          maxLength: instants.length,
        }),
        follow: fc.array(fc.integer({ min: 1, max: 60 }), {
          minLength: instants.length,
          maxLength: instants.length,
        }),
        given: fc.array(fc.boolean(), { minLength: instants.length, maxLength: instants.length }),
        calls: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
      })
      .map(({ kinds, follow, given, calls }) => ({
        person: instants.filter((_, index) => kinds[index] === 'person'),
        calls: calls.map((slot) => ({ start: slot * 5, end: slot * 5 + 3 })),
        staff: instants.flatMap((at, index): StaffTurn[] => {
          const kind = kinds[index];
          if (kind === 'person' || kind === undefined) return [];
          return [turnOf(kind, at, at + (follow[index] ?? 1), given[index] ?? false)];
        }),
      })),
  );

/** What had happened by `now`; a call that is to come then had been booked. */
const until = ({ person, calls, staff }: CaseTurns, now: number): CaseTurns => ({
  person: person.filter((at) => at <= now),
  calls,
  staff: staff.filter(({ at }) => at <= now),
});

describe('how soon a person was answered', () => {
  it.each<[string, number[], number | undefined]>([
    ['staff never replied', [], undefined],
    ['staff replied twice', [5, 4], 4],
    ['staff replied before they sent it too', [1, 7], 7],
  ])('%s', (_, replies, expected) => {
    expect(firstAnswer(replies, 2)).toBe(expected);
    expect(firstAnswer(replies, undefined)).toBeUndefined();
  });
});

describe('the rule, against an independent statement of it', () => {
  const runs = Math.max(2_000, propertyRuns());

  it('agrees at every instant, whatever was done in whatever order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyTurns, fc.integer({ min: 0, max: 260 }), (all, now) => {
        const given = until(all, now);
        const expected = restated(given, now);
        seen.add(expected);
        expect(statusAt(given, now)).toBe(expected);
      }),
      { numRuns: runs },
    );
    expect([...seen].sort()).toEqual(['call', 'closed', 'resting', 'waiting']);
  });

  it('needs nobody to look: what is settled once is right at every later instant', () => {
    fc.assert(
      fc.property(anyTurns, (given) => {
        const settled = settle(given);
        const last = Math.max(0, ...given.person, ...given.staff.map(({ at }) => at));
        for (let now = last; now <= last + 80; now += 1) {
          const about = { quarantined: false, calls: given.calls };
          expect(caseStatus(settled, about, now)).toBe(restated(given, now));
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});
