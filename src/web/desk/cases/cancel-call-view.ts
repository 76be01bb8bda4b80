import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { CANCELLATION_WANTED_BY } from '#domain/desk/call-cancellation.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { choices, type Html, hidden, optionsOf } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { doOrNot } from './actions-view.ts';
import type { DeskCallView } from './case-view.ts';

/** A call that staff may cancel. */
export interface CancelCallView {
  reference: string;
  call: DeskCallView;
  now: number;
  /** What is wrong with the form that came back. */
  fault?: string | undefined;
}

/** What will happen when staff cancel a call, who wants it, and the button that does it. */
export const cancelCallView = ({ reference, call, now, fault }: CancelCallView): Html => html`
<p class="lede">You are about to cancel the ${CALL_NAMES[call.kind]} with ${call.name} on ${callTime(call, now)}.</p>
<ul class="case-will">
  ${
    call.email === undefined
      ? html`<li><strong>They gave no email address, so nothing is sent to them.</strong> Unless they know already, ring ${callerLink(call.phone)} first.</li>`
      : html`<li>${call.name} gets an email at once, at ${call.email}: that the call is cancelled, as they asked or with our apology, and where to choose another time. A cancellation for their calendar comes with it.</li>`
  }
  <li>The time is given up, and staff calendars are updated.</li>
  <li>The timeline says that you did it, and whether they asked. The case stays. If it has no other call and no date, it is looked at again in three working days.</li>
</ul>
<form method="post" novalidate>
  ${hidden('start', isoInstant(call.start))}
  ${choices({ name: 'wantedBy', type: 'radio', label: 'Why is it cancelled?', options: optionsOf(CANCELLATION_WANTED_BY), chosen: [], fault })}
  ${doOrNot(reference, `Cancel the ${CALL_NAMES[call.kind]}`, 'button careful')}
</form>`;
