import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import { textIn } from '../../http/request-body.ts';
import { choices, type Html, hidden } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';
import { theirEnquiryFields } from './their-enquiry-view.ts';

/** Whether the calls to come, of which there were so many when the form was first shown, are corrected with it. */
function callsTick({ typed }: ActForm): Html {
  const toCome = textIn(typed, 'toCome');
  if (toCome === undefined) return html``;
  const which = toCome === '1' ? 'the call to come' : `the ${toCome} calls to come`;
  return html`
  ${choices({
    name: 'calls',
    type: 'checkbox',
    label: 'Calls to come',
    hint: 'Where a call has the same name, number, address or organisation, it gets the new one. Staff calendars follow. With a new name, number or address they get an email, if they gave an address.',
    options: [{ value: 'yes', label: `Correct ${which} as well` }],
    chosen: [textIn(typed, 'calls') ?? ''],
  })}
  ${hidden('toCome', toCome)}`;
}

/** The form in which staff correct what we hold about a person. */
export const detailsForm = (state: ActForm): Html => html`
<ul class="case-will">
  <li>Nobody is emailed about a correction of what they sent. Calls that are over keep the details they had.</li>
  <li>The timeline says that you did it, and what it changed.</li>
  <li>With another email address, every link that went to the old one stops working. You can then email them a new one.</li>
</ul>
<form method="post" action="${deskCasePath(state.reference)}details/" novalidate>
  ${theirEnquiryFields(state)}
  ${callsTick(state)}
  ${hidden('seen', textIn(state.typed, 'seen'))}
  ${doOrNot(state.reference, 'Save the details')}
</form>`;
