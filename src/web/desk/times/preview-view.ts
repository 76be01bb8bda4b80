import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { counted } from '#domain/count-words.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { dayOutPath, offerPath, TIMES_PATH } from '#domain/desk/times.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Interval } from '#domain/hours/openings.ts';
import { openInWords } from '#domain/hours/words.ts';
import { hasDayToTakeOut } from '#domain/narrowings/day-out.ts';
import { allSeenOf, timesSeenOf } from '#domain/narrowings/narrowing-seen.ts';
import { whenInSentence, whyInBrackets } from '#domain/narrowings/narrowing-words.ts';
import type { DayChange, Preview } from '#domain/narrowings/preview.ts';
import type { DayToChoose } from '#domain/slots/days-to-choose.ts';
import { CALL_KINDS, type CallKind, type Slot } from '#domain/slots/slot.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { OfferTaken } from '#services/availability/narrowing-service.ts';
import { SEEN_FIELD } from '../../http/seen.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { dayOnPage } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';

/** A call as a list for staff names it. */
export interface CallListed extends Slot {
  kind: CallKind;
  reference: string;
  name: string;
  organisation: string | undefined;
  phone: string;
}

/** What a change of times comes to, as staff see it before they make it. */
export interface PreviewShown {
  preview: Preview<CallListed> & { offered: readonly OfferTaken[] };
  /** The last day that can be booked at present. */
  horizon: number;
  /** The hours of an ordinary week, in words. */
  hours: string;
  now: number;
}

/** More would push what stands below them out of sight. */
const MOST_DAYS = 45;

/** What the pages that book say of a day, for each kind of call. */
const onPage = (day: DayToChoose | undefined) => (day ? `“${dayOnPage(day)}”` : 'not shown');

/** What the public sees of a day then, and now. */
function seenInWords({ after, seen }: DayChange): Html {
  if (after.beyond) return html`<p>Too far ahead to be booked yet</p>`;
  const said = CALL_KINDS.map((kind) => {
    const [was, is] = [onPage(seen.before[kind]), onPage(seen.after[kind])];
    return { kind, words: was === is ? `${is}, as now` : `${is}, now ${was}` };
  });
  const [first] = said;
  if (first && said.every(({ words }) => words === first.words)) {
    return html`<p>To book: ${first.words}</p>`;
  }
  return html`${said.map(({ kind, words }) => html`<p>To book a ${CALL_NAMES[kind]}: ${words}</p>`)}`;
}

const dayRow = (change: DayChange, today: number): Html => html`<div>
  <dt>${dayInWords(change.after.day, today)}</dt>
  <dd><p>Now ${openInWords(change.before.open)}</p><p><b>Then ${openInWords(change.after.open)}</b></p></dd>
  <dd>${seenInWords(change)}</dd>
</div>`;

/** When the pages that book show what changes: people book up to the `horizon` alone. */
const whenShown = (days: readonly DayChange[], horizon: string): string =>
  days.every(({ after }) => after.beyond)
    ? `do not reach so far yet: people can book up to ${horizon} at present. They show the days below so from when those can be booked.`
    : `show the days below so at once, up to ${horizon}, as far ahead as people can book.`;

/** What changes on which page of the site, in the words that stand there. */
function onTheSite({ preview: { days, line }, hours, horizon, now }: PreviewShown): Html {
  const today = wallClockAt(now).day;
  if (days.length === 0) return html`<p>Nothing changes for the public.</p>`;
  return html`<ul class="case-will">
  ${line ? html`<li>From ${instantInWords(line.at, now)}, the line at the top of every page says “${line.says}”, in browsers that run scripts.</li>` : ''}
  <li>The pages that book (<a href="/callback/">a callback</a>, <a href="/discovery-call/">a discovery call</a>) ${whenShown(days, dayInWords(horizon, today))} Why is not shown.</li>
  <li>The hours in words, “${hours}”, stay as they are on every page, <a href="/contact/">Contact</a> too: they are those of an ordinary week. Beside them, where we list the ways to talk, days that are closed as a whole are named up to three weeks ahead, in browsers that run scripts.</li>
</ul>`;
}

const callItem = (call: CallListed, now: number): Html =>
  html`<li><a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a>: ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}, ${callerLink(call.phone)}, reference ${call.reference}</li>`;

/** What becomes of the calls that cannot take place, and where that is seen to. */
const stays = (count: number) =>
  count === 1
    ? 'It stays where it is, and nobody is told by this. The next page lists it, and leads on to offering its caller other times.'
    : 'They stay where they are, and nobody is told by this. The next page lists them, and lets you offer everyone new times at once.';

const openFor = (open: readonly Interval[]) =>
  open.reduce((sum, { start, end }) => sum + end - start, 0);

/** Whether a day has less open time than before. */
const isShorter = ({ before, after }: DayChange) => openFor(after.open) < openFor(before.open);

function conflictingPart({ preview: { conflicting, days }, now }: PreviewShown): Html {
  if (conflicting.length === 0) {
    return days.some(isShorter)
      ? html`<p>No call is booked at a time that this takes away.</p>`
      : html``;
  }
  return html`<h2>${counted(conflicting.length, 'call')} cannot take place then</h2>
<p>${stays(conflicting.length)}</p>
<ul class="block-calls">${conflicting.map((call) => callItem(call, now))}</ul>`;
}

const timesOf = ({ times }: OfferTaken, now: number) =>
  times.map(({ start }) => instantInWords(start, now)).join('; ');

const offerItem = (offer: OfferTaken, now: number): Html =>
  html`<li><a href="${deskCasePath(offer.reference)}">${nameFirst(offer)}</a>: ${timesOf(offer, now)}. Emailed ${instantInWords(offer.at, now)}, reference ${offer.reference}. <a href="${offerPath(offer.reference)}">Offer other times<span class="visually-hidden"> in case ${offer.reference}</span></a></li>`;

/** Those whose email names times that are taken away: nothing takes an email back. */
function offeredPart({ preview: { offered }, now }: PreviewShown): Html {
  if (offered.length === 0) return html``;
  const [people, their] =
    offered.length === 1 ? ['1 person was', 'Its'] : [`${offered.length} people were`, 'Their'];
  return html`<h2>${people} offered times that this takes away</h2>
<p>${their} email still names them, and none has been chosen yet. A person who chooses one then is told that it is taken, and shown the nearest that are free. Offer other times once this is set.</p>
<ul class="block-calls">${offered.map((offer) => offerItem(offer, now))}</ul>`;
}

const freedPart = ({ preview: { freed }, now }: PreviewShown): Html =>
  freed.length === 0
    ? html``
    : html`<h2>${counted(freed.length, 'call')} can take place again</h2>
<ul class="block-calls">${freed.map((call) => callItem(call, now))}</ul>`;

/** Whose calls cannot take place or can again, and what changes for the public, page by page and day by day. */
export function previewView(shown: PreviewShown): Html {
  const { days } = shown.preview;
  const today = wallClockAt(shown.now).day;
  const more = days.slice(MOST_DAYS);
  const [last] = more.slice(-1);
  return html`${conflictingPart(shown)}${offeredPart(shown)}${freedPart(shown)}
<h2>What the public will see</h2>
${onTheSite(shown)}
${days.length > 0 ? html`<p>Only the days that change are listed: not those that are closed already, such as bank holidays.</p>` : ''}
<dl class="days-ahead">${days.slice(0, MOST_DAYS).map((change) => dayRow(change, today))}</dl>
${last ? html`<p>And ${counted(more.length, 'more day')}, up to ${dayInWords(last.after.day, today)}.</p>` : ''}`;
}

const ABOUT_TO: Readonly<Record<NarrowingKind, string>> = {
  closure: 'close on',
  'dated hours': 'shorten the hours on',
  block: 'block',
};

const BUTTONS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'Close on these days',
  'dated hours': 'Set these hours',
  block: 'Block this time',
};

/** Something that could be set, and what it comes to; nothing of it is done. */
export interface NarrowingToCheck extends PreviewShown {
  narrowing: Narrowing;
  /** What is set at present, when that is to be changed. */
  was: Narrowing | undefined;
  action: string;
  /** The form's fields, to go on with. */
  typed: readonly (readonly [name: string, value: string])[];
}

/** What setting something changes, and the button that sets it. */
export const checkNarrowingView = (check: NarrowingToCheck): Html => {
  const { narrowing, was, action, typed, now } = check;
  const today = wallClockAt(now).day;
  const { kind, why } = narrowing;
  const words = (each: Narrowing) =>
    `${whenInSentence(each, today)}${was && was.why !== why ? whyInBrackets(each) : ''}`;
  return html`
<p class="lede">${
    was
      ? html`Nothing is changed yet. It is set for ${words(was)}. It will be ${words(narrowing)}.`
      : html`Nothing is set yet. You are about to ${ABOUT_TO[kind]} ${words(narrowing)}.`
  }</p>
${why === undefined ? '' : html`<p>The people at the desk see why: ${why}.</p>`}
${previewView(check)}
<form method="post" action="${action}">
  ${typed.map(([name, value]) => hidden(name, value))}${hidden(SEEN_FIELD, was && allSeenOf(was))}
  <p class="actions"><button class="button" name="step" value="set">${was ? 'Change it' : BUTTONS[kind]}</button> <button class="button quiet" name="step" value="change">Back to the form</button> <a class="button quiet" href="${TIMES_PATH}">${was ? 'Leave it as it is' : 'Set nothing'}</a></p>
</form>`;
};

/** What will happen when something that is set is removed, and the button that removes it: all of it, where one of its days can be taken out instead. */
export const removeNarrowingView = (narrowing: Narrowing, shown: PreviewShown): Html => {
  const today = wallClockAt(shown.now).day;
  const words = whenInSentence(narrowing, today);
  const several = hasDayToTakeOut(narrowing, today);
  return html`
<p class="lede">You are about to remove ${several ? 'all of ' : ''}what is set for ${words}${whyInBrackets(narrowing)}.</p>
${several ? html`<p>If only one of its days is to be open again, <a href="${dayOutPath(narrowing)}">take out one day of it</a>: the others stay.</p>` : ''}
${previewView(shown)}
<form method="post">
  ${hidden(SEEN_FIELD, allSeenOf(narrowing))}
  <p class="actions">${
    several
      ? html`<button class="button">Remove all of it</button> <a class="button quiet" href="${dayOutPath(narrowing)}">Take out one day of it</a>`
      : html`<button class="button">Remove it</button>`
  } <a class="button quiet" href="${TIMES_PATH}">Keep it</a></p>
</form>`;
};

/** A day that could be taken out, and what is left then. */
export interface DayOutToCheck extends PreviewShown {
  was: Narrowing;
  /** `YYYY-MM-DD` */
  date: string;
  left: readonly Narrowing[];
}

/** What taking one day out changes, and the button that does it. */
export const checkDayOutView = ({ was, date, left, ...shown }: DayOutToCheck): Html => {
  const today = wallClockAt(shown.now).day;
  const name = dayInWords(dayFromIso(date) ?? today, today);
  return html`
<p class="lede">Nothing is changed yet. You are about to take ${name} out of what is set for ${whenInSentence(was, today)}${whyInBrackets(was)}.</p>
${
  left.length === 0
    ? html`<p>That is its only day, so nothing of it is left.</p>`
    : html`<p>This stays set: ${left.map((each) => whenInSentence(each, today)).join('; and ')}.</p>`
}
${previewView(shown)}
<form method="post" action="${dayOutPath(was)}">
  ${hidden('date', date)}${hidden(SEEN_FIELD, timesSeenOf(was))}
  <p class="actions"><button class="button" name="step" value="set">Take out this day</button> <button class="button quiet" name="step" value="change">Back to the form</button> <a class="button quiet" href="${TIMES_PATH}">Leave it as it is</a></p>
</form>`;
};
