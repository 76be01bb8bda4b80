import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import {
  byFollowUp,
  type Caller,
  type ConflictingCall,
  type Digest,
  type HoldToLookAt,
  type NewCase,
  type OpenComplaint,
  undeliveredInWords,
  type Waiting,
} from '#domain/desk/digest.ts';
import type { Period } from '#domain/desk/numbers.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { DESK_PATH, deskCasePath, NUMBERS_PATH } from '#domain/desk/paths.ts';
import { whyWaiting } from '#domain/desk/waiting.ts';
import { dateOf } from '#domain/time/day.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords, lengthInWords } from '#domain/time/words.ts';
import { heading, paragraph } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

const MOST_REFERENCES = 50;

/** More would push today's calls out of sight; the rest stand at the desk. */
const MOST_WAITING = 20;

type Row = readonly [label: string, answer: string, href?: string];

const counted = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;

const lines = (...given: (string | false | undefined)[]) => given.filter(Boolean).join('\n');

/** No part of the digest is longer, whatever came in one night: the desk has the rest. */
const MOST_ROWS = 50;

/** A part of the digest: left out when there is nothing in it. */
function section<One>(
  title: string,
  all: readonly One[],
  row: (one: One) => Row,
  { before, most = MOST_ROWS }: { before?: string; most?: number } = {},
): EmailBlock[] {
  if (all.length === 0) return [];
  const more = all.length - most;
  return [
    heading(title),
    ...(before ? [paragraph(before)] : []),
    { kind: 'answers', rows: all.slice(0, most).map(row) },
    ...(more > 0 ? [paragraph(`${more} more ${more === 1 ? 'is' : 'are'} at the desk.`)] : []),
  ];
}

const dayOfHold = ({ lookAgain }: HoldToLookAt, now: number) =>
  dayInWords(lookAgain, wallClockAt(now).day);

/** A row about a case: who it is from, which leads to its page at the desk, and its reference last. */
const caseRow = ({ site }: Digest, caller: Caller, answer: string): Row => [
  nameFirst(caller) || 'No name given',
  lines(answer, caller.owner && `Seen to by ${caller.owner}`, `Reference ${caller.reference}`),
  site + deskCasePath(caller.reference),
];

function lost(digest: Digest, one: Digest['undelivered'][number]): Row {
  const to = one.audience === 'staff' ? 'staff' : nameFirst(one) || 'the enquirer';
  const words = lines(
    undeliveredInWords(one, to),
    one.audience === 'enquirer' && one.phone && `They gave the number ${one.phone}.`,
  );
  const { reference } = one;
  return reference ? caseRow(digest, { ...one, reference }, words) : ['About no enquiry', words];
}

const complaintRow = (digest: Digest) => (one: OpenComplaint) => {
  const { state } = complaintClock(one.receivedAt, digest.now);
  return caseRow(
    digest,
    one,
    lines(
      `About: ${COMPLAINT_ABOUT[one.about].toLowerCase()}`,
      `${state === 'in time' ? '' : 'Urgent. '}${clockOfComplaint(one, digest.now)}`,
    ),
  );
};

const complaints = (digest: Digest) =>
  section('Complaints', digest.complaints, complaintRow(digest), {
    before:
      'Each is to be answered within 30 days of the day it came. Note the outcome at the desk, and it leaves this list.',
  });

const onHold = (digest: Digest) =>
  section('On hold, to look at again', digest.holds, (one) =>
    caseRow(digest, one, `To be looked at again since ${dayOfHold(one, digest.now)}.`),
  );

const undelivered = (digest: Digest) =>
  section('Not delivered', digest.undelivered, (one) => lost(digest, one), {
    before:
      'These messages did not arrive, and will not be tried again. Contact these people another way.',
  });

/** How a new case came. */
const cameBy = ({ enquired, complained, byHand }: NewCase) => {
  if (complained) return 'Sent a complaint, and has been told the outcome.';
  if (byHand) return 'Written down at the desk.';
  return enquired && 'Sent an enquiry.';
};

function firstCall({ call }: NewCase, now: number): string | undefined {
  if (!call) return undefined;
  return `Asked for a ${CALL_NAMES[call.kind]}: ${call.cancelled ? 'cancelled since' : callInWords(call, now)}.`;
}

const fresh = (digest: Digest) =>
  section('New since the last digest', digest.fresh, (one) =>
    caseRow(digest, one, lines(cameBy(one), firstCall(one, digest.now))),
  );

const waitingRow = (digest: Digest) => (one: Waiting) =>
  caseRow(digest, one, whyWaiting(one, digest.now));

function waiting(digest: Digest): EmailBlock[] {
  const { others } = byFollowUp(digest.waiting);
  const more = others.length - MOST_WAITING;
  return [
    ...section('Waiting for us', others.slice(0, MOST_WAITING), waitingRow(digest), {
      before: 'Once you have answered one, note the outcome at the desk, and it leaves this list.',
    }),
    ...(more > 0
      ? [paragraph(`${counted(more, 'more case is waiting', 'more cases are waiting')}.`)]
      : []),
  ];
}

const followUps = (digest: Digest) =>
  section('To follow up', byFollowUp(digest.waiting).due, waitingRow(digest), {
    most: MOST_WAITING,
  });

const offered = (digest: Digest) =>
  section(
    'Offered times, none chosen yet',
    digest.offered,
    (one) => caseRow(digest, one, `Offered on ${instantInWords(one.at, digest.now)}.`),
    { most: MOST_WAITING },
  );

const clockAt = (instant: number) => clockInWords(wallClockAt(instant).minute);

const calls = ({ calls: all, site }: Digest) =>
  all.length === 0
    ? [heading('Calls today'), paragraph('No calls are booked for today.')]
    : section('Calls today (UK time)', all, (one) => [
        `${clockAt(one.start)} to ${clockAt(one.end)}`,
        lines(
          `${nameFirst(one)}: ${CALL_NAMES[one.kind]}`,
          one.because
            ? `It cannot take place. ${conflictInWords(one.because)}`
            : `Ring ${one.phone}`,
          `Reference ${one.reference}`,
        ),
        site + deskCasePath(one.reference),
      ]);

function strandedRow(digest: Digest, call: ConflictingCall): Row {
  const offered = call.offered && 'They were sent other times, and have not chosen one yet.';
  return caseRow(
    digest,
    call,
    lines(
      `A ${CALL_NAMES[call.kind]} on ${callInWords(call, digest.now)}`,
      conflictInWords(call.because),
      `They gave the number ${call.phone}.`,
      offered,
    ),
  );
}

const stranded = (digest: Digest) =>
  section('Calls that cannot take place', digest.stranded, (one) => strandedRow(digest, one), {
    before:
      'Their time has been closed or blocked since they were booked. No reminder goes out for them. Offer each of these people another time at the desk, or ring them.',
  });

function quarantined({ quarantined: { references, kept, days } }: Digest): EmailBlock[] {
  if (references.length === 0) return [];
  const named = references.slice(0, MOST_REFERENCES);
  const more = references.length - named.length;
  return [
    heading('In quarantine'),
    paragraph(
      `Since the last digest ${counted(references.length, 'message')} looked automatic, so no notice went out: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}. Each is kept for ${counted(days, 'day')} and then erased, unless it is on hold. There ${kept === 1 ? 'is' : 'are'} ${kept} in quarantine now.`,
    ),
  ];
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const monthOf = ({ from }: Period) => MONTHS[dateOf(from).month - 1] ?? '';

/** How soon a month’s enquiries were answered: nothing where none was sent. */
function answered({ answer: { answered: all, waiting, median, slowest } }: Period): Row[] {
  if (all + waiting === 0) return [];
  const still =
    waiting > 0 && `${counted(waiting, 'enquiry has', 'enquiries have')} had no answer yet.`;
  const soon =
    median !== undefined &&
    slowest !== undefined &&
    `${lengthInWords(median)} for the middle one, ${lengthInWords(slowest)} for the slowest, in hours in which the line is open.`;
  return [['Time to a first answer', lines(soon, still)]];
}

/** What there was in the month before, on the first working day of a month. */
function numbers({ month, site }: Digest): EmailBlock[] {
  if (!month) return [];
  const { enquiries, byHand, callbacks, discoveryCalls, cancelled, outcomes } = month;
  const noted = OUTCOME_NAMES.filter((name) => outcomes[name] > 0);
  const rows: Row[] = [
    ['Enquiries', `${enquiries} sent on the site, ${byHand} written down at the desk`],
    ...answered(month),
    [
      'Calls',
      `${counted(callbacks, 'callback')}, ${counted(discoveryCalls, 'discovery call')}; ${cancelled} cancelled`,
    ],
    [
      'Outcomes',
      noted.length === 0
        ? 'None noted'
        : noted.map((name) => `${OUTCOMES[name].label}: ${outcomes[name]}`).join('\n'),
    ],
  ];
  return [
    heading(`The numbers of ${monthOf(month)}`),
    { kind: 'answers', rows },
    { kind: 'link', label: 'See all numbers', href: `${site}${NUMBERS_PATH}?by=month` },
  ];
}

function inShort(digest: Digest): string {
  const { due, others } = byFollowUp(digest.waiting);
  const counts: [number, string][] = [
    [digest.complaints.length, counted(digest.complaints.length, 'complaint')],
    [digest.stranded.length, `${digest.stranded.length} to move`],
    [digest.undelivered.length, `${digest.undelivered.length} not delivered`],
    [digest.fresh.length, `${digest.fresh.length} new`],
    [due.length, `${due.length} to follow up`],
    [others.length, `${others.length} waiting`],
    [digest.calls.length, counted(digest.calls.length, 'call')],
    [digest.holds.length, `${digest.holds.length} on hold to look at`],
    [digest.quarantined.references.length, `${digest.quarantined.references.length} in quarantine`],
  ];
  const short = counts.filter(([count]) => count > 0).map(([, words]) => words);
  if (short.length === 0 && digest.month) return `the numbers of ${monthOf(digest.month)}`;
  return short.join(', ');
}

/**
 * To staff, each working day: which complaints are open, which calls cannot take place, what did not arrive, what is new, what waits, today's calls,
 * what is in quarantine. Its addresses open nothing without signing in, so quoting it gives nothing away.
 */
export function digestEmail(digest: Digest): EmailWords {
  const { day } = wallClockAt(digest.now);
  const short = inShort(digest);
  return {
    subject: `${dayInWords(day, day)}: ${short}`,
    preview: digest.calls[0]
      ? `The first call is at ${clockAt(digest.calls[0].start)}.`
      : 'No calls are booked for today.',
    blocks: [
      ...complaints(digest),
      ...stranded(digest),
      ...undelivered(digest),
      ...fresh(digest),
      ...followUps(digest),
      ...waiting(digest),
      ...calls(digest),
      ...onHold(digest),
      ...offered(digest),
      ...quarantined(digest),
      ...numbers(digest),
      { kind: 'link', label: 'Open the desk', href: digest.site + DESK_PATH },
    ],
  };
}
