import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { offerPath } from '#domain/desk/times.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { MOST_TIMES } from '#domain/offers/offer.ts';
import type { DaysPage, DayToChoose } from '#domain/slots/days-to-choose.ts';
import { CALL_KINDS, type CallKind, type Slot } from '#domain/slots/slot.ts';
import { isoDate } from '#domain/time/day.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords, momentInWords } from '#domain/time/words.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { type Html, hidden, textArea } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { emailPreview } from './email-preview-view.ts';

/** A call to come, as a choice of what to offer times for. */
export interface CallChoice extends Slot {
  id: string;
  kind: CallKind;
}

/** Where times are offered for what the address already says. */
export interface OfferAbout {
  reference: string;
  kind: CallKind;
  /** The call that is to move; undefined for one that is yet to be booked. */
  booking: CallChoice | undefined;
  /** The address the times are sent to. */
  to: string;
  /** The instant it is, in milliseconds. */
  now: number;
}

const addressOf = ({ reference, kind, booking }: OfferAbout, from?: number) => {
  const query = new URLSearchParams({
    ...(booking ? { call: booking.id } : { kind }),
    ...(from !== undefined && { from: isoDate(from) }),
  });
  return `${offerPath(reference)}?${query}`;
};

/** The form that offers times: what is ticked, the days that are shown, and staff's own words. */
export interface OfferForm {
  about: OfferAbout;
  ticked: readonly number[];
  /** The times that stand first. */
  few: readonly Slot[];
  /** The others, a page of days at a time; undefined when there are no more. */
  shown: DaysPage | undefined;
  /** The days of the others were turned to, so that they are to be seen. */
  isTurned: boolean;
  words: string | undefined;
  faults: readonly Fault[];
  once: string | undefined;
}

const tick = (start: number, id: string, label: Html, isTicked: boolean) =>
  html`<label class="pick"><input type="checkbox" id="${id}" name="start" value="${isoInstant(start)}"${isTicked ? html` checked` : ''}><span>${label}</span></label>`;

function dayOfTicks({ day, slots }: DayToChoose, { about, ticked }: OfferForm) {
  const name = dayInWords(day, wallClockAt(about.now).day);
  return html`<div class="ticks"><h2>${name}</h2>${slots.map(({ start }) =>
    tick(
      start,
      `start-${isoInstant(start)}`,
      html`<span class="visually-hidden">${name}, </span>${clockInWords(wallClockAt(start).minute)}`,
      ticked.includes(start),
    ),
  )}</div>`;
}

/** Times ticked on days that are not shown: they stand here, so that they can be seen and unticked. */
function tickedElsewhere({ about, ticked, few, shown }: OfferForm): Html {
  const days = shown?.days ?? [];
  const here = new Set([...few, ...days.flatMap(({ slots }) => slots)].map(({ start }) => start));
  const others = ticked.filter((start) => !here.has(start));
  const today = wallClockAt(about.now).day;
  if (others.length === 0) return html``;
  return html`<fieldset class="field"><legend>Ticked on other days</legend>
${others.map(
  (start) =>
    html`<div class="choice"><input type="checkbox" id="start-${isoInstant(start)}" name="start" value="${isoInstant(start)}" checked><label for="start-${isoInstant(start)}">${momentInWords(wallClockAt(start), today)}</label></div>`,
)}</fieldset>`;
}

const turn = (about: OfferAbout, day: number | undefined, words: string) =>
  day === undefined
    ? ''
    : html`<button class="button quiet" name="step" value="turn" formaction="${addressOf(about, day)}">${words}</button> `;

const fewTick = ({ start }: Slot, { about, ticked }: OfferForm, isFirst: boolean): Html => {
  const id = isFirst ? 'start' : `start-${isoInstant(start)}`;
  const name = momentInWords(wallClockAt(start), wallClockAt(about.now).day);
  return html`<div class="choice"><input type="checkbox" id="${id}" name="start" value="${isoInstant(start)}"${ticked.includes(start) ? html` checked` : ''}><label for="${id}">${name}</label></div>`;
};

/** Every other time, folded away until one of them is wanted or ticked. */
function moreTimes(form: OfferForm): Html {
  const { about, shown, ticked, isTurned } = form;
  if (!shown) return html``;
  const isTicked = shown.days.some(({ slots }) =>
    slots.some(({ start }) => ticked.includes(start)),
  );
  return html`<details class="offer-more"${isTurned || isTicked ? html` open` : ''}><summary>More times</summary>
<div class="days board">${shown.days.map((day) => dayOfTicks(day, form))}</div>
<p class="actions">${turn(about, shown.earlier, 'Earlier days')}${turn(about, shown.later, 'Later days')}</p></details>`;
}

function times(form: OfferForm): Html {
  const fault = faultOf(form.faults, 'start');
  const ids = fault ? 'start-hint start-fault' : 'start-hint';
  return html`<fieldset class="${fault ? 'field faulty' : 'field'}" aria-describedby="${ids}">
  <legend>Which times?</legend>
  <p class="hint" id="start-hint">Tick up to ${MOST_TIMES}, in UK time. They are not reserved, and our notice holds when they choose: times of the next days, under “More times”, may be over by then.</p>
  ${fault && html`<p class="fault" id="start-fault"><span class="visually-hidden">Error: </span>${fault}</p>`}
  ${form.few.map((slot, index) => fewTick(slot, form, index === 0))}
  ${moreTimes(form)}
</fieldset>`;
}

const whatFor = ({ booking, kind, now }: OfferAbout): Html => html`
<p class="lede">${
  booking
    ? html`For the ${CALL_NAMES[kind]} on ${callInWords(booking, now)}. It stays there until its caller chooses another time.`
    : html`For a ${CALL_NAMES[kind]} that is not booked yet.`
}</p>`;

/** The form: times to tick, and words to add. Nothing is sent before the page that follows it. */
export const offerForm = (form: OfferForm): Html => html`
${whatFor(form.about)}
<form method="post" action="${addressOf(form.about)}" novalidate>
  ${tickedElsewhere(form)}
  ${times(form)}
  ${textArea({ name: 'words', label: 'Anything to add? (optional)', hint: 'It stands in the email as you write it.', value: form.words, takes: FIELDS.offerWords, fault: faultOf(form.faults, 'words') })}
  ${hidden('once', form.once)}
  <p class="actions"><button class="button" name="step" value="see">See the email</button> <a class="button quiet" href="${deskCasePath(form.about.reference)}">Back to the case</a></p>
</form>`;

/** An email that offers times, as it will be sent, and what it was made from. */
export interface OfferToCheck {
  about: OfferAbout;
  email: EmailWords;
  siteName: string;
  starts: readonly number[];
  words: string | undefined;
  once: string | undefined;
}

/** The email, word for word, and the button that sends it. */
export const checkOfferView = ({
  about,
  email,
  siteName,
  starts,
  words,
  once,
}: OfferToCheck): Html => html`
<p class="lede">Nothing is sent yet. This email will go to ${about.to}.</p>
<p>Each time in it is a link that only the enquirer is given: it leads to their own page, and nothing ${about.booking ? 'moves' : 'is booked'} until they press its button.</p>
${emailPreview(email, about.to, siteName)}
<form method="post" action="${addressOf(about)}">
  ${starts.map((start) => hidden('start', isoInstant(start)))}
  ${hidden('words', words)}
  ${hidden('seen', about.booking && isoInstant(about.booking.start))}
  ${hidden('once', once)}
  <p class="actions"><button class="button" name="step" value="send">Send it</button> <button class="button quiet" name="step" value="change">Change it</button> <a class="button quiet" href="${deskCasePath(about.reference)}">Send nothing</a></p>
</form>`;

const NEW: Readonly<Record<CallKind, string>> = {
  callback: 'A new callback',
  'discovery-call': 'A new discovery call',
};

/** What times can be offered for, when the address does not say. */
export const chooseOfferView = (
  reference: string,
  calls: readonly CallChoice[],
  now: number,
): Html => html`
<h2>What are the times for?</h2>
<ul class="offer-for">
${calls.map((call) => html`<li><a href="${offerPath(reference, call.id)}">The ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}</a></li>`)}
${CALL_KINDS.map((kind) => html`<li><a href="${offerPath(reference)}?kind=${kind}">${NEW[kind]}</a></li>`)}
</ul>
${back(reference)}`;

const back = (reference: string): Html =>
  html`<p><a href="${deskCasePath(reference)}">Back to the case</a></p>`;

/** There is no address to send times to. */
export const noEmailView = (reference: string, phone: string | undefined): Html => html`
<p class="lede">This case has no email address, so no times can be sent.</p>
<p>${phone === undefined ? 'Nothing can be offered here.' : html`Ring ${callerLink(phone)} and agree a time with them.`}</p>
${back(reference)}`;

/** Nothing was sent, and why; what was written beside the times can be copied. */
export const notSentView = (why: string, words: string | undefined): Html => html`
<p class="lede">${why}</p>
${
  words === undefined
    ? ''
    : html`<h2>What you had written</h2>
<p>Copy what you still need before you leave this page.</p>
<blockquote class="as-typed">${words}</blockquote>`
}`;

/** Why no times can be offered. */
export const noOfferView = (why: string, reference: string): Html => html`
<p class="lede">${why}</p>
${back(reference)}`;
