import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import type { Hold } from '#domain/desk/hold.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import { textIn } from '../../http/request-body.ts';
import { type Html, hidden, textArea, textField } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';

/** The form that puts a case on hold, or gives its hold another reason and date. */
export const holdForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<p class="lede">A case on hold is kept, and not used: while a person disputes what we hold, objects to how we use it, or needs it kept.</p>
<ul class="case-will">
  <li>Nothing erases it, neither its time being over nor anybody’s press, until the hold is taken off.</li>
  <li>Nobody is reminded of a call, offered times, booked a call or sent their link from the desk. What the person does themselves still works, but for erasing.</li>
  <li>Lists, searches and Today say that it is on hold. You can still answer a complaint, write notes, correct details and remove words.</li>
</ul>
<form method="post" action="${deskCasePath(reference)}hold/" novalidate>
  ${textArea({ name: 'reason', label: 'Why it is on hold', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'reason'), takes: FIELDS.holdReason, fault: faultOf(faults, 'reason') })}
  ${textField({ name: 'followUp', type: 'date', label: 'Look at it again on', hint: 'On that day it stands on Today. The hold stays until you take it off.', value: textIn(typed, 'followUp'), fault: faultOf(faults, 'followUp') })}
  ${hidden('once', once)}${hidden('seen', textIn(typed, 'seen'))}
  ${doOrNot(reference, 'Put it on hold')}
</form>`;

/** What follows when the hold is taken off, and the button that does it. */
export const endHoldView = (
  reference: string,
  hold: Hold,
  { seen, now }: { seen: string; now: number },
): Html => html`
<p class="lede">On hold since ${dayInWords(wallClockAt(hold.onHoldSince.getTime()).day, wallClockAt(now).day)}: ${hold.reason}</p>
<ul class="case-will">
  <li>The case is treated like any other again. If the time for which we keep it is over, it is erased the next night.</li>
  <li>The timeline says that you did it. Nothing is sent to anybody.</li>
</ul>
<form method="post">
  ${hidden('seen', seen)}
  ${doOrNot(reference, 'Take the hold off')}
</form>`;
