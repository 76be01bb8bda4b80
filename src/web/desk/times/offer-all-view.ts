import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { counted } from '#domain/count-words.ts';
import { deskCasePath, moveCallPath } from '#domain/desk/paths.ts';
import { CONFLICTING_PATH, OFFER_ALL_PATH } from '#domain/desk/times.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import type { EmailWords } from '#emails/email-words.ts';
import type { ConflictingBooking } from '#services/availability/conflicting-bookings.ts';
import type { PersonToOffer } from '#services/offers/offer-all.ts';
import { type Html, hidden, textArea } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { emailPreview } from '../offers/email-preview-view.ts';

/** Everyone whose call cannot take place, and what the form holds. */
export interface OfferAllForm {
  people: readonly PersonToOffer[];
  toRing: readonly ConflictingBooking[];
  ticked: readonly string[];
  words: string | undefined;
  once: string | undefined;
  faults: readonly Fault[];
  now: number;
}

const timesOf = ({ slots }: PersonToOffer, now: number): Html =>
  html`<ul class="offer-times">${slots.map(({ start }) => html`<li>${instantInWords(start, now)}</li>`)}</ul>`;

const callOf = (call: ConflictingBooking, now: number) =>
  `Their ${CALL_NAMES[call.kind]} on ${callInWords(call, now)}`;

const offeredBefore = ({ offeredAt }: ConflictingBooking, now: number) =>
  offeredAt
    ? html`<p>Other times were offered on ${instantInWords(offeredAt.getTime(), now)}, and none has been chosen yet.</p>`
    : '';

function person(one: PersonToOffer, index: number, { ticked, now }: OfferAllForm): Html {
  const { call } = one;
  const id = index === 0 ? 'call' : `call-${call.id}`;
  return html`<div class="offer-person">
<div class="choice"><input type="checkbox" id="${id}" name="call" value="${call.id}" aria-describedby="about-${call.id}"${ticked.includes(call.id) ? html` checked` : ''}><label for="${id}">${nameFirst(call)}</label></div>
<div class="offer-about" id="about-${call.id}"><p>${callOf(call, now)}. ${conflictInWords(call.because)}</p>${offeredBefore(call, now)}
<p>They are offered:</p>${timesOf(one, now)}</div>
<p class="offer-about"><a href="${deskCasePath(call.reference)}">Open case ${call.reference}</a></p></div>`;
}

/** Those whom no email reaches: each with their number, and where the call is moved once a time is agreed. */
const ring = (calls: readonly ConflictingBooking[], now: number): Html =>
  calls.length === 0
    ? html``
    : html`<section class="times-part" aria-labelledby="to-ring"><h2 id="to-ring">To ring: ${counted(calls.length, 'person', 'people')}</h2>
<p>No email goes to them from here: they gave no address, or no time is free for them. Ring them to agree another time, then move the call.</p>
<ul class="block-calls">${calls.map(
        (call) =>
          html`<li><a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a>, ${callerLink(call.phone)}. ${callOf(call, now)}, reference ${call.reference}. <a href="${moveCallPath(call.reference, call.id)}">Move the call<span class="visually-hidden"> of ${call.name}</span></a></li>`,
      )}</ul></section>`;

function people(form: OfferAllForm): Html {
  const fault = faultOf(form.faults, 'call');
  return html`<fieldset class="${fault ? 'field faulty' : 'field'}"><legend>Who is sent new times?</legend>
${fault && html`<p class="fault" id="call-fault"><span class="visually-hidden">Error: </span>${fault}</p>`}
${form.people.map((one, index) => person(one, index, form))}</fieldset>`;
}

/** The form: whom to send new times, which, and words to add. Nothing is sent before the page that follows it. */
export const offerAllForm = (form: OfferAllForm): Html => html`
${
  form.people.length === 0
    ? html`<p class="lede">${form.toRing.length === 0 ? 'Every call to come can take place at the time it is booked for.' : 'Nobody can be sent new times by email.'}</p>`
    : html`<p class="lede">Each person is sent up to three free times, about the hour of theirs on the days nearest to it, and no two people the same while there are enough. The times are not reserved, and a call stays where it is until its caller chooses.</p>
<form method="post" action="${OFFER_ALL_PATH}" novalidate>
  ${people(form)}
  ${textArea({ name: 'words', label: 'Anything to add? (optional)', hint: 'It stands in every one of the emails as you write it.', value: form.words, takes: FIELDS.offerWords, fault: faultOf(form.faults, 'words') })}
  ${hidden('once', form.once)}
  <p class="actions"><button class="button" name="step" value="see">See the emails</button></p>
</form>`
}
${ring(form.toRing, form.now)}
<p><a href="${CONFLICTING_PATH}">See these calls one by one</a></p>`;

/** The emails as they will be sent, and what they were made from. */
export interface OffersToCheck {
  emails: readonly { person: PersonToOffer; email: EmailWords }[];
  siteName: string;
  plan: string;
  words: string | undefined;
  once: string | undefined;
  now: number;
  /** What the page said before is no longer so. */
  changed: boolean;
}

const emailOf = ({ person: one, email }: OffersToCheck['emails'][number], siteName: string): Html =>
  html`<details class="offer-email"><summary>To ${one.subject.to}: the email</summary>${emailPreview(email, one.subject.to, siteName, `email-${one.call.id}`)}</details>`;

/** Who will be sent what, word for word, and the button that sends it. */
export const checkOfferAllView = (check: OffersToCheck): Html => {
  const { emails, siteName, plan, words, once, now } = check;
  const count = counted(emails.length, 'email');
  return html`
${check.changed ? html`<p class="times-conflicting" role="status"><strong>Calls or free times have changed since you saw this page, so nothing was sent.</strong> This is how it is now.</p>` : ''}
<p class="lede">Nothing is sent yet. ${count} will go out.</p>
<ul class="offer-all">${emails.map(
    (each) =>
      html`<li><h2>${nameFirst(each.person.call)}</h2><p>${callOf(each.person.call, now)}</p>${timesOf(each.person, now)}${emailOf(each, siteName)}</li>`,
  )}</ul>
<form method="post" action="${OFFER_ALL_PATH}">
  ${emails.map(({ person: { call } }) => hidden('call', call.id))}
  ${hidden('words', words)}
  ${hidden('seen', plan)}
  ${hidden('once', once)}
  <p class="actions"><button class="button" name="step" value="send">Send ${count}</button> <button class="button quiet" name="step" value="change">Change it</button> <a class="button quiet" href="${CONFLICTING_PATH}">Send nothing</a></p>
</form>`;
};
