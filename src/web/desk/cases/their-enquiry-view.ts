import { html } from 'hono/html';
import { ON_THEIR_OWN_PAGE } from '#domain/desk/disclosure.ts';
import { THEIR_FIELDS } from '#domain/desk/new-case.ts';
import { RHYTHM_LABELS, THEIR_INTERESTS } from '#domain/enquiry/limits.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { choices, type Html, textArea, textField } from '../../views/form-view.ts';

/** What stands in a form about a person: values as typed, and what to fix. */
export interface TypedForm {
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
}

const listIn = (typed: TypedForm['typed'], name: string) => [typed[name] ?? []].flat().map(String);

/** What was typed into one field, as text. */
export const typedText = (typed: TypedForm['typed'], name: string): string | undefined =>
  typed[name] === undefined ? undefined : listIn(typed, name).join(', ');

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What many callers do not say: it is folded away until there is something of it. */
const FOLDED = ['interests', 'people', 'rhythm', 'sessions', 'when'];

const foldedAway = (fields: Html, open: boolean): Html =>
  html`<details class="their-more"${open ? html` open` : ''}><summary>What they have in mind (optional)</summary>${fields}</details>`;

/** The fields of an enquiry as staff write it down for its person. A browser fills in nothing: it would be their own details. */
export function theirEnquiryFields({ typed, faults }: TypedForm): Html {
  const about = (name: string) => ({
    name,
    value: typedText(typed, name),
    fault: faultOf(faults, name),
    autocomplete: 'off',
  });
  const words = (name: keyof typeof THEIR_FIELDS) => ({
    ...about(name),
    takes: THEIR_FIELDS[name],
  });
  return html`
  ${textField({ ...words('name'), label: 'Their name', required: true })}
  ${textField({ ...words('phone'), label: 'Phone number' })}
  ${textField({ ...words('email'), label: 'Email address', hint: 'A phone number or an email address is enough.' })}
  ${textField({ ...words('organisation'), label: 'Organisation (optional)' })}
  ${textField({ ...words('role'), label: 'Their role (optional)' })}
  ${textArea({ ...words('message'), label: 'What they told us (optional)', hint: `Nothing about the people they work with. ${ON_THEIR_OWN_PAGE}` })}
  ${foldedAway(
    html`
  ${choices({ ...about('interests'), type: 'checkbox', label: 'What are they interested in? (optional)', options: options(THEIR_INTERESTS), chosen: listIn(typed, 'interests') })}
  ${textField({ ...about('people'), label: 'About how many people would take part? (optional)', hint: 'One number, such as 12.', inputmode: 'numeric', short: true })}
  ${choices({ ...about('rhythm'), type: 'radio', label: 'How often might the groups meet? (optional)', options: options(RHYTHM_LABELS), chosen: listIn(typed, 'rhythm') })}
  ${textField({ ...about('sessions'), label: 'How many times in a year would each group meet? (optional)', inputmode: 'numeric', short: true })}
  ${textField({ ...words('when'), label: 'When would they like to start? (optional)' })}`,
    FOLDED.some((name) => typedText(typed, name) || faultOf(faults, name)),
  )}`;
}
