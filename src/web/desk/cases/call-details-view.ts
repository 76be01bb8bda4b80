import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { THEIR_FIELDS } from '#domain/desk/new-case.ts';
import { callDetailsPath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { type Html, hidden, textField, typedText } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { doOrNot } from './actions-view.ts';
import type { DeskCallView } from './case-view.ts';
import type { TypedForm } from './their-enquiry-view.ts';

/** A call to come whose details staff correct. */
export interface CallDetailsForm extends TypedForm {
  reference: string;
  call: DeskCallView;
  now: number;
}

const told = ({ email }: DeskCallView): Html =>
  email === undefined
    ? html`<li>They gave no email address. If you add one, the time and an invitation for their calendar go to it at once.</li>`
    : html`<li>When the name, the number or the address changes, an email and a new invitation go to ${email} at once. With another address, the call leaves the calendar of ${email}, every link that went there stops working, and the invitation goes to the new one.</li>`;

/** The form in which staff correct who a call is with. */
export function callDetailsForm({ reference, call, typed, faults, now }: CallDetailsForm): Html {
  const words = (name: 'name' | 'phone' | 'email' | 'organisation' | 'topic') => ({
    name,
    takes: THEIR_FIELDS[name],
    value: typedText(typed, name),
    fault: faultOf(faults, name),
    autocomplete: 'off',
  });
  return html`
<p class="lede">The ${CALL_NAMES[call.kind]} on ${callTime(call, now)}.</p>
<ul class="case-will">
  ${told(call)}
  <li>Staff get a notice, and staff calendars are updated. The timeline says that you did it, and what it changed.</li>
</ul>
<form method="post" action="${callDetailsPath(reference, call.id)}" novalidate>
  ${textField({ ...words('name'), label: 'Their name', required: true })}
  ${textField({ ...words('phone'), label: 'The number we ring', required: true })}
  ${textField({ ...words('email'), label: 'Email address (optional)' })}
  ${textField({ ...words('organisation'), label: 'Organisation (optional)' })}
  ${textField({ ...words('topic'), label: 'What would they like to talk about? (optional)' })}
  ${hidden('seen', typedText(typed, 'seen'))}
  ${doOrNot(reference, 'Save the details')}
</form>`;
}
