import { OUTCOMES, type Outcome } from '../desk/outcomes.ts';

/**
 * How a case is at one instant: in quarantine, waiting for staff, with a call to come or under way,
 * closed, or resting (nothing is expected of staff for now).
 */
export type CaseStatus = 'quarantine' | 'waiting' | 'call' | 'closed' | 'resting';

/** How a list of cases says each. */
export const STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  quarantine: 'In quarantine',
  waiting: 'Waiting for us',
  call: 'Call to come',
  closed: 'Closed',
  resting: 'Nothing to do now',
};

/** Why a case waits: the person acted, a call passed with no outcome, nobody answered, or its follow-up date has come. */
export const WAITS_BECAUSE = ['wrote', 'call', 'no answer', 'follow-up'] as const;
export type WaitsBecause = (typeof WAITS_BECAUSE)[number];

/** What staff did about a case, as far as waiting goes. Outcomes that were undone are left out. */
export type StaffTurn =
  | { at: number; act: 'outcome'; outcome: Outcome; followUp: number | undefined }
  /** Staff said when to look at the case again, or opened one that was closed until then. */
  | { at: number; act: 'follow-up set' | 'reopened'; followUp: number }
  | { at: number; act: 'closed' }
  /** Staff offered times, or moved or cancelled a call. */
  | { at: number; act: 'other' };

/** What decides whether a case waits. Every instant is in milliseconds; acts of one case never share one. */
export interface CaseTurns {
  /** When the person enquired, booked, moved, cancelled, corrected or sent what was in quarantine. */
  person: readonly number[];
  /** Every call that holds its time, past or to come. */
  calls: readonly { start: number; end: number }[];
  staff: readonly StaffTurn[];
}

/**
 * From when a case waits, since when (by which lists are sorted) and why. `from` is -Infinity where nothing
 * is waited for first: not a call’s end, nor a date that staff gave.
 */
export interface Waits {
  from: number;
  since: number;
  because: WaitsBecause;
}

/** How a case stands until somebody acts again: when it begins to wait, if it does, and how it is until then. */
export interface Settled {
  waits: Waits | undefined;
  settled: 'resting' | 'closed';
}

const latest = (instants: readonly number[]) => Math.max(Number.NEGATIVE_INFINITY, ...instants);

/** Acts that say how a case is left, or when to look at it again. */
type Decision = Exclude<StaffTurn, { act: 'other' }>;

const isDecision = (turn: StaffTurn): turn is Decision => turn.act !== 'other';

/** How an act leaves a case; a date to look again leaves it as it was. */
function leaves(turn: Decision): 'waiting' | 'resting' | 'closed' | undefined {
  if (turn.act === 'outcome') return OUTCOMES[turn.outcome].leaves;
  if (turn.act === 'closed') return 'closed';
  return turn.act === 'reopened' ? 'resting' : undefined;
}

/** Whether an act of staff answers the person: trying and not reaching them does not, nor does a date to look again. */
function answers(turn: StaffTurn): boolean {
  if (turn.act === 'outcome') return OUTCOMES[turn.outcome].leaves !== 'waiting';
  return turn.act === 'closed' || turn.act === 'other';
}

/** When staff first replied to a person who had sent an enquiry at an instant; undefined while they did not. */
export function firstAnswer(
  replies: readonly number[],
  enquiredAt: number | undefined,
): number | undefined {
  if (enquiredAt === undefined) return undefined;
  const later = replies.filter((at) => at >= enquiredAt);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** What the person did, and the calls that began, since staff last answered: the latest such call says most. */
function unanswered({ person, calls }: CaseTurns, answeredAt: number) {
  const call = calls
    .filter(({ start }) => start > answeredAt)
    .toSorted((one, other) => other.start - one.start)[0];
  if (call) return { since: call.start, because: 'call' } as const;
  const acts = person.filter((at) => at > answeredAt);
  return acts.length === 0 ? undefined : ({ since: Math.min(...acts), because: 'wrote' } as const);
}

/** The last acts that say how a case is left, and when to look at it again. */
function lastDecisions(staff: CaseTurns['staff']) {
  const decisions = staff.filter(isDecision).toSorted((one, other) => one.at - other.at);
  return {
    stance: decisions.findLast((turn) => leaves(turn) !== undefined),
    dated: decisions.at(-1),
  };
}

type LastDecisions = ReturnType<typeof lastDecisions>;

const dateOf = (turn: Decision | undefined) =>
  turn && 'followUp' in turn ? turn.followUp : undefined;

/** Why a case would wait though the person has had an answer: what staff decided last says so. */
function byDecision({ stance, dated }: LastDecisions, answeredAt: number) {
  if (stance && leaves(stance) === 'waiting' && stance.at > answeredAt) {
    return { since: stance.at, because: 'no answer' } as const;
  }
  const followUp = dateOf(dated);
  // What staff did on that date or since has followed it up.
  if (followUp !== undefined && followUp > answeredAt) {
    return { since: followUp, because: 'follow-up' } as const;
  }
  return undefined;
}

/** Until when staff put off what waits already: until the date they gave, if nothing happened after they gave it. */
function putOffUntil({ dated }: LastDecisions, { person, calls }: CaseTurns): number {
  const followUp = dateOf(dated);
  if (!dated || followUp === undefined) return Number.NEGATIVE_INFINITY;
  const happened = latest([...person, ...calls.map(({ start }) => start)]);
  return happened > dated.at ? Number.NEGATIVE_INFINITY : followUp;
}

/** A case is closed by what staff decided last until the person acts again, whatever staff do then. */
const isClosedBy = ({ stance }: LastDecisions, { person }: CaseTurns) =>
  stance !== undefined && leaves(stance) === 'closed' && stance.at > latest(person);

/**
 * How a case stands after everything that was done about it: whatever happened last decides. What the
 * person did after staff last answered waits, except while a call is to come; a call that passed with no
 * outcome waits; so does the outcome that nobody answered, and any case whose follow-up date has come. A date
 * that staff gave puts off what waited before they gave it.
 */
export function settle(turns: CaseTurns): Settled {
  const answeredAt = latest(turns.staff.filter(answers).map(({ at }) => at));
  const decided = lastDecisions(turns.staff);
  const found = unanswered(turns, answeredAt) ?? byDecision(decided, answeredAt);
  const lastCallEnds = latest(turns.calls.map(({ end }) => end));
  // Only a date lies ahead. An act does not, though its moment may, when the clock went back.
  const due = found?.because === 'follow-up' ? found.since : putOffUntil(decided, turns);
  return {
    waits: found && { ...found, from: Math.max(due, lastCallEnds) },
    settled: isClosedBy(decided, turns) ? 'closed' : 'resting',
  };
}

/** How a settled case is at the instant `now`. */
export function caseStatus(
  { waits, settled }: Settled,
  { quarantined, calls }: { quarantined: boolean; calls: CaseTurns['calls'] },
  now: number,
): CaseStatus {
  if (quarantined) return 'quarantine';
  if (waits && waits.from <= now) return 'waiting';
  return calls.some(({ end }) => end > now) ? 'call' : settled;
}
