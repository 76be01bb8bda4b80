import { CALL_NAMES } from '#domain/booking/booking.ts';
import { changesInWords } from '#domain/cases/change-words.ts';
import { changesIn, type FieldValues } from '#domain/cases/changes.ts';
import type { PersonActDone, PersonActName } from '#domain/cases/person-act.ts';
import type { ToldBy } from '#domain/desk/actions.ts';
import type { ActDone } from '#domain/desk/acts.ts';
import { isTold, mailTold } from '#domain/desk/case-mail.ts';
import type { DeskHappening } from '#domain/desk/happening.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { detailsOf } from '#services/bookings/correct-booking.ts';
import type { CaseFile } from '#services/desk/read-case.ts';

/** What staff told the person of a complaint. */
const TOLD_OF = {
  'complaint acknowledged': 'that we have the complaint',
  'complaint progress': 'how far the complaint has got',
  'complaint outcome': 'the outcome of the complaint',
} as const satisfies Record<Extract<ActDone, { told: ToldBy }>['act'], string>;

/** What staff did, as a sentence goes on after the address of who did it. */
const ACT_WORDS = {
  note: 'wrote a note',
  'times offered': 'offered them times',
  'call moved': 'moved a call',
  'call cancelled': 'cancelled a call',
  released: 'released it from quarantine',
  opened: 'opened this case for them',
  'call booked': 'booked a call for them',
  'link sent': 'sent them their link',
  'follow-up set': 'set it to be looked at again',
  closed: 'closed this case',
  reopened: 'opened this case again',
  joined: 'joined it with another case about the same matter',
  unjoined: 'separated it from the cases it was joined with',
  'complaint dated': 'corrected the day on which the complaint came',
  'complaint noted': 'noted how far the complaint has got',
  'complaint reopened': 'opened the complaint again',
  'words removed': 'removed words from this case',
  held: 'put this case on hold',
  'hold ended': 'took the hold off',
} as const satisfies Record<
  Exclude<ActDone['act'], 'outcome' | 'details corrected' | 'owner set' | keyof typeof TOLD_OF>,
  string
>;

/** A correction by staff is told among those of the person: what each changed depends on all that came after. */
type ActToTell = Exclude<ActDone, { act: 'details corrected' }>;

const isToTell = (done: ActDone): done is ActToTell => done.act !== 'details corrected';

/** An act as a sentence goes on after the address of who did it. */
function doneBy(done: ActToTell): string {
  if (done.act === 'outcome') return OUTCOMES[done.outcome].told;
  if ('told' in done) return `told them by ${done.told} ${TOLD_OF[done.act]}`;
  if (done.act !== 'owner set') return ACT_WORDS[done.act];
  return done.owner === undefined
    ? 'noted that nobody in particular sees to it'
    : `noted that ${done.owner} sees to it`;
}

/** That something was done to an act afterwards, by whom and when. */
const later = (what: string, by: { at: Date; actor: string } | undefined, now: number) =>
  by ? ` ${what} by ${by.actor}, ${instantInWords(by.at.getTime(), now)}.` : '';

/** What follows an act: when to look at the case again, and that it was undone or changed. */
function afterAct(done: ActToTell, now: number): string {
  const today = wallClockAt(now).day;
  const followUp =
    'followUp' in done && done.followUp !== undefined
      ? ` To follow up on ${dayInWords(done.followUp, today)}.`
      : '';
  return followUp + later('Undone', done.undone, now) + later('Changed', done.changed, now);
}

const aboutAct = (done: ActToTell, now: number): DeskHappening => ({
  at: done.at.getTime(),
  actor: done.actor,
  what: `${doneBy(done)}.${afterAct(done, now)}`,
  words: 'words' in done ? done.words : undefined,
  note: done.act === 'note' ? done.id : undefined,
  undone: done.act === 'outcome' && done.undone && done.words !== undefined ? done.id : undefined,
});

/** What the person did about their enquiry, in a sentence. */
const ENQUIRY_ACTS: Readonly<Partial<Record<PersonActName, string>>> = {
  enquired: 'They sent an enquiry.',
  complained: 'They sent a complaint.',
  confirmed: 'It had looked automatic, and they pressed once more to send it.',
  corrected: 'They corrected their enquiry.',
};

/** An act of the person, or a correction that an `actor` made for them. */
type ActAbout = PersonActDone & { actor?: string };

/** What was done about the enquiry or, with an id, about a call, oldest first. */
function actsAbout({ personActs, acts }: CaseFile, about: string | undefined): ActAbout[] {
  const ours = acts.flatMap((done): ActAbout[] =>
    isToTell(done)
      ? []
      : [{ ...done, act: 'corrected', bookingId: done.bookingId, slot: undefined }],
  );
  return [...personActs, ...ours]
    .filter(({ bookingId }) => bookingId === about)
    .sort((one, other) => +one.at - +other.at);
}

function aboutEnquiry(file: CaseFile): DeskHappening[] {
  if (!file.enquiry) return [];
  const acts = actsAbout(file, undefined);
  return withChanges(acts, { ...file.enquiry.enquiry }).flatMap(({ act, at, words, actor }) => {
    const what = actor === undefined ? ENQUIRY_ACTS[act] : 'corrected their details.';
    return what ? [{ at: at.getTime(), what, words, actor }] : [];
  });
}

/** Acts about one thing that is `current` now, each correction with what it changed. */
function withChanges(acts: readonly ActAbout[], current: FieldValues) {
  const corrections = acts.filter(({ act }) => act === 'corrected');
  const changes = changesIn(
    corrections.map(({ before = {} }) => before),
    current,
  );
  return acts.map((done) => {
    const changed = changes[corrections.indexOf(done)];
    return { ...done, words: changed?.length ? changesInWords(changed) : undefined };
  });
}

/** Whether staff could not give a released call its time: their own act tells of it. */
const lostAtRelease = ({ cancelledAt }: Booking, acts: readonly ActDone[]) =>
  acts.some(({ act, at }) => act === 'released' && +at === +(cancelledAt ?? Number.NaN));

/** The time a call had before a move, as the act keeps it. */
const before = ({ before: replaced }: PersonActDone): Slot | undefined =>
  replaced
    ? { start: Date.parse(String(replaced['start'])), end: Date.parse(String(replaced['end'])) }
    : undefined;

function aboutCall(booking: Booking, file: CaseFile, now: number): DeskHappening[] {
  const call = CALL_NAMES[booking.kind];
  const own = actsAbout(file, booking.id);
  return withChanges(own, detailsOf(booking)).flatMap((done) => {
    const { act, at, slot = booking, words, actor } = done;
    const was = before(done);
    const time = callInWords(slot, now);
    const said: Readonly<Record<PersonActName, string>> = {
      enquired: '',
      complained: '',
      'got in touch': '',
      booked: done.slot ? `They booked a ${call} for ${time}.` : `They booked a ${call}.`,
      confirmed: `The ${call} had looked automatic, and they pressed once more to book it for ${time}.`,
      moved: was
        ? `They moved the ${call} from ${callInWords(was, now)}, to ${time}.`
        : `They moved the ${call} to ${time}.`,
      corrected: `They corrected the details of the ${call} on ${time}.`,
      cancelled: `They cancelled the ${call} on ${time}.`,
    };
    if (act === 'cancelled' && lostAtRelease(booking, file.acts)) return [];
    const what = actor === undefined ? said[act] : `corrected the details of the ${call}.`;
    return [{ at: at.getTime(), what, words, actor }];
  });
}

const happeningsOf = (file: CaseFile, now: number): DeskHappening[] => [
  ...aboutEnquiry(file),
  ...file.bookings.flatMap((booking) => aboutCall(booking, file, now)),
  ...file.mail.filter(isTold).map(mailTold),
  ...file.acts.filter(isToTell).map((done) => aboutAct(done, now)),
];

/** What happened in a case that is joined with another, whose own timeline tells of the joining: its notes are changed where they stand. */
const happenedIn = (file: CaseFile, now: number): DeskHappening[] =>
  happeningsOf({ ...file, acts: file.acts.filter(({ act }) => act !== 'joined') }, now).map(
    (one) => ({
      ...one,
      note: undefined,
      undone: undefined,
      elsewhere: file.case.reference,
    }),
  );

/**
 * Everything that happened to a case so far, and to those it is joined with, for staff, newest first; of what happened
 * at once, what followed first.
 */
export function timelineOf(
  file: CaseFile,
  now: number,
  joined: readonly CaseFile[] = [],
): DeskHappening[] {
  return [...joined.flatMap((one) => happenedIn(one, now)), ...happeningsOf(file, now)]
    .sort((one, other) => one.at - other.at)
    .reverse();
}
