import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import type { CaseStatus } from '#domain/cases/case-status.ts';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { requestInWords } from '#domain/desk/data-request.ts';
import type { CallAhead, DecisionAt, NextThing, OutcomeAt } from '#domain/desk/next-thing.ts';
import { OUTCOMES } from '#domain/desk/outcomes.ts';
import { DATA_REQUESTS_PATH, deskCasePath } from '#domain/desk/paths.ts';
import { listInWords } from '#domain/list-words.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Html } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { caseLink, type WhoseCase } from './case-link-view.ts';

/** Whose case it is, as far as what comes next goes; `now` is the instant it is, in milliseconds. */
export interface NextAbout {
  reference: string;
  phone: string | undefined;
  email: string | undefined;
  /** Staff opened the case for a person who got in touch another way. */
  byHand: boolean;
  joined: readonly JoinedCase[];
  postalAddress: string | undefined;
  /** There is an address, theirs or a call’s, to which times can be sent. */
  mayOffer: boolean;
  /** The London day on which to look at it again that is set and lies ahead. */
  again: number | undefined;
  /** What is so of a London day on which the line is closed, in sentences; nothing for another. */
  closedOn(day: number): string;
  /** The calls to come. */
  ahead: readonly (Slot & { kind: CallKind })[];
  now: number;
}

/** A case that is joined with this one: how it stands, and the next call in it. */
export interface JoinedCase extends WhoseCase {
  status: CaseStatus;
  call: (Slot & { kind: CallKind }) | undefined;
}

/** An address as a link that writes to it, with the reference in the subject. */
export const writeLink = (email: string, reference: string): Html =>
  html`<a href="mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(`Your enquiry ${reference}`)}">${email}</a>`;

const way = ({ reference }: NextAbout, act: string, words: string, look = 'button') =>
  html`<a class="${look}" href="${deskCasePath(reference)}${act}/">${words}</a>`;

const sayOutcome = (about: NextAbout, look?: string) =>
  way(about, 'outcome', 'Note the outcome', look);
/** Times go by email: where there is no address, they are not offered. */
const offer = (about: NextAbout, words = 'Offer times', look = 'button quiet') =>
  about.mayOffer ? [way(about, 'offer', words, look)] : [];

/** Somebody who has just rung is most often booked a call. */
const answering = (about: NextAbout): Html[] =>
  about.byHand && about.phone !== undefined
    ? [way(about, 'book/callback', 'Book a callback'), sayOutcome(about, 'button quiet')]
    : [sayOutcome(about)];

/** How a joined case stands, as a sentence about it goes on. */
const JOINED: Readonly<Record<CaseStatus, string>> = {
  quarantine: 'which is in quarantine',
  waiting: 'which waits for us too',
  call: 'which has a call to come',
  resting: 'which we have answered',
  closed: 'which is closed',
};

/** What is so of the cases about the same matter: a case waits by itself, whatever was done in another. */
const besides = ({ joined, now }: NextAbout): readonly Html[] =>
  joined.map(
    (one) =>
      html` Joined with ${caseLink(one)}, ${one.call ? `whose ${CALL_NAMES[one.call.kind]} is on ${callInWords(one.call, now)}` : JOINED[one.status]}.`,
  );

function reachThem({ phone, email, postalAddress, reference }: NextAbout): Html {
  if (postalAddress && !phone && !email) {
    return html`Write to ${postalAddress.replaceAll('\n', ', ')}.`;
  }
  if (phone && email) {
    return html`Ring ${callerLink(phone)} or write to ${writeLink(email, reference)}.`;
  }
  if (phone) return html`Ring ${callerLink(phone)}.`;
  return email ? html`Write to ${writeLink(email, reference)}.` : html``;
}

const timeOf = (call: CallAhead, now: number) =>
  html`The ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}`;

const offeredBefore = ({ offeredAt }: CallAhead, now: number): Html =>
  offeredAt === undefined
    ? html``
    : html` Other times were offered by email on ${instantInWords(offeredAt, now)}, and none has been chosen yet.`;

const triedBefore = (tried: OutcomeAt | undefined, now: number): Html =>
  tried
    ? html` ${OUTCOMES[tried.outcome].label}: noted by ${tried.actor}, ${instantInWords(tried.at, now)}.`
    : html``;

const decidedBefore = (last: DecisionAt | undefined, now: number): Html =>
  last ? html` ${last.label}: noted by ${last.actor}, ${instantInWords(last.at, now)}.` : html``;

/** That a case is closed and has a call to come all the same, which is nearly always one thing too many. */
const closedBeside = (by: DecisionAt, { state }: CallAhead, now: number): Html =>
  html` <strong>The case is closed.</strong>${decidedBefore(by, now)}${state === 'to-come' ? ' The call stays booked until you cancel it.' : ''}`;

/** When the case is looked at again, and what is so if the line is closed on that day. */
function againOf({ again, closedOn, now }: NextAbout): Html {
  if (again === undefined) return html``;
  const closed = closedOn(again);
  return html` Look at it again on ${dayInWords(again, wallClockAt(now).day)}.${closed ? ` ${closed}` : ''}`;
}

interface Said {
  say: Html;
  ways: readonly Html[];
}

type Sayings = {
  [Kind in NextThing['kind']]: (
    thing: Extract<NextThing, { kind: Kind }>,
    about: NextAbout,
  ) => Said;
};

const SAYINGS: Sayings = {
  lost: ({ told }, about) => ({
    say: html`<strong>An email did not arrive.</strong> ${told.what} ${reachThem(about)}`,
    ways: [],
  }),
  hold: ({ hold }, about) => ({
    say: html`<strong>This case is on hold.</strong> It is kept, and not used. ${hold.reason.replace(/[.…]$/, '')}. To be looked at again on ${dayInWords(hold.lookAgain, wallClockAt(about.now).day)}. ${about.closedOn(hold.lookAgain)}`,
    ways: [
      way(about, 'hold/end', 'Take the hold off', 'button quiet'),
      way(about, 'hold', 'Change the reason or the date', 'button quiet'),
    ],
  }),
  'data-request': ({ by }, about) => ({
    say: html`<strong>They asked about their data.</strong> ${requestInWords(by, wallClockAt(about.now).day)} Once it is answered, change its note in the timeline: it says how.`,
    ways: [html`<a class="button quiet" href="${DATA_REQUESTS_PATH}">What to do</a>`],
  }),
  complaint: ({ receivedAt, acknowledged }, about) => ({
    say: html`<strong>This is a complaint.</strong> ${clockOfComplaint({ receivedAt, acknowledged, quarantined: false }, about.now)} ${reachThem(about)}`,
    ways: [
      ...(acknowledged ? [] : [way(about, 'complaint/acknowledge', 'Tell them that we have it')]),
      way(about, 'complaint', 'Progress or outcome', acknowledged ? 'button' : 'button quiet'),
    ],
  }),
  'complaint-ended': ({ endedAt }, about) => ({
    say: html`<strong>This was a complaint.</strong> They were told the outcome on ${instantInWords(endedAt, about.now)}.`,
    ways: [way(about, 'complaint/reopen', 'Open the complaint again', 'button quiet')],
  }),
  quarantine: (_, about) => ({
    say: html`<strong>This looked automatic.</strong> No notice went out, nothing was sent, and no time is held. Read what came, then release it or erase it.`,
    ways: [way(about, 'release', 'Release it'), way(about, 'erase', 'Erase it', 'button quiet')],
  }),
  'call-in-quarantine': ({ call }, about) => ({
    say: html`<strong>A call looked automatic.</strong> ${timeOf(call, about.now)}, is in quarantine: it holds no time, and no notice went out.`,
    ways: [way(about, 'release', 'Release it')],
  }),
  conflicting: ({ call, because }, about) => ({
    say: html`<strong>A call cannot take place at the time it is booked for.</strong> ${timeOf(call, about.now)}. ${conflictInWords(because)}${offeredBefore(call, about.now)}${about.mayOffer ? '' : html` They gave no email address: ring ${callerLink(call.phone)} to agree another time, then move the call.`}`,
    ways: call.offeredAt
      ? offer(about, 'Offer times again')
      : offer(about, 'Offer other times', 'button'),
  }),
  offered: ({ at }, about) => ({
    say: html`<strong>Times were offered.</strong> They were emailed times to choose from on ${instantInWords(at, about.now)}, and have not chosen yet. Nothing to do until they do. ${reachThem(about)}`,
    ways: [sayOutcome(about, 'button quiet'), ...offer(about, 'Offer times again')],
  }),
  call: ({ call, tried, closedBy }, about) => ({
    say: html`<strong>${call.state === 'under-way' ? 'A call is under way.' : 'A call is booked.'}</strong> ${timeOf(call, about.now)}. Ring ${callerLink(call.phone)}.${closedBy ? closedBeside(closedBy, call, about.now) : triedBefore(tried, about.now)}`,
    ways: [sayOutcome(about)],
  }),
  'call-passed': ({ call, tried }, about) => ({
    say: html`<strong>A call has passed.</strong> ${timeOf(call, about.now)}, was to ${callerLink(call.phone)}.${tried ? triedBefore(tried, about.now) : ' No outcome is noted.'}`,
    ways: [sayOutcome(about), ...offer(about)],
  }),
  unanswered: ({ tried }, about) => ({
    say: html`<strong>${tried ? 'They have not been reached yet.' : 'We have not got back to them yet.'}</strong>${triedBefore(tried, about.now)} ${reachThem(about)}${besides(about)}`,
    ways: [...(tried ? [sayOutcome(about)] : answering(about)), ...offer(about)],
  }),
  closed: ({ last }, about) => ({
    say: html`<strong>Closed.</strong>${decidedBefore(last, about.now)}`,
    ways: [way(about, 'reopen', 'Open it again', 'button quiet')],
  }),
  'follow-up': ({ last }, about) => ({
    say: html`<strong>To follow up today.</strong>${decidedBefore(last, about.now)} ${reachThem(about)}`,
    ways: [sayOutcome(about), ...offer(about)],
  }),
  resting: ({ last }, about) => ({
    say: html`<strong>Nothing to do now.</strong>${decidedBefore(last, about.now)}`,
    ways: last ? [sayOutcome(about, 'button quiet')] : [],
  }),
};

/** How a thing looks: a complaint whose time runs out, or is over, more pressing than another. */
const lookOf = (thing: NextThing, now: number): string =>
  thing.kind === 'complaint'
    ? `complaint ${complaintClock(thing.receivedAt, now).state.replace(' ', '-')}`
    : thing.kind;

function thingOf<Kind extends NextThing['kind']>(
  thing: Extract<NextThing, { kind: Kind }>,
  about: NextAbout,
  after: Html | '',
): Html {
  const { say, ways } = (SAYINGS[thing.kind] as Sayings[Kind])(thing, about);
  return html`<li class="case-next is-${lookOf(thing, about.now)}"><p>${say}${after}</p>
${ways.length > 0 ? html`<p class="actions">${ways}</p>` : ''}</li>`;
}

/** The calls to come that no thing is about, as the last of them goes on: a second call is easily overlooked. */
function callsBeside(things: readonly NextThing[], { ahead, now }: NextAbout): Html {
  const named = things.flatMap((thing) => ('call' in thing ? [thing.call] : []));
  const others = ahead.filter(
    (call) => !named.some(({ kind, start }) => kind === call.kind && start === call.start),
  );
  if (others.length === 0) return html``;
  const list = others.map((call) => `a ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}`);
  return html` There is also ${listInWords(list)}.`;
}

/** What to do about a case, most urgent first; the last of it says which other calls there are, and when the case is looked at again. */
export const nextView = (things: readonly NextThing[], about: NextAbout): Html => html`
<section aria-labelledby="next">
  <h2 id="next">What comes next</h2>
  <ul class="case-nexts">${things.map((thing, at) => thingOf(thing, about, at === things.length - 1 ? html`${callsBeside(things, about)}${againOf(about)}` : ''))}</ul>
</section>`;
