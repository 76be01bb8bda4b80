import { html } from 'hono/html';
import {
  COMPLAINT_ABOUT,
  COMPLAINT_LABELS,
  COMPLAINT_MESSAGE,
} from '#domain/complaints/complaint.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Settings } from '#domain/settings/settings.ts';
import {
  choices,
  formMarks,
  type Html,
  optionsOf,
  orderedSummary,
  textArea,
  textField,
  trap,
  typedText,
} from '../../views/form-view.ts';
import { privacyNoticeView } from '../../views/privacy-notice-view.ts';

/** What stands in the complaint form: values as typed, the faults to show, its own id, and when it was shown. */
export interface ComplaintFormState {
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  form?: string | undefined;
  token?: string | undefined;
}

/** Where the form posts to. */
export const COMPLAINTS_ROUTE = '/api/complaints';

/** What its button says. */
export const SEND_COMPLAINT = 'Send your complaint';

/** The form for a complaint: what about, what it is, who from, how to reach them. No organisation is asked for. */
export function complaintForm(
  { typed, faults, ...marks }: ComplaintFormState,
  settings: Settings,
): Html {
  const about = (name: string) => ({
    name,
    value: typedText(typed, name),
    fault: faultOf(faults, name),
  });
  const words = (name: keyof typeof FIELDS) => ({ ...about(name), takes: FIELDS[name] });
  return html`
<form method="post" action="${COMPLAINTS_ROUTE}" novalidate>
  ${choices({ ...about('about'), type: 'radio', label: 'What is your complaint about?', options: optionsOf(COMPLAINT_ABOUT), chosen: [typedText(typed, 'about') ?? ''] })}
  ${textArea({ ...about('message'), takes: COMPLAINT_MESSAGE, label: 'Your complaint', hint: 'What happened, and what you would like us to do. Please leave out names and details of other people where you can.' })}
  ${textField({ ...words('name'), label: 'Your name', required: true })}
  <fieldset class="field together" aria-describedby="reach-hint">
    <legend>How to reach you</legend>
    <p class="hint" id="reach-hint">An email address or a phone number: one is enough.</p>
    ${textField({ ...words('email'), label: 'Your email address', hint: 'We will write to you here, with your reference and our answer.' })}
    ${textField({ ...words('phone'), label: 'Your phone number', hint: 'We will ring you on this number.' })}
  </fieldset>
  ${trap()}
  ${formMarks(marks)}
  ${privacyNoticeView(settings, 'complaint')}
  <p class="actions"><button class="button">${SEND_COMPLAINT}</button></p>
</form>`;
}

/** What stands above the form when it comes back, in the form's order. */
export const complaintFaults = ({ faults }: ComplaintFormState): Html =>
  orderedSummary(faults, Object.keys(COMPLAINT_LABELS));
