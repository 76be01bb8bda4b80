import { html } from 'hono/html';
import { ENQUIRY_LABELS } from '#domain/enquiry/answers.ts';
import { INTERESTS, RHYTHM_LABELS } from '#domain/enquiry/limits.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Settings } from '#domain/settings/settings.ts';
import {
  choices,
  formMarks,
  type Html,
  hidden,
  optionsOf,
  orderedSummary,
  textArea,
  textField,
  trap,
  typedText,
} from '../../views/form-view.ts';
import { privacyNoticeView } from '../../views/privacy-notice-view.ts';
import { joinedKey } from '../joined-case.ts';

/** What stands in the enquiry form: values as typed, the faults to show, and the timing token. */
export interface EnquiryFormState {
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  /** The form's own id; a form that corrects what its address names has none. */
  form?: string | undefined;
  /** When it was shown, where that is to be judged by. */
  token?: string | undefined;
}

/** Where the form goes, the page's own address when that is left out, and what its button says. */
export interface EnquiryFormUse {
  action?: string;
  button: string;
  /** Nobody has to be known for it: it carries the trap. */
  trapped?: boolean;
  /** The print of the enquiry as it was shown, where it is corrected. */
  seen?: string;
  /** What is said above the button of who has what is sent. */
  privacyNotice: Html;
}

const typedList = (typed: EnquiryFormState['typed'], name: string) =>
  [typed[name] ?? []].flat().map(String);

/** What is folded away: most people leave it out, and a plan brings it. */
const DETAILS = ['people', 'rhythm', 'sessions', 'when'];

/** Whether there is something to see in what is folded away: an answer, or a fault. */
const isFilled = ({ typed, faults }: EnquiryFormState) =>
  DETAILS.some((field) => typedText(typed, field) || faultOf(faults, field));

function fieldsOf({ typed, faults }: EnquiryFormState): Html {
  const about = (name: string) => ({
    name,
    value: typedText(typed, name),
    fault: faultOf(faults, name),
  });
  const words = (name: keyof typeof FIELDS) => ({ ...about(name), takes: FIELDS[name] });
  return html`
  ${textField({ ...words('name'), label: 'Your name', required: true })}
  ${textField({ ...words('organisation'), label: 'Organisation', required: true })}
  ${textField({ ...words('role'), label: 'Your role (optional)' })}
  <fieldset class="field together" aria-describedby="reach-hint">
    <legend>How to reach you</legend>
    <p class="hint" id="reach-hint">An email address or a phone number: one is enough.</p>
    ${textField({ ...words('email'), label: 'Your email address', hint: 'We will write to you here, and send a link to your enquiry.' })}
    ${textField({ ...words('phone'), label: 'Your phone number', hint: 'We will ring you on this number.' })}
    ${typed['postalAddress'] === undefined ? '' : textArea({ ...words('postalAddress'), label: 'Your postal address', rows: 4 })}
  </fieldset>
  ${choices({ ...about('interests'), type: 'checkbox', label: 'What are you interested in?', hint: 'Choose any that fit.', options: optionsOf(INTERESTS), chosen: typedList(typed, 'interests') })}
  ${textArea({ ...words('message'), label: 'Your message (optional)', hint: 'Please don’t include details about the people you work with.' })}
  <details class="more"${isFilled({ typed, faults }) ? html` open` : ''}>
  <summary>Add details (optional)</summary>
  ${textField({ ...about('people'), label: 'About how many people would take part?', hint: 'One number, such as 46. Leave this blank if you don’t know.', inputmode: 'numeric', short: true })}
  ${choices({ ...about('rhythm'), type: 'radio', label: 'How often might the groups meet?', options: optionsOf(RHYTHM_LABELS), chosen: typedList(typed, 'rhythm') })}
  ${textField({ ...about('sessions'), label: 'How many times in a year would each group meet?', hint: 'One number, such as 12. Leave this blank if you don’t know.', inputmode: 'numeric', short: true })}
  ${textField({ ...words('when'), label: 'When would you like to start?' })}
  </details>`;
}

/** The enquiry form: the same fields whether it is sent for the first time or corrected. */
export const enquiryForm = (state: EnquiryFormState, use: EnquiryFormUse): Html => html`
<form method="post"${use.action ? html` action="${use.action}"` : html``} novalidate>
  ${fieldsOf(state)}
  ${hidden('case', joinedKey(state.typed))}
  ${hidden('seen', use.seen)}
  ${use.trapped ? trap() : ''}
  ${formMarks(state)}
  ${use.privacyNotice}
  <p class="actions"><button class="button">${use.button}</button></p>
</form>`;

/** The form for a first enquiry. */
export const newEnquiryForm = (state: EnquiryFormState, settings: Settings): Html =>
  enquiryForm(state, {
    action: '/api/enquiries',
    button: 'Send your enquiry',
    trapped: true,
    privacyNotice: privacyNoticeView(settings, 'enquiry'),
  });

/** What stands above the form when it comes back, in the form's order. */
export const enquiryFaults = ({ faults }: EnquiryFormState): Html =>
  orderedSummary(faults, Object.keys(ENQUIRY_LABELS));
