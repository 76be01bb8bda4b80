import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { calendarsFollow, type Invitation } from '../../account/calls-view.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';

const NO_INVITATION = { invitation: 'no address' } as const;

/** A call to come of a case; `path` is what it is moved below. */
export interface CallAlready {
  slot: Slot;
  path: string;
  invitation: Invitation;
}

/** The calls of one kind that a person has to come, when they ask for another time. */
export interface AlreadyBooked {
  kind: CallKind;
  calls: readonly CallAlready[];
  now: number;
}

const have = ({ kind, calls, now }: AlreadyBooked): Html => {
  const [first, ...others] = calls.map(({ slot }) => callTime(slot, now));
  return html`You have a ${CALL_NAMES[kind]} on ${first}${others.map((other) => html`, and another on ${other}`)}.`;
};

/** One that an invitation put in a calendar follows by itself; the words say what to do about the others. */
const followed = (calls: readonly CallAlready[]) =>
  calendarsFollow(calls.find(({ invitation }) => invitation === 'by email') ?? NO_INVITATION);

const moveForm = ({ slot, path }: CallAlready, to: Slot, button: Html | string): Html => html`
<form method="post" action="${path}reschedule/">
  ${hidden('start', isoInstant(to.start))}${hidden('seen', isoInstant(slot.start))}
  <p class="actions"><button class="button">${button}</button></p>
</form>`;

/** What a person has already, with the way to move it to the time they chose and, after it, to book another. */
export function alreadyBookedView(
  about: AlreadyBooked,
  { to, another, home }: { to: Slot; another: string; home: string },
): Html {
  const { calls, kind, now } = about;
  if (calls.some(({ slot }) => slot.start === to.start)) {
    return html`<p class="lede">${have(about)}</p><p>It is at the time you chose, so there is nothing to book.</p><p><a href="${home}">Go to your own page</a></p>`;
  }
  return html`
<p class="lede">${have(about)}</p>
<p>You chose ${callTime(to, now)}. Nothing is booked or moved until you press a button. When you move it, you give up the time it has now. ${followed(calls)}</p>
${calls.map((call) => moveForm(call, to, calls.length === 1 ? 'Move it to this time' : html`Move the one on ${callTime(call.slot, now)} to this time`))}
<p><a href="${another}">Book another ${CALL_NAMES[kind]} as well</a></p>
<p><a href="${home}">Leave it as it is</a></p>`;
}

/** On the way to booking another: what there is already. */
export const besidesView = (about: AlreadyBooked, to: Slot): Html =>
  about.calls.length === 0
    ? html``
    : html`<div class="notice-box already"><p>${have(about)} This books another as well. <a href="${about.calls[0]?.path}reschedule/?start=${encodeURIComponent(isoInstant(to.start))}">Move it to this time instead</a>.</p></div>`;
