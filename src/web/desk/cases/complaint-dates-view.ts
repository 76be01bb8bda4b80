import { html } from 'hono/html';
import { COMPLAINT_TOLD } from '#domain/desk/complaint-actions.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { textIn } from '../../http/request-body.ts';
import { choices, type Html, hidden, optionsOf, textField } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';

const { email: _email, nobody: _nobody, ...otherwise } = COMPLAINT_TOLD;

const TOLD = { email: 'Email them now that we have it', ...otherwise };

/** The form that says how the person of a complaint knows that we have it. */
export const acknowledgeForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" action="${deskCasePath(reference)}complaint/acknowledge/" novalidate>
  ${choices({ name: 'told', type: 'radio', label: 'How are they told?', options: optionsOf(TOLD), chosen: [textIn(typed, 'told') ?? ''], fault: faultOf(faults, 'told') })}
  ${hidden('once', once)}
  <p class="case-means">The email gives their reference, the day on which the complaint came, what happens next, and the link to a page of their own. The complaint stays open until they have the outcome.</p>
  ${doOrNot(reference, 'Save')}
</form>`;

/** The form that corrects the day on which a complaint came. */
export const receivedForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" action="${deskCasePath(reference)}complaint/received/" novalidate>
  ${textField({ name: 'received', type: 'date', label: 'The day on which it came', hint: 'The day of the call, or the day the letter came, not the day it was written down.', value: textIn(typed, 'received'), fault: faultOf(faults, 'received') })}
  ${hidden('once', once)}${hidden('seen', textIn(typed, 'seen'))}
  <p class="case-means">Its 30 days count from this day. Nothing is sent to anybody. The timeline says that you did it, and which day stood there.</p>
  ${doOrNot(reference, 'Save the day')}
</form>`;
