import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { counted } from '#domain/count-words.ts';
import { auditOfCasePath, deskCasePath } from '#domain/desk/paths.ts';
import { listInWords } from '#domain/list-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { doOrNot } from './actions-view.ts';
import type { DeskCallView } from './case-view.ts';

/** A call in quarantine, and whether its time can still be had. */
export interface QuarantinedCall {
  call: DeskCallView;
  free: boolean;
}

/** What releasing a case from quarantine brings about. */
export interface ReleaseView {
  reference: string;
  /** Its enquiry, if it has one in quarantine: the acknowledgement goes to its address, if it gives one. */
  enquiry: { email?: string | undefined } | undefined;
  calls: readonly QuarantinedCall[];
  now: number;
}

const nameOf = ({ call }: QuarantinedCall, now: number) =>
  html`The ${CALL_NAMES[call.kind]} with ${call.name} on ${callTime(call, now)}`;

function whenReleased(quarantined: QuarantinedCall, now: number): Html {
  const { call, free } = quarantined;
  const { email } = call;
  if (call.state === 'cancelled') return html`${nameOf(quarantined, now)}, stays cancelled.`;
  if (free) {
    return html`${nameOf(quarantined, now)}, is booked: the time is free. ${email ? html`The confirmation and the invitation go to ${email}` : 'They gave no email address, so nothing is sent to them'}, and staff get a notice.`;
  }
  return html`${nameOf(quarantined, now)}, cannot have its time any more, and is cancelled. ${
    email
      ? html`${call.name} gets an email at ${email}, with the nearest times that are free.`
      : html`<strong>They gave no email address: ring ${callerLink(call.phone)}.</strong>`
  }`;
}

/** What will happen when a case is released, and the button that does it. */
export const releaseView = ({ reference, enquiry, calls, now }: ReleaseView): Html => html`
<p class="lede">You are about to release this case. It is then treated like any other.</p>
<ul class="case-will">
  ${enquiry ? html`<li>${enquiry.email === undefined ? 'They gave no email address, so nothing is sent to them. Staff' : html`The acknowledgement goes to ${enquiry.email}, and staff`} are notified.</li>` : ''}
  ${calls.map((quarantined) => html`<li>${whenReleased(quarantined, now)}</li>`)}
  <li>The timeline says that you did it.</li>
</ul>
<form method="post">
  ${doOrNot(reference, 'Release it')}
</form>`;

/** What erasing a case takes away. */
export interface EraseView {
  reference: string;
  /** Who it is from. */
  from: string;
  enquired: boolean;
  /** How many calls it holds, and those still to come, which are cancelled. */
  calls: number;
  toCome: readonly DeskCallView[];
  /** How many acts and notes of staff stand on its timeline. */
  acts: number;
  quarantined: boolean;
  /** They were given the link to their own page, or may have seen it. */
  hasLink: boolean;
  /** A request about data that is noted in it and not answered; `by` is the London day by which it is to be. */
  request: { by: number | undefined } | undefined;
  /** How long a line of the audit is kept, in words. */
  auditFor: string;
  now: number;
}

/** What follows for a request that is noted in a case and not answered. */
function requestGoes({ by }: { by: number | undefined }, now: number): string {
  const until = by === undefined ? '' : ` by ${dayInWords(by, wallClockAt(now).day)}`;
  return `The request about their data that is noted here is not answered yet. Its note goes too, and Today says no more of it: answer it first, or remember yourself to answer it${until}.`;
}

function goes({ enquired, calls, acts }: EraseView): string {
  const parts = [
    ...(enquired ? ['the enquiry'] : []),
    ...(calls > 0 ? [counted(calls, 'call', 'calls')] : []),
    'every message about it that has not gone out',
    ...(acts > 0 ? [`${counted(acts, 'entry', 'entries')} of staff on its timeline`] : []),
  ];
  return listInWords(parts);
}

const toldOf = (call: DeskCallView, now: number): Html => html`
<li>The ${CALL_NAMES[call.kind]} on ${callTime(call, now)}, is cancelled first. ${
  call.email === undefined
    ? html`They gave no email address, so we cannot email them: ring ${callerLink(call.phone)} first.`
    : html`${call.email} is sent the cancellation, and nothing else is kept of it.`
}</li>`;

/** What becomes of their link, of those who can have one, and that no email tells them. */
function linkEnds({ hasLink, toCome }: EraseView): Html {
  const parts = [
    ...(hasLink ? ['Their link stops working.'] : []),
    ...(toCome.length > 0 ? [] : ['Nothing is sent to them.']),
  ];
  return parts.length === 0 ? html`` : html`<li>${parts.join(' ')}</li>`;
}

/** What will happen when a case is erased, and the button that does it. */
export const eraseView = (view: EraseView): Html => html`
<p class="lede">You are about to erase everything the site holds about ${view.from} under this reference. It cannot be brought back.</p>
<ul class="case-will">
  <li>What goes: ${goes(view)}.</li>
  ${view.toCome.map((call) => toldOf(call, view.now))}
  ${linkEnds(view)}
  ${view.quarantined ? '' : html`<li>All staff are given the reference, and asked to delete the emails about it.</li>`}
  ${view.request ? html`<li>${requestGoes(view.request, view.now)}</li>` : ''}
  <li>What stays is <a href="${auditOfCasePath(view.reference)}">the lines of the audit</a> about this reference, each for ${view.auditFor}: what staff did with it, from opening it to erasing it, when, and who of the staff did it. They say neither who the person is nor what the case held.</li>
</ul>
<form method="post">
  ${doOrNot(view.reference, 'Erase everything in this case', 'button careful')}
</form>`;

/** Why nothing was done, the way to put that right, and the way back. */
export const notDoneView = (
  { detail, way }: { detail: string; way?: { act: string; words: string } },
  reference: string,
): Html => html`
<p class="lede">${detail}</p>
<p class="actions">${way ? html`<a class="button" href="${deskCasePath(reference)}${way.act}/">${way.words}</a> ` : ''}<a class="button quiet" href="${deskCasePath(reference)}">Back to the case</a></p>`;
