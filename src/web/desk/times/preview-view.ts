import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { counted } from '#domain/count-words.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { TIMES_PATH } from '#domain/desk/times.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Interval } from '#domain/hours/openings.ts';
import { whenInWords } from '#domain/narrowings/narrowing-words.ts';
import type { DayChange, Preview } from '#domain/narrowings/preview.ts';
import type { DayAhead } from '#domain/slots/days-ahead.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import { type Html, hidden } from '../../views/form-view.ts';
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
  preview: Preview<CallListed>;
  /** The last day that can be booked at present. */
  horizon: number;
  now: number;
}

/** More would push what stands below them out of sight. */
const MOST_DAYS = 45;

const clock = (instant: number) => clockInWords(wallClockAt(instant).minute);

/** "9am to 1pm and 3pm to 6pm", or "closed". */
const openInWords = (open: readonly Interval[]): string =>
  open.length === 0
    ? 'closed'
    : `open ${open.map(({ start, end }) => `${clock(start)} to ${clock(end)}`).join(' and ')}`;

/** How the times that can be booked on a day change, in words. */
function freeInWords({ before, after }: DayChange): string {
  if (after.beyond) return 'Too far ahead to be booked yet';
  const said = (['callback', 'discovery-call'] as const).flatMap((kind) => {
    const less = before.free[kind] - after.free[kind];
    if (less === 0) return [];
    const name = CALL_NAMES[kind];
    return [
      less > 0
        ? `${counted(less, 'free time')} for a ${name} fewer`
        : `${counted(-less, 'free time')} for a ${name} more`,
    ];
  });
  return said.length === 0 ? 'As many free times as now' : said.join(', ');
}

const dayRow = (change: DayChange, today: number): Html => html`<div>
  <dt>${dayInWords(change.after.day, today)}</dt>
  <dd><p>Now ${openInWords(change.before.open)}</p><p><b>Then ${openInWords(change.after.open)}</b></p></dd>
  <dd><p>${freeInWords(change)}</p></dd>
</div>`;

const sum = (days: readonly DayChange[], which: 'before' | 'after', kind: CallKind) =>
  days.reduce((total, day) => total + (day[which] as DayAhead).free[kind], 0);

function summary(days: readonly DayChange[], horizon: string): string {
  const lost = (kind: CallKind) => sum(days, 'before', kind) - sum(days, 'after', kind);
  const [callbacks, discoveryCalls] = [lost('callback'), lost('discovery-call')];
  const all = counted(days.length, 'day changes', 'days change');
  if (callbacks === 0 && discoveryCalls === 0) {
    return `${all}. No free time is lost or gained up to ${horizon}, as far ahead as people can book.`;
  }
  const said = (count: number, kind: CallKind) =>
    `${counted(Math.abs(count), 'free time')} for a ${CALL_NAMES[kind]} ${count < 0 ? 'gained' : 'lost'}`;
  return `${all}. Up to ${horizon}, as far ahead as people can book: ${said(callbacks, 'callback')}, ${said(discoveryCalls, 'discovery-call')}.`;
}

const callItem = (call: CallListed, now: number): Html =>
  html`<li><a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a>: ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}, ${callerLink(call.phone)}, reference ${call.reference}</li>`;

function strandedPart({ preview: { stranded }, now }: PreviewShown): Html {
  if (stranded.length === 0) {
    return html`<p>No call is booked at a time that this takes away.</p>`;
  }
  const [it, they] = stranded.length === 1 ? ['it', 'It stays'] : ['them', 'They stay'];
  return html`<h2>${counted(stranded.length, 'call')} cannot take place then</h2>
<p>${they} where ${stranded.length === 1 ? 'it is' : 'they are'}, and nobody is told by this. The next page lists ${it}, and lets you offer everyone new times at once.</p>
<ul class="block-calls">${stranded.map((call) => callItem(call, now))}</ul>`;
}

const freedPart = ({ preview: { freed }, now }: PreviewShown): Html =>
  freed.length === 0
    ? html``
    : html`<h2>${counted(freed.length, 'call')} can take place again</h2>
<ul class="block-calls">${freed.map((call) => callItem(call, now))}</ul>`;

/** What changes for the public, day by day, and whose calls cannot take place or can again. */
export function previewView(shown: PreviewShown): Html {
  const { days } = shown.preview;
  const today = wallClockAt(shown.now).day;
  const more = days.slice(MOST_DAYS);
  const [last] = more.slice(-1);
  return html`${strandedPart(shown)}${freedPart(shown)}
<h2>What the public will see</h2>
<p>${days.length === 0 ? 'Nothing changes for the public.' : summary(days, dayInWords(shown.horizon, today))}</p>
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

const lowerEvery = (words: string) => words.replace(/^Every/, 'every');

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
  const words = (each: Narrowing) => lowerEvery(whenInWords(each, today));
  return html`
<p class="lede">${
    was
      ? html`Nothing is changed yet. It is set for ${words(was)}. It will be ${words(narrowing)}.`
      : html`Nothing is set yet. You are about to ${ABOUT_TO[kind]} ${words(narrowing)}.`
  }</p>
${why === undefined ? '' : html`<p>The people at the desk see why: ${why}.</p>`}
${previewView(check)}
<form method="post" action="${action}">
  ${typed.map(([name, value]) => hidden(name, value))}
  <p class="actions"><button class="button" name="step" value="set">${was ? 'Change it' : BUTTONS[kind]}</button> <button class="button quiet" name="step" value="change">Back to the form</button> <a class="button quiet" href="${TIMES_PATH}">${was ? 'Leave it as it is' : 'Set nothing'}</a></p>
</form>`;
};

/** What will happen when something that is set is removed, and the button that removes it. */
export const removeNarrowingView = (narrowing: Narrowing, shown: PreviewShown): Html => {
  const { why } = narrowing;
  const words = lowerEvery(whenInWords(narrowing, wallClockAt(shown.now).day));
  return html`
<p class="lede">You are about to remove what is set for ${words}${why === undefined ? '' : ` (${why})`}.</p>
${previewView(shown)}
<form method="post">
  <p class="actions"><button class="button">Remove it</button> <a class="button quiet" href="${TIMES_PATH}">Keep it</a></p>
</form>`;
};
