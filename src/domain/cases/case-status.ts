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
  /** Staff offered times, or moved or cancelled a call. */
  | { at: number; act: 'other' };

/** What decides whether a case waits. Every instant is in milliseconds; acts of one case never share one. */
export interface CaseTurns {
  /** When the person enquired, booked, moved, cancelled, corrected or sent what had been held back. */
  person: readonly number[];
  /** Every call that holds its time, past or to come. */
  calls: readonly { start: number; end: number }[];
  staff: readonly StaffTurn[];
}

/**
 * From when a case waits, since when (by which lists are sorted) and why. `from` is -Infinity where nothing
 * is waited for first: not a call’s end, nor a follow-up date.
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

type NotedOutcome = Extract<StaffTurn, { act: 'outcome' }>;

const isOutcome = (turn: StaffTurn): turn is NotedOutcome => turn.act === 'outcome';

/** Whether an act of staff answers the person: trying and not reaching them does not. */
export const answers = (turn: StaffTurn): boolean =>
  !isOutcome(turn) || OUTCOMES[turn.outcome].leaves !== 'waiting';

/** What the person did, and the calls that began, since staff last answered: the latest such call says most. */
function unanswered({ person, calls }: CaseTurns, answeredAt: number) {
  const call = calls
    .filter(({ start }) => start > answeredAt)
    .toSorted((one, other) => other.start - one.start)[0];
  if (call) return { since: call.start, because: 'call' } as const;
  const acts = person.filter((at) => at > answeredAt);
  return acts.length === 0 ? undefined : ({ since: Math.min(...acts), because: 'wrote' } as const);
}

/** Why a case would wait though the person has had an answer: the latest outcome says so. */
function byOutcome(outcome: NotedOutcome | undefined, answeredAt: number) {
  if (!outcome) return undefined;
  const { leaves } = OUTCOMES[outcome.outcome];
  if (leaves === 'waiting' && outcome.at > answeredAt) {
    return { since: outcome.at, because: 'no answer' } as const;
  }
  // What staff did on that date or since has followed it up.
  if (leaves === 'resting' && outcome.followUp !== undefined && outcome.followUp > answeredAt) {
    return { since: outcome.followUp, because: 'follow-up' } as const;
  }
  return undefined;
}

/** Only a follow-up date lies ahead. An act does not, though its moment may, when the clock went back. */
const startsAt = ({ since, because }: Pick<Waits, 'since' | 'because'>) =>
  because === 'follow-up' ? since : Number.NEGATIVE_INFINITY;

/** A case is closed by its latest outcome until the person acts again, whatever staff do then. */
const isClosedBy = (outcome: NotedOutcome | undefined, { person }: CaseTurns) =>
  outcome !== undefined &&
  OUTCOMES[outcome.outcome].leaves === 'closed' &&
  outcome.at > latest(person);

/**
 * How a case stands after everything that was done about it: whatever happened last decides. What the
 * person did after staff last answered waits, except while a call is to come; a call that passed with no
 * outcome waits; so does the outcome that nobody answered, and one whose follow-up date has come.
 */
export function settle(turns: CaseTurns): Settled {
  const answeredAt = latest(turns.staff.filter(answers).map(({ at }) => at));
  const outcome = turns.staff
    .filter(isOutcome)
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
  const found = unanswered(turns, answeredAt) ?? byOutcome(outcome, answeredAt);
  const lastCallEnds = latest(turns.calls.map(({ end }) => end));
  return {
    waits: found && { ...found, from: Math.max(startsAt(found), lastCallEnds) },
    settled: isClosedBy(outcome, turns) ? 'closed' : 'resting',
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
