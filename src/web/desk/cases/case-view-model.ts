import { conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import { type Decision, type DecisionName, lastDecision, seenToAt } from '#domain/desk/acts.ts';
import { openRequestOf } from '#domain/desk/data-request.ts';
import { closedDayInWords, dateSet } from '#domain/desk/follow-up.ts';
import { type DecisionAt, nextThings, type OutcomeAt } from '#domain/desk/next-thing.ts';
import { offeredSince, openOfferAt } from '#domain/desk/open-offer.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import { answersForStaff } from '#domain/enquiry/answers.ts';
import { planOf } from '#domain/enquiry/plan-of.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { CaseFile, CasesBeside } from '#services/desk/read-case.ts';
import type { DeskCallView, DeskCaseView } from './case-view.ts';
import { personOf } from './cases-view.ts';
import type { JoinedCase } from './next-thing-view.ts';
import { timelineOf } from './timeline.ts';

function stateOf(booking: Booking, now: number): DeskCallView['state'] {
  if (booking.cancelledAt) return 'cancelled';
  if (booking.quarantinedAt) return 'quarantine';
  if (booking.end <= now) return 'past';
  return booking.start <= now ? 'under-way' : 'to-come';
}

/** A call as staff see it. */
export const callOnDesk = (booking: Booking, now: number): DeskCallView => ({
  id: booking.id,
  kind: booking.kind,
  start: booking.start,
  end: booking.end,
  state: stateOf(booking, now),
  name: booking.name,
  phone: booking.phone,
  email: booking.email,
  organisation: booking.organisation,
  topic: booking.topic,
});

/** Who a case is from, as its enquiry has them, or else the call that says so. */
const contactOf = ({ enquiry, bookings, contactCallId }: CaseFile) =>
  enquiry?.enquiry ?? bookings.find(({ id }) => id === contactCallId);

/** How a case is called: by who it is from. */
export function headingOf(file: CaseFile): string {
  const caller = contactOf(file);
  return personOf({ name: caller?.name, organisation: caller?.organisation });
}

const outcomesOf = ({ acts }: CaseFile): OutcomeAt[] =>
  acts.flatMap((done) =>
    done.act === 'outcome' && !done.undone
      ? [
          {
            outcome: done.outcome,
            at: done.at.getTime(),
            actor: done.actor,
            followUp: done.followUp,
          },
        ]
      : [],
  );

/** How each act by which staff decide about a case is called, outcomes apart. */
const DECISIONS = {
  closed: 'Closed by hand',
  reopened: 'Opened again',
  'follow-up set': 'Put off',
  'complaint outcome': 'Outcome of the complaint told',
  'complaint reopened': 'Complaint opened again',
} as const satisfies Record<Exclude<DecisionName, 'outcome'>, string>;

const decisionWords = (done: Decision): string =>
  done.act === 'outcome' ? OUTCOMES[done.outcome].label : DECISIONS[done.act];

/** What staff decided about a case last, if they did. */
function decidedIn({ acts }: CaseFile): DecisionAt | undefined {
  const done = lastDecision(acts);
  if (!done) return undefined;
  const followUp = 'followUp' in done ? done.followUp : undefined;
  return { label: decisionWords(done), at: done.at.getTime(), actor: done.actor, followUp };
}

/** What they sent; of a complaint, what it is about first. */
const sentIn = ({ enquiry, complaint }: CaseFile) => [
  ...(complaint ? [['Complaint about', COMPLAINT_ABOUT[complaint.about]] as const] : []),
  ...(enquiry ? answersForStaff(enquiry.enquiry) : []),
];

/** A call as staff see it, whether it can take place when it is booked for, and when other times were offered for it. */
function callInCase(
  booking: Booking,
  { acts }: CaseFile,
  now: number,
  taken: TakenAway,
): DeskCallView {
  const call = callOnDesk(booking, now);
  const because = call.state === 'to-come' ? conflictOf(taken, call) : undefined;
  const placedAt = Math.max(+booking.createdAt, +(booking.movedAt ?? 0));
  return { ...call, because, offeredAt: because && offeredSince(acts, placedAt) };
}

/** A case that this one is joined with, and the next call in it. */
function joinedCase({ file, ...one }: CasesBeside['joined'][number], now: number): JoinedCase {
  const call = file?.bookings.find(
    ({ cancelledAt, quarantinedAt, end }) => !cancelledAt && !quarantinedAt && end > now,
  );
  return { ...one, call };
}

/** A case as its page shows it at the instant `now`, when nobody takes calls in time that is `taken`, and those `beside` it. */
export function caseViewOf(
  file: CaseFile,
  now: number,
  taken: TakenAway,
  beside: CasesBeside,
): Omit<DeskCaseView, 'done'> {
  const caller = contactOf(file);
  const today = wallClockAt(now).day;
  const { byHand } = file.case;
  const calls = file.bookings.map((booking) => callInCase(booking, file, now, taken));
  const facts = {
    ...{ ...file, calls, outcomes: outcomesOf(file), decided: decidedIn(file) },
    seenToAt: seenToAt(file.acts),
    request: openRequestOf(file.acts),
    offeredAt: openOfferAt(file.acts, file.personActs),
  };
  return {
    about: {
      reference: file.case.reference,
      phone: caller?.phone,
      email: caller?.email,
      postalAddress: file.enquiry?.enquiry.postalAddress,
      mayOffer: [caller, ...file.bookings].some((one) => one?.email !== undefined),
      ahead: calls.filter(({ state }) => state === 'to-come'),
      now,
      again: dateSet(file.acts, today)?.day,
      closedOn: (day) => closedDayInWords(taken, day, today),
      byHand,
      joined: beside.joined.map((one) => joinedCase(one, now)),
    },
    quarantined: file.case.quarantinedAt !== undefined,
    next: nextThings(facts),
    calls,
    sent: sentIn(file),
    plan: file.enquiry && planOf(file.enquiry.enquiry),
    owner: file.owner,
    closed: file.closed,
    beside,
    happenings: timelineOf(
      file,
      now,
      beside.joined.flatMap((one) => one.file ?? []),
    ),
    lastContactAt: file.lastContactAt.getTime(),
    privacyNotice: file.case.privacyNotice,
    undoable: facts.outcomes.length > 0,
    complaint: file.complaint && (file.complaint.endedAt ? 'ended' : 'open'),
    onHold: file.hold !== undefined,
    byHand,
    canRing: [caller, ...file.bookings].some((one) => one?.phone !== undefined),
  };
}
