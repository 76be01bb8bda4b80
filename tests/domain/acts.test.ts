import { expect, test } from 'vitest';
import {
  ACT_NAMES,
  type ActDone,
  type CaseAct,
  extendsKeeping,
  isReply,
  seenToAt,
} from '#domain/desk/acts.ts';
import { OUTCOME_NAMES, type Outcome } from '#domain/desk/outcomes.ts';

/** Every act, an outcome for each that can be noted; what else it has decides nothing. */
const every = ACT_NAMES.flatMap((act): CaseAct[] =>
  act === 'outcome'
    ? OUTCOME_NAMES.map((outcome) => ({ act, outcome }))
    : [{ act } as Exclude<CaseAct, { outcome: Outcome }>],
);

const namesOf = (acts: readonly CaseAct[]) =>
  acts.map((done) => (done.act === 'outcome' ? done.outcome : done.act)).sort();

/** Acts by which a person had a reply to what they sent. */
const REPLIES = [
  ...['times offered', 'call booked', 'call moved', 'call cancelled'],
  ...['complaint progress', 'complaint outcome'],
  ...['spoke', 'left a message', 'wrote', 'commissioned', 'not now', 'not for us'],
];

test('a person has had a reply once staff answered, offered, booked, moved or told, and not when they only heard from us', () => {
  expect(namesOf(every.filter(isReply))).toEqual(REPLIES.toSorted());
});

test('a case is kept for its whole time from every reply, and from whatever else its person heard from us', () => {
  const contact = ['released', 'opened', 'link sent', 'complaint acknowledged'];
  expect(namesOf(every.filter(extendsKeeping))).toEqual([...REPLIES, ...contact].sort());
});

const done = (act: CaseAct, minute: number, more: Partial<ActDone> = {}): ActDone =>
  ({
    ...act,
    id: String(minute),
    actor: 'staff@example.org',
    at: new Date(minute),
    ...more,
  }) as ActDone;

test('staff saw to a person when they last did something for them that stands', () => {
  const undone = { at: new Date(9), actor: 'staff@example.org' };
  const acts = [
    done({ act: 'outcome', outcome: 'no answer' }, 1),
    done({ act: 'outcome', outcome: 'spoke' }, 2, { undone }),
    done({ act: 'note', words: 'x' }, 3),
    done({ act: 'held' }, 4),
    done({ act: 'follow-up set', followUp: 1 }, 5),
  ];
  expect(seenToAt(acts)).toBe(1);
  expect(seenToAt(acts.slice(1))).toBeUndefined();
});
