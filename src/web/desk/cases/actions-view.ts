import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { textIn } from '../../http/request-body.ts';
import { choices, type Html, hidden, textArea, textField } from '../../views/form-view.ts';

/** What stands in the form of an act: values as typed, what to fix, and what tells this showing from another. */
export interface ActForm {
  reference: string;
  typed: Readonly<Record<string, unknown>>;
  faults: readonly Fault[];
  once: string | undefined;
}

/** The button that does it, and the way back to the case. */
export const doOrNot = (reference: string, button: string, look = 'button'): Html =>
  html`<p class="actions"><button class="${look}">${button}</button> <a class="button quiet" href="${deskCasePath(reference)}">Back to the case</a></p>`;

const options = OUTCOME_NAMES.map((name) => ({
  value: name.replaceAll(' ', '-'),
  label: OUTCOMES[name].label,
}));

/** The form that says what came of trying to reach somebody. */
export const outcomeForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" action="${deskCasePath(reference)}outcome/" novalidate>
  ${choices({ name: 'outcome', type: 'radio', label: 'What was the outcome?', options, chosen: [(textIn(typed, 'outcome') ?? '').replaceAll(' ', '-')], fault: faultOf(faults, 'outcome') })}
  ${textArea({ name: 'words', label: 'Anything to add? (optional)', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'words'), takes: FIELDS.outcomeWords, fault: faultOf(faults, 'words') })}
  ${hidden('once', once)}
  ${textField({ name: 'followUp', type: 'date', label: 'Look at it again on (optional)', hint: 'It then stands on Today, whatever the outcome. When you spoke, left a message or wrote, it does so in three working days unless you give another date.', value: textIn(typed, 'followUp'), fault: faultOf(faults, 'followUp') })}
  <p class="case-means">The timeline says that you noted it. “Nobody answered” leaves the case waiting for us, until the date if you give one. “They have commissioned us”, “Not now”, “Not for us” and “A duplicate” close it. You can undo it.</p>
  ${doOrNot(reference, 'Save the outcome')}
</form>`;

/** The form that writes a note. */
export const noteForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" action="${deskCasePath(reference)}note/" novalidate>
  ${textArea({ name: 'words', label: 'Your note', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'words'), takes: FIELDS.note, fault: faultOf(faults, 'words') })}
  ${hidden('once', once)}
  <p class="case-means">The timeline says that you wrote it, and it is erased with the case.</p>
  ${doOrNot(reference, 'Save the note')}
</form>`;
