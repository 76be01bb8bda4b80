import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { FollowUpDates } from '#services/desk/follow-up.ts';
import { textIn } from '../../http/request-body.ts';
import { type Html, hidden, textArea } from '../../views/form-view.ts';

/** What stands in the form of an act: values as typed, what to fix, and what tells this showing from another. */
export interface ActForm {
  reference: string;
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  once: string | undefined;
  /** What a form about the date to look at the case again says of it; undefined while the database is away. */
  dates?: FollowUpDates | undefined;
}

/** The button that does it, and the way back to the case. */
export const doOrNot = (reference: string, button: string, look = 'button'): Html =>
  html`<p class="actions"><button class="${look}">${button}</button> <a class="button quiet" href="${deskCasePath(reference)}">Back to the case</a></p>`;

/** The form that writes a note. */
export const noteForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" action="${deskCasePath(reference)}note/" novalidate>
  ${textArea({ name: 'words', label: 'Your note', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'words'), takes: FIELDS.note, fault: faultOf(faults, 'words') })}
  ${hidden('once', once)}
  <p class="case-means">The timeline says that you wrote it, and it is erased with the case.</p>
  ${doOrNot(reference, 'Save the note')}
</form>`;
