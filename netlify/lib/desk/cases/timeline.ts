import { CALL_NAMES } from '#domain/booking/booking.ts';
import { isTold, mailTold } from '#domain/desk/case-mail.ts';
import type { DeskHappening } from '#domain/desk/happening.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { Booking } from '../../bookings/booking.ts';
import type { ActDone } from './acts.ts';
import type { CaseFile } from './read.ts';

const ACTS = {
  note: 'wrote a note',
  'times offered': 'offered them other times',
  'call moved': 'moved a call',
  'call cancelled': 'cancelled a call',
  released: 'released it from quarantine',
} as const satisfies Record<Exclude<ActDone['act'], 'outcome'>, string>;

/** An act as a sentence goes on after the address of who did it. */
const doneBy = (done: ActDone) =>
  done.act === 'outcome' ? OUTCOMES[done.outcome].told : ACTS[done.act];

const aboutAct = (done: ActDone): DeskHappening => ({
  at: done.at.getTime(),
  actor: done.actor,
  what: `${doneBy(done)}.`,
  words: done.words,
});

function aboutEnquiry({ enquiry }: CaseFile): DeskHappening[] {
  if (!enquiry) return [];
  const { createdAt, correctedAt } = enquiry;
  return [
    { at: createdAt.getTime(), what: 'They sent an enquiry.' },
    ...(correctedAt ? [{ at: correctedAt.getTime(), what: 'They corrected their enquiry.' }] : []),
  ];
}

const doneAt = (acts: readonly ActDone[], at: Date | undefined, ...kinds: ActDone['act'][]) =>
  acts.some((done) => kinds.includes(done.act) && +done.at === +(at ?? Number.NaN));

/** Whether staff cancelled a call, or could not give it its time: their own act tells of it. */
const endedAtDesk = ({ cancelledAt }: Booking, acts: readonly ActDone[]) =>
  doneAt(acts, cancelledAt, 'call cancelled', 'released');

/** Whether staff moved a call: their own act tells of it. */
const movedAtDesk = ({ movedAt }: Booking, acts: readonly ActDone[]) =>
  doneAt(acts, movedAt, 'call moved');

/** The time a call had before it moved is not kept, so only its last is told. */
function aboutCall(booking: Booking, { acts }: CaseFile, now: number): DeskHappening[] {
  const call = CALL_NAMES[booking.kind];
  const time = callInWords(booking, now);
  const { createdAt, movedAt, correctedAt, cancelledAt } = booking;
  const told: [at: Date | undefined, what: string][] = [
    [createdAt, movedAt ? `They booked a ${call}.` : `They booked a ${call} for ${time}.`],
    [movedAtDesk(booking, acts) ? undefined : movedAt, `They moved the ${call} to ${time}.`],
    [correctedAt, `They corrected the details of the ${call} on ${time}.`],
    [
      endedAtDesk(booking, acts) ? undefined : cancelledAt,
      `They cancelled the ${call} on ${time}.`,
    ],
  ];
  return told.flatMap(([at, what]) => (at ? [{ at: at.getTime(), what }] : []));
}

/** Everything that happened to a case so far, for staff, newest first; of what happened at once, what followed first. */
export function timelineOf(file: CaseFile, now: number): DeskHappening[] {
  return [
    ...aboutEnquiry(file),
    ...file.bookings.flatMap((booking) => aboutCall(booking, file, now)),
    ...file.mail.filter(isTold).map(mailTold),
    ...file.acts.map(aboutAct),
  ]
    .sort((one, other) => one.at - other.at)
    .reverse();
}
