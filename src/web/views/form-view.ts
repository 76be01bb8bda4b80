import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Fault } from '#domain/faults.ts';
import type { FieldTaken } from '#domain/fields.ts';
import { FORM_FIELD, SHOWN_FIELD, TRAP_FIELD } from '#domain/forms/automatic.ts';

/** Markup whose every interpolated value has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Labelled {
  name: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
}

interface TextField extends Labelled {
  value?: string | undefined;
  /** What the field takes; nothing cuts what is longer, which is refused with its length. */
  takes?: FieldTaken;
  type?: 'date';
  inputmode?: 'numeric';
  autocomplete?: string;
  required?: boolean;
  short?: boolean;
}

interface Choices extends Labelled {
  type: 'checkbox' | 'radio';
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
}

/** What was typed into a field, as text; several values stand beside each other. */
export const typedText = (
  typed: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined =>
  typed[name] === undefined ? undefined : [typed[name]].flat().map(String).join(', ');

/** Labels by value, as a set of choices takes them. */
export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const summaryLine = ({ field, message }: Fault) =>
  field === '' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`;

/** The summary above a form sent back: it takes focus, and leads to each field to fix. */
export function errorSummary(faults: readonly Fault[]): Html {
  if (faults.length === 0) return html``;
  return html`<div class="error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="error-summary-title">
    <h2 id="error-summary-title">There is a problem</h2>
    <ul>${faults.map(summaryLine)}</ul>
  </div>`;
}

/** The same in the order in which a form asks; what it does not name comes last. */
export function orderedSummary(faults: readonly Fault[], order: readonly string[]): Html {
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ field }: Fault) => places.get(field) ?? order.length;
  return errorSummary(faults.toSorted((one, other) => placeOf(one) - placeOf(other)));
}

const describedBy = ({ name, hint, fault }: Labelled) =>
  [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');

const hintAndFault = ({ name, hint, fault }: Labelled) => html`
  ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  ${fault && html`<p class="fault" id="${name}-fault"><span class="visually-hidden">Error: </span>${fault}</p>`}`;

const description = (field: Labelled) => {
  const ids = describedBy(field);
  return ids ? html` aria-describedby="${ids}"` : html``;
};

const invalid = (fault: string | undefined) => (fault ? html` aria-invalid="true"` : html``);

const required = (needed: boolean | undefined) => (needed ? html` required` : html``);

/** The purpose of a field and what it takes, as one hint. */
const withTaken = <Field extends Labelled & { takes?: FieldTaken }>(field: Field): Field => {
  const hint = [field.hint, field.takes?.taken].filter(Boolean).join(' ');
  return hint ? { ...field, hint } : field;
};

/** For the script that says how much room is left, once there is little. */
const most = (takes: FieldTaken | undefined) => (takes ? html` data-most="${takes.most}"` : html``);

const autocomplete = ({ autocomplete, takes }: TextField) => {
  const name = autocomplete ?? takes?.autocomplete;
  return name ? html` autocomplete="${name}"` : html``;
};

const wrap = (fault: string | undefined) => (fault ? 'field faulty' : 'field');

/** One line of text: label above, hint and fault under it, what was typed still there. */
export function textField(given: TextField): Html {
  const field = withTaken(given);
  const { name, type, takes, value, short, inputmode } = field;
  return html`<div class="${wrap(field.fault)}">
  <label for="${name}">${field.label}</label>${hintAndFault(field)}
  <input id="${name}" name="${name}" type="${type ?? takes?.type ?? 'text'}" value="${value ?? ''}"${
    short ? html` class="short"` : ''
  }${inputmode ? html` inputmode="${inputmode}"` : ''}${autocomplete(field)}${most(takes)}${required(field.required)}${description(field)}${invalid(field.fault)}>
</div>`;
}

interface Select extends Labelled {
  options: readonly { value: string; label: string }[];
  chosen?: string | undefined;
}

/** One of many choices in a list that opens; none is chosen to begin with. */
export const selectField = (field: Select): Html => html`<div class="${wrap(field.fault)}">
  <label for="${field.name}">${field.label}</label>${hintAndFault(field)}
  <select id="${field.name}" name="${field.name}"${description(field)}${invalid(field.fault)}>
    <option value="">Choose</option>
    ${field.options.map(
      ({ value, label }) =>
        html`<option value="${value}"${value === field.chosen ? html` selected` : ''}>${label}</option>`,
    )}
  </select>
</div>`;

/** Several lines of text. */
export function textArea(
  given: Labelled & { value?: string | undefined; takes: FieldTaken; rows?: number },
): Html {
  const field = withTaken(given);
  return html`<div class="${wrap(field.fault)}">
  <label for="${field.name}">${field.label}</label>${hintAndFault(field)}
  <textarea id="${field.name}" name="${field.name}" rows="${given.rows ?? 6}"${most(field.takes)}${description(field)}${invalid(field.fault)}>
${field.value ?? ''}</textarea>
</div>`;
}

/** A set of boxes or buttons under one legend; the first carries the field's id for the summary. */
export const choices = (
  field: Choices,
): Html => html`<fieldset class="${wrap(field.fault)}"${description(field)}>
  <legend>${field.label}</legend>${hintAndFault(field)}
  ${field.options.map(({ value, label }, index) => {
    const id = index === 0 ? field.name : `${field.name}-${value}`;
    return html`<div class="choice"><input type="${field.type}" id="${id}" name="${field.name}" value="${value}"${
      field.chosen.includes(value) ? html` checked` : ''
    }><label for="${id}">${label}</label></div>`;
  })}
</fieldset>`;

/** A value the form carries that nobody types. */
export const hidden = (name: string, value: string | undefined): Html =>
  value === undefined ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;

/**
 * The field that only software fills in; browsers and password managers are asked to pass it over. What
 * comes with it is kept, and sent once its sender presses again.
 */
export const trap = (): Html => html`<div class="trap" aria-hidden="true">
  <label for="${TRAP_FIELD}">Leave this empty</label>
  <input id="${TRAP_FIELD}" name="${TRAP_FIELD}" type="text" tabindex="-1" autocomplete="off" data-1p-ignore data-bwignore data-lpignore="true" data-form-type="other">
</div>`;

/** What says how a form was shown: its own id, and when, where that is to be judged by. */
export const formMarks = ({
  form,
  token,
}: {
  form?: string | undefined;
  token?: string | undefined;
}): Html => html`${hidden(FORM_FIELD, form)}${hidden(SHOWN_FIELD, token)}`;
