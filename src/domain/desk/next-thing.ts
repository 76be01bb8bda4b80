import type { Stranding } from '../booking/stranded.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { type CaseMail, mailTold } from './case-mail.ts';
import type { DeskHappening } from './happening.ts';
import type { Outcome } from './outcomes.ts';
import type { Standing } from './standing.ts';

/** A call as far as what comes next goes. */
export interface CallAhead extends Slot {
  kind: CallKind;
  phone: string;
  state: 'to-come' | 'under-way' | 'past' | 'cancelled' | 'quarantine';
  /** Why a call to come cannot take place at its time. */
  because?: Stranding | undefined;
}

/** An outcome somebody of the staff noted; `at` is in milliseconds. */
export interface OutcomeAt {
  outcome: Outcome;
  at: number;
  actor: string;
}

/** What is known of a case when somebody asks what to do about it. */
export interface CaseFacts {
  standing: Standing;
  /** When they last turned to us. */
  askedAt: number | undefined;
  /** What staff noted, oldest first. */
  outcomes: readonly OutcomeAt[];
  /** When staff last did anything about it. */
  actedAt: number | undefined;
  calls: readonly CallAhead[];
  mail: readonly CaseMail[];
}

/** One thing a case asks of staff, or that it asks nothing. */
export type NextThing =
  | { kind: 'lost'; told: DeskHappening }
  | { kind: 'quarantine' }
  | { kind: 'call-in-quarantine'; call: CallAhead }
  | { kind: 'stranded'; call: CallAhead; because: Stranding }
  | { kind: 'call'; call: CallAhead }
  | { kind: 'call-passed'; call: CallAhead; tried: OutcomeAt | undefined }
  | { kind: 'unanswered'; tried: OutcomeAt | undefined }
  | { kind: 'closed'; last: OutcomeAt }
  | { kind: 'quiet' };

/** Mail to them that never arrived, unless staff did something about the case since. */
const lostSince = ({ mail, actedAt = Number.NEGATIVE_INFINITY }: CaseFacts): NextThing[] =>
  mail
    .filter((one) => one.audience === 'enquirer')
    .map(mailTold)
    .filter(({ lost, at }) => lost && at > actedAt)
    .map((told): NextThing => ({ kind: 'lost', told }));

function waitingFor({ calls, outcomes, askedAt = 0 }: CaseFacts): NextThing {
  const last = outcomes.at(-1);
  const tried = last && last.at >= askedAt ? last : undefined;
  const passed = calls.findLast(({ state, start }) => state === 'past' && start === askedAt);
  return passed ? { kind: 'call-passed', call: passed, tried } : { kind: 'unanswered', tried };
}

const strandedIn = ({ calls }: CaseFacts): NextThing[] =>
  calls.flatMap((call) =>
    call.because ? [{ kind: 'stranded', call, because: call.because }] : [],
  );

const BY_STANDING: Readonly<Record<Standing, (facts: CaseFacts) => NextThing | undefined>> = {
  quarantine: () => ({ kind: 'quarantine' }),
  call({ calls }) {
    const ahead = calls.filter(({ state }) => state === 'to-come' || state === 'under-way');
    const call = ahead.find(({ because }) => because === undefined);
    if (call) return { kind: 'call', call };
    return ahead.length > 0 ? undefined : { kind: 'quiet' };
  },
  waiting: waitingFor,
  closed({ outcomes }) {
    const last = outcomes.at(-1);
    return last ? { kind: 'closed', last } : { kind: 'quiet' };
  },
  quiet: () => ({ kind: 'quiet' }),
};

/** What a case asks of staff, most urgent first; the last says how it stands. Calls are by start. */
export function nextThings(facts: CaseFacts): NextThing[] {
  const { standing, calls } = facts;
  const held = calls.filter(({ state }) => state === 'quarantine');
  const said = BY_STANDING[standing](facts);
  return [
    ...lostSince(facts),
    ...strandedIn(facts),
    ...(standing === 'quarantine'
      ? []
      : held.map((call): NextThing => ({ kind: 'call-in-quarantine', call }))),
    ...(said ? [said] : []),
  ];
}
