import { html } from 'hono/html';
import { COMPLAINT_STEPS, COMPLAINT_TOLD } from '#domain/desk/complaint-actions.ts';
import { SENT_IF_CHOSEN } from '#domain/desk/disclosure.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { type FollowUpDates, seenOf } from '#services/desk/follow-up.ts';
import { textIn } from '../../http/request-body.ts';
import { choices, type Html, hidden, optionsOf, textArea } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';
import { dateGoes, dateSeen } from './follow-up-field.ts';

/** The form that says how far a complaint has got, or its outcome, and how its person is told. */
export const complaintStepForm = (state: ActForm): Html => {
  const { reference, typed, faults, once, dates } = state;
  return html`
<form method="post" action="${deskCasePath(reference)}complaint/" novalidate>
  ${choices({ name: 'step', type: 'radio', label: 'What is this?', options: optionsOf(COMPLAINT_STEPS), chosen: [textIn(typed, 'step') ?? ''], fault: faultOf(faults, 'step') })}
  ${textArea({ name: 'words', label: 'What was found or done', hint: SENT_IF_CHOSEN, value: textIn(typed, 'words'), takes: FIELDS.complaintWords, fault: faultOf(faults, 'words') })}
  ${choices({ name: 'told', type: 'radio', label: 'How are they told?', options: optionsOf(COMPLAINT_TOLD), chosen: [textIn(typed, 'told') ?? ''], fault: faultOf(faults, 'told') })}
  ${hidden('once', once)}${dateSeen(state)}
  <p class="case-means">An email begins with a greeting, carries these words and their reference, and says how to ring us. About personal data it says how to complain to the ICO as well. Leave out names and details of other people. The outcome closes the complaint, and you can open it again.${dateGoes(dates, 'Progress leaves it as it is. Set it again after the outcome if it still holds.')}</p>
  ${doOrNot(reference, 'Save')}
</form>`;
};

/** What follows when a complaint is opened again, and the button that does it. */
export const reopenComplaintView = (
  reference: string,
  once: string,
  dates: FollowUpDates,
): Html => html`
<p class="lede">You are about to open this complaint again.</p>
<ul class="case-will">
  <li>It stands on Today and leads the digest until an outcome is noted. Its 30 days are counted from the day it first came.${dateGoes(dates, 'Set it again afterwards if it still holds.')}</li>
  <li>Nothing is sent to them.</li>
</ul>
<form method="post">
  ${hidden('once', once)}${hidden('seen', seenOf(dates.set))}
  ${doOrNot(reference, 'Open the complaint again')}
</form>`;
