import { html } from 'hono/html';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import { ON_THEIR_OWN_PAGE } from '#domain/desk/disclosure.ts';
import { whatWeKeepInWords } from '#domain/desk/new-case.ts';
import { ACKNOWLEDGED_BY, CAME_BY, COMPLAINT_WORDS } from '#domain/desk/new-complaint.ts';
import { CASES_PATH, NEW_COMPLAINT_PATH } from '#domain/desk/paths.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import {
  choices,
  type Html,
  hidden,
  optionsOf,
  orderedSummary,
  textArea,
  textField,
  typedText,
} from '../../views/form-view.ts';
import { reachFields, type TypedForm } from './their-enquiry-view.ts';

/** The form in which a complaint is written down; `months` is how long we keep it after the last contact. */
export interface NewComplaintForm extends TypedForm {
  once: string | undefined;
  months: number;
}

/** The fields in the order in which the form asks for them. */
const ORDER = [
  ...['about', 'came', 'received', 'message', 'name', 'phone', 'email', 'postalAddress'],
  ...['acknowledged', 'told'],
];

/** What stands above the form when it comes back, in the form's order. */
export const newComplaintFaults = (faults: readonly Fault[]): Html => orderedSummary(faults, ORDER);

const script = (months: number): Html => html`
<aside class="new-case-script" aria-label="What to ask and what to say">
  <h2>What to ask</h2>
  <ul>
    <li>What happened, and when?</li>
    <li>What would you like us to do about it?</li>
    <li>Your name, and how may we reach you?</li>
  </ul>
  <h2>What to say</h2>
  <p>“Thank you. We have your complaint. We will look into it, and within 30 days of its coming you will hear the outcome, or how far we have got.”</p>
  <p>${whatWeKeepInWords(months)}</p>
  <h2>The date matters</h2>
  <p>The 30 days of the law count from the day a complaint came to any of us: the day of the call, or the day a letter came through the door, not the day it is written down here.</p>
</aside>`;

/** The form to write a complaint down in, with what to ask and what to say beside it. */
export function newComplaintView({ typed, faults, once, months }: NewComplaintForm): Html {
  const about = (name: string) => ({ name, fault: faultOf(faults, name) });
  const chosen = (name: string) => [typedText(typed, name) ?? ''];
  return html`
<div class="new-case">
  <form method="post" action="${NEW_COMPLAINT_PATH}" novalidate>
    ${choices({ ...about('about'), type: 'radio', label: 'What is the complaint about?', options: optionsOf(COMPLAINT_ABOUT), chosen: chosen('about') })}
    ${choices({ ...about('came'), type: 'radio', label: 'How did it come?', options: optionsOf(CAME_BY), chosen: chosen('came') })}
    ${textField({ ...about('received'), type: 'date', label: 'The day on which it came', hint: 'Its 30 days count from this day.', value: typedText(typed, 'received'), required: true })}
    ${textArea({ ...about('message'), label: 'What they complain of', hint: `In their words, as near as you can. Leave out names and details of other people where you can. ${ON_THEIR_OWN_PAGE}`, value: typedText(typed, 'message'), takes: COMPLAINT_WORDS })}
    ${reachFields({ typed, faults }, 'One way to reach them is enough.')}
    ${choices({ ...about('acknowledged'), type: 'radio', label: 'How do they know that we have it?', hint: 'The email gives their reference, the day, what happens next, and the link to a page of their own.', options: optionsOf(ACKNOWLEDGED_BY), chosen: chosen('acknowledged') })}
    ${choices({ ...about('told'), type: 'checkbox', label: 'What we keep, and why', options: [{ value: 'yes', label: 'I have told them what we keep and why' }], chosen: chosen('told') })}
    ${hidden('once', once)}
    <p class="actions"><button class="button">Save the complaint</button> <a class="button quiet" href="${CASES_PATH}">Back to the cases</a></p>
  </form>
  ${script(months)}
</div>`;
}
