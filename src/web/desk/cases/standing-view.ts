import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { textIn } from '../../http/request-body.ts';
import { choices, type Html, hidden, textArea } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';
import { dateGoes, dateSeen, followUpField, usualInWords } from './follow-up-field.ts';

const form = ({ reference, once }: ActForm, act: string, parts: readonly Html[]): Html => html`
<form method="post" action="${deskCasePath(reference)}${act}/" novalidate>
  ${parts}${hidden('once', once)}
</form>`;

const words = ({ typed, faults }: ActForm) =>
  textArea({
    name: 'words',
    label: 'Anything to add? (optional)',
    hint: MAY_BE_DISCLOSED,
    value: textIn(typed, 'words'),
    takes: FIELDS.outcomeWords,
    fault: faultOf(faults, 'words'),
  });

const options = OUTCOME_NAMES.map((name) => ({
  value: name.replaceAll(' ', '-'),
  label: OUTCOMES[name].label,
}));

/** The form that says what came of trying to reach somebody. */
export const outcomeForm = (state: ActForm): Html => {
  const { reference, typed, faults, once, dates } = state;
  return html`
<form method="post" action="${deskCasePath(reference)}outcome/" novalidate>
  ${choices({ name: 'outcome', type: 'radio', label: 'What was the outcome?', options, chosen: [(textIn(typed, 'outcome') ?? '').replaceAll(' ', '-')], fault: faultOf(faults, 'outcome') })}
  ${textArea({ name: 'words', label: 'Anything to add? (optional)', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'words'), takes: FIELDS.outcomeWords, fault: faultOf(faults, 'words') })}
  ${hidden('once', once)}
  ${followUpField(state, 'Look at it again on (optional)', `It is then on Today on that day, whatever the outcome, even one that closes it. If this is empty, no date is kept, but after “We spoke”, “We left a message” and “We wrote to them” it is ${usualInWords(dates)}.`)}
  <p class="case-means">The timeline says that you noted it. “Nobody answered” leaves the case waiting for us: at once, or from the date above, or once a call that is booked has passed. “They have commissioned us”, “Not now”, “Not for us” and “A duplicate” close it. You can undo it.</p>
  ${doOrNot(reference, 'Save the outcome')}
</form>`;
};

/** The form that sets the date on which a case is looked at again. */
export const followUpForm = (state: ActForm): Html =>
  form(state, 'follow-up', [
    followUpField(
      state,
      'Look at this case again on',
      state.dates?.set
        ? 'Another date takes its place.'
        : `Such as the day they asked us to ring. The usual day is ${usualInWords(state.dates)}.`,
    ),
    words(state),
    html`<p class="case-means">Until then the case does not wait for us, even if they have had no answer yet. On that day it stands on Today. If they get in touch first, it waits for us at once. Nothing is sent to them.</p>`,
    doOrNot(state.reference, 'Save the date'),
  ]);

const INSTEAD = 'To keep it, note an outcome that closes the case instead.';

/** The form that closes a case. */
export const closeForm = (state: ActForm): Html =>
  form(state, 'close', [
    html`<p class="lede">You are about to close this case.</p>
<ul class="case-will">
  <li>It no longer waits for us, and has no date to be looked at again.${dateGoes(state.dates, INSTEAD)}</li>
  <li>It opens again by itself if they get in touch, and you can open it again.</li>
  <li>Nothing is sent to them. Their link still works, and a call that is booked stays booked.</li>
</ul>`,
    words(state),
    dateSeen(state),
    doOrNot(state.reference, 'Close this case'),
  ]);

/** The form that opens a closed case again. */
export const reopenForm = (state: ActForm): Html =>
  form(state, 'reopen', [
    html`<p class="lede">You are about to open this case again. Nothing is sent to them.</p>`,
    followUpField(
      state,
      'Look at it again on (optional)',
      `If this is empty, it is ${usualInWords(state.dates)}.`,
    ),
    words(state),
    doOrNot(state.reference, 'Open it again'),
  ]);

/** The form that says who sees to a case; `owners` are the addresses it may be given to. */
export const ownerForm = (
  state: ActForm,
  owners: readonly { value: string; label: string }[],
): Html =>
  form(state, 'owner', [
    choices({
      name: 'owner',
      type: 'radio',
      label: 'Who sees to this case?',
      hint: 'Lists and Today show it, and can be narrowed to one person’s cases. Everybody at the desk can still do everything. Nobody is sent anything.',
      options: owners,
      chosen: [textIn(state.typed, 'owner') ?? ''],
      fault: faultOf(state.faults, 'owner'),
    }),
    hidden('seen', textIn(state.typed, 'seen')),
    doOrNot(state.reference, 'Save'),
  ]);
