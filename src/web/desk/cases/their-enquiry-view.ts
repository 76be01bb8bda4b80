import { html } from 'hono/html';
import { ON_THEIR_OWN_PAGE } from '#domain/desk/disclosure.ts';
import { THEIR_FIELDS } from '#domain/desk/new-case.ts';
import { RHYTHM_LABELS, THEIR_INTERESTS } from '#domain/enquiry/limits.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import {
  choices,
  type Html,
  optionsOf,
  textArea,
  textField,
  typedText,
} from '../../views/form-view.ts';

/** What stands in a form about a person: values as typed, and what to fix. */
export interface TypedForm {
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
}

const listIn = (typed: TypedForm['typed'], name: string) => [typed[name] ?? []].flat().map(String);

/** The fields about a person in the order in which a form asks for them. */
export const THEIR_ORDER = [
  ...['name', 'phone', 'email', 'postalAddress', 'organisation', 'role', 'message'],
  ...['interests', 'people', 'rhythm', 'sessions', 'when'],
];

/** What many callers do not say: it is folded away until there is something of it. */
const FOLDED = ['interests', 'people', 'rhythm', 'sessions', 'when'];

const foldedAway = (fields: Html, open: boolean): Html =>
  html`<details class="their-more"${open ? html` open` : ''}><summary>What they have in mind (optional)</summary>${fields}</details>`;

/** What a field of theirs holds. A browser fills in nothing: it would be the details of staff. */
const fieldsIn = ({ typed, faults }: TypedForm) => ({
  about: (name: string) => ({
    name,
    value: typedText(typed, name),
    fault: faultOf(faults, name),
    autocomplete: 'off',
  }),
  words(name: keyof typeof THEIR_FIELDS) {
    return { ...this.about(name), takes: THEIR_FIELDS[name] };
  },
});

/** Who they are, and the ways to reach them; `hint` says how much of it is needed. */
export function reachFields(form: TypedForm, hint: string): Html {
  const fields = fieldsIn(form);
  return html`
  ${textField({ ...fields.words('name'), label: 'Their name', required: true })}
  ${textField({ ...fields.words('phone'), label: 'Phone number' })}
  ${textField({ ...fields.words('email'), label: 'Email address', hint })}
  ${textArea({ ...fields.words('postalAddress'), label: 'Postal address (optional)', rows: 4 })}`;
}

/** The fields of an enquiry as staff write it down for its person. */
export function theirEnquiryFields(form: TypedForm): Html {
  const { typed, faults } = form;
  const fields = fieldsIn(form);
  const { about } = fields;
  const words = (name: keyof typeof THEIR_FIELDS) => fields.words(name);
  return html`
  ${reachFields(form, 'A phone number or an email address is enough; a postal address if there is neither.')}
  ${textField({ ...words('organisation'), label: 'Organisation (optional)' })}
  ${textField({ ...words('role'), label: 'Their role (optional)' })}
  ${textArea({ ...words('message'), label: 'What they told us (optional)', hint: `Nothing about the people they work with. ${ON_THEIR_OWN_PAGE}` })}
  ${foldedAway(
    html`
  ${choices({ ...about('interests'), type: 'checkbox', label: 'What are they interested in? (optional)', options: optionsOf(THEIR_INTERESTS), chosen: listIn(typed, 'interests') })}
  ${textField({ ...about('people'), label: 'About how many people would take part? (optional)', hint: 'One number, such as 46.', inputmode: 'numeric', short: true })}
  ${choices({ ...about('rhythm'), type: 'radio', label: 'How often might the groups meet? (optional)', options: optionsOf(RHYTHM_LABELS), chosen: listIn(typed, 'rhythm') })}
  ${textField({ ...about('sessions'), label: 'How many times in a year would each group meet? (optional)', inputmode: 'numeric', short: true })}
  ${textField({ ...words('when'), label: 'When would they like to start? (optional)' })}`,
    FOLDED.some((name) => typedText(typed, name) || faultOf(faults, name)),
  )}`;
}
