import type { Conflict } from '../booking/conflicting-booking.ts';
import type { CaseStatus, WaitsBecause } from '../cases/case-status.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { type CaseMail, knownLostAt, mailTold } from './case-mail.ts';
import type { DeskHappening } from './happening.ts';
import type { Hold } from './hold.ts';
import type { Outcome } from './outcomes.ts';

/** A call as far as what comes next goes. */
export interface CallAhead extends Slot {
  kind: CallKind;
  phone: string;
  state: 'to-come' | 'under-way' | 'past' | 'cancelled' | 'quarantine';
  /** Why a call to come cannot take place at its time. */
  because?: Conflict | undefined;
  /** When other times were last offered for it, since it was put where it is. */
  offeredAt?: number | undefined;
}

/** An outcome somebody of the staff noted; `at` is in milliseconds. */
export interface OutcomeAt {
  outcome: Outcome;
  at: number;
  actor: string;
  /** The London day on which to look at the case again. */
  followUp: number | undefined;
}

/** What staff decided about a case last: an outcome, or that it is closed, open again, or put off. */
export interface DecisionAt extends Omit<OutcomeAt, 'outcome'> {
  label: string;
}

/** What is known of a case when somebody asks what to do about it. */
export interface CaseFacts {
  status: CaseStatus;
  /** Staff closed it, and its person has done nothing since. */
  closed: boolean;
  /** Since when and why it waits, or will once a call has passed. */
  waits: { since: number; because: WaitsBecause } | undefined;
  /** The outcomes that staff noted and nobody undid, oldest first. */
  outcomes: readonly OutcomeAt[];
  /** What they decided last, outcomes among it. */
  decided: DecisionAt | undefined;
  /** When staff last saw to its person. */
  seenToAt: number | undefined;
  calls: readonly CallAhead[];
  mail: readonly CaseMail[];
  complaint:
    | { receivedAt: Date; acknowledgedAt: Date | undefined; endedAt: Date | undefined }
    | undefined;
  hold: Hold | undefined;
  /** A request about their data that is noted and not answered; `by` is the London day by which it is to be. */
  request: { by: number | undefined } | undefined;
  /** When times were offered of which the person has chosen none, if nobody has done anything since. */
  offeredAt: number | undefined;
}

/** One thing a case asks of staff, or that it asks nothing. */
export type NextThing =
  | { kind: 'hold'; hold: Hold }
  | { kind: 'data-request'; by: number | undefined }
  | { kind: 'complaint'; receivedAt: number; acknowledged: boolean }
  | { kind: 'complaint-ended'; endedAt: number }
  | { kind: 'lost'; told: DeskHappening }
  | { kind: 'quarantine' }
  | { kind: 'call-in-quarantine'; call: CallAhead }
  | { kind: 'conflicting'; call: CallAhead; because: Conflict }
  | {
      kind: 'call';
      call: CallAhead;
      tried: OutcomeAt | undefined;
      /** By what the case was closed, with the call still booked. */
      closedBy: DecisionAt | undefined;
    }
  | { kind: 'call-passed'; call: CallAhead; tried: OutcomeAt | undefined }
  | { kind: 'unanswered'; tried: OutcomeAt | undefined }
  | { kind: 'follow-up'; last: DecisionAt | undefined }
  | { kind: 'closed'; last: DecisionAt }
  | { kind: 'offered'; at: number }
  | { kind: 'resting'; last: DecisionAt | undefined };

/** Mail to them that never arrived, unless staff saw to them since we came to know. */
const lostSince = ({ mail, seenToAt = Number.NEGATIVE_INFINITY }: CaseFacts): NextThing[] =>
  mail
    .filter((one) => {
      const at = one.audience === 'enquirer' ? knownLostAt(one) : undefined;
      return at !== undefined && at >= seenToAt;
    })
    .map((one): NextThing => ({ kind: 'lost', told: mailTold(one) }));

function waitingFor({ calls, outcomes, decided, waits }: CaseFacts): NextThing {
  const since = waits?.since ?? 0;
  if (waits?.because === 'follow-up') return { kind: 'follow-up', last: decided };
  const last = outcomes.at(-1);
  const tried = last && last.at >= since ? last : undefined;
  const passed = calls.findLast(({ state, start }) => state === 'past' && start === since);
  return passed ? { kind: 'call-passed', call: passed, tried } : { kind: 'unanswered', tried };
}

const conflictingIn = ({ calls }: CaseFacts): NextThing[] =>
  calls.flatMap((call) =>
    call.because ? [{ kind: 'conflicting', call, because: call.because }] : [],
  );

const BY_STATUS: Readonly<Record<CaseStatus, (facts: CaseFacts) => NextThing | undefined>> = {
  quarantine: () => ({ kind: 'quarantine' }),
  call({ calls, closed, decided, outcomes }) {
    const ahead = calls.filter(({ state }) => state === 'to-come' || state === 'under-way');
    const call = ahead.find(({ because }) => because === undefined);
    const last = outcomes.at(-1);
    const tried = last?.outcome === 'no answer' ? last : undefined;
    if (call) return { kind: 'call', call, tried, closedBy: closed ? decided : undefined };
    return ahead.length > 0 ? undefined : { kind: 'resting', last: decided };
  },
  waiting: waitingFor,
  closed: ({ decided: last }) => (last ? { kind: 'closed', last } : { kind: 'resting', last }),
  resting: ({ decided, offeredAt }) =>
    offeredAt === undefined
      ? { kind: 'resting', last: decided }
      : { kind: 'offered', at: offeredAt },
};

const openComplaint = ({
  receivedAt,
  acknowledgedAt,
}: NonNullable<CaseFacts['complaint']>): NextThing => ({
  kind: 'complaint',
  receivedAt: receivedAt.getTime(),
  acknowledged: acknowledgedAt !== undefined,
});

/** That a case is on hold, that its person asked about their data, and what a complaint asks. One in quarantine is released first. */
function apart({ hold, request, complaint, status }: CaseFacts): NextThing[] {
  const endedAt = complaint?.endedAt?.getTime();
  return [
    ...(hold ? [{ kind: 'hold', hold } as const] : []),
    ...(request ? [{ kind: 'data-request', by: request.by } as const] : []),
    ...(complaint && endedAt === undefined && status !== 'quarantine'
      ? [openComplaint(complaint)]
      : []),
    ...(endedAt === undefined ? [] : [{ kind: 'complaint-ended', endedAt } as const]),
  ];
}

/** A complaint that is open, or was ended last, has said what there is to do; a case on hold asks for nothing but a call to come. */
function isSaid({ status, complaint, hold }: CaseFacts): boolean {
  if (status === 'quarantine') return false;
  if (complaint && (!complaint.endedAt || status === 'closed')) return true;
  return hold !== undefined && status !== 'call';
}

/** What a case says besides. */
function said(facts: CaseFacts): NextThing[] {
  const besides = isSaid(facts) ? undefined : BY_STATUS[facts.status](facts);
  return besides ? [besides] : [];
}

/** What a case asks of staff, most urgent first; the last says how it is. Calls are by start. */
export function nextThings(facts: CaseFacts): NextThing[] {
  const { status, calls } = facts;
  const quarantined = calls.filter(({ state }) => state === 'quarantine');
  return [
    ...apart(facts),
    ...lostSince(facts),
    ...conflictingIn(facts),
    ...(status === 'quarantine'
      ? []
      : quarantined.map((call): NextThing => ({ kind: 'call-in-quarantine', call }))),
    ...said(facts),
  ];
}
