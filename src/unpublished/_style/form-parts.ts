import { html } from 'hono/html';
import { FIELDS } from '#domain/fields.ts';
import {
  choices,
  errorSummary,
  type Html,
  selectField,
  textArea,
  textField,
} from '#web/views/form-view.ts';

const RHYTHMS = [
  { value: 'weekly', label: 'Weekly' },
  { value: 'fortnightly', label: 'Fortnightly' },
];

/** Every part of a form, as it is and with a fault, for anyone who works on the site. */
export const formParts = (): Html => html`
  ${errorSummary([{ field: 'style-email', message: 'Write an email address, such as name@example.org.' }])}
  ${textField({ name: 'style-name', label: 'Your name', autocomplete: 'off' })}
  ${textField({
    name: 'style-email',
    label: 'Your email address',
    hint: 'We write to it about this enquiry and nothing else.',
    fault: 'Write an email address, such as name@example.org.',
    takes: FIELDS.email,
    value: 'name at example.org',
  })}
  ${textField({ name: 'style-people', label: 'How many people', inputmode: 'numeric', short: true })}
  ${selectField({ name: 'style-rhythm', label: 'How often', options: RHYTHMS })}
  ${choices({ name: 'style-once', label: 'Which one?', type: 'radio', options: RHYTHMS, chosen: ['weekly'] })}
  ${choices({
    name: 'style-several',
    label: 'Which of these?',
    hint: 'Tick each that fits.',
    type: 'checkbox',
    options: RHYTHMS,
    chosen: [],
  })}
  ${textArea({ name: 'style-message', label: 'Anything else', takes: FIELDS.message })}
  <p class="actions">
    <button class="button" type="button">Send</button>
    <a class="button quiet" href="#main">Not now</a>
  </p>`;
