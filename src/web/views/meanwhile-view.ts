import { html } from 'hono/html';
import type { FieldChange } from '#domain/cases/changes.ts';
import { listInWords } from '#domain/list-words.ts';
import type { ChangedMeanwhile } from '#services/cases/meanwhile.ts';
import type { Fields } from '../http/request-body.ts';
import type { Refusal } from '../http/responses.ts';
import { SEEN_FIELD } from '../http/seen.ts';
import type { Html } from './form-view.ts';

/** How a page speaks of details that were changed meanwhile, to the person or member of staff who had their form open. */
export interface MeanwhileWords {
  /** Who changed them, as a sentence begins: an address of staff, or undefined for the person. */
  who: (staff: string | undefined) => string;
  /** What was done meanwhile, where it is not details that were changed. */
  done?: string;
  /** What a field is called, and what it holds. */
  label: (field: string) => string;
  value: (field: string, value: unknown) => string;
  /** What is said of a field for which the form holds nothing, where that is more than that. */
  nothing?: string;
  /** The form’s button. */
  button: string;
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** That somebody changed something meanwhile, and that nothing was saved. */
function meanwhileRefusal(
  { by }: ChangedMeanwhile,
  { who, done = 'changed these details' }: Pick<MeanwhileWords, 'who' | 'done'>,
): Refusal {
  const names = by.map(who);
  const rest = names.slice(1).map((name) => (name.includes('@') ? name : lower(name)));
  const changers = names.length > 0 ? listInWords([names[0] ?? '', ...rest]) : 'Somebody';
  return {
    status: 409,
    detail: `${changers} ${done} after this page was shown, so nothing has been saved yet.`,
  };
}

/** What was changed, what the form below would write over, and how to save it after all. */
function meanwhileView(
  { changes, over }: ChangedMeanwhile,
  { label, value, nothing = 'the form has nothing', button }: MeanwhileWords,
): Html {
  const said = (field: string, words: unknown) =>
    words === null || String(words) === '' ? 'empty' : `“${value(field, words)}”`;
  const changed = ({ field, from, to }: FieldChange) =>
    html`<li>${label(field)}: it was ${said(field, from)}, and is now ${said(field, to)}.</li>`;
  const overwritten = ({ field, from, to }: FieldChange) =>
    html`<li>${label(field)}: it is now ${said(field, from)}, and ${to === null || String(to) === '' ? nothing : `the form has ${said(field, to)}`}.</li>`;
  return html`<div class="notice-box meanwhile">
  ${changes.length > 0 ? html`<p>What was changed meanwhile:</p><ul>${changes.map(changed)}</ul>` : ''}
  ${over.length > 0 ? html`<p>What you would write over:</p><ul>${over.map(overwritten)}</ul>` : ''}
  <p>The form below has ${changes.length > 0 && over.length === 0 ? 'those changes and ' : ''}what you typed. Look through it, then press “${button}” to save it.</p>
</div>`;
}

/** The form again after details were changed meanwhile: what it holds, with what is seen now, what is said first, and why. */
export const meanwhileForm = (
  changed: ChangedMeanwhile,
  words: MeanwhileWords,
): { typed: Fields; first: Html; refusal: Refusal } => ({
  typed: { ...changed.typed, [SEEN_FIELD]: changed.seen },
  first: meanwhileView(changed, words),
  refusal: meanwhileRefusal(changed, words),
});
