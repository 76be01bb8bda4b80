import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { choices, type Html, hidden, textArea, textField } from '../../views/form-view.ts';
import { type ActForm, doOrNot, textIn } from './actions-view.ts';

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

const date = ({ typed, faults }: ActForm, label: string, hint: string) =>
  textField({
    name: 'followUp',
    type: 'date',
    label,
    hint,
    value: textIn(typed, 'followUp'),
    fault: faultOf(faults, 'followUp'),
  });

/** The form that sets the date on which a case is looked at again. */
export const followUpForm = (state: ActForm): Html =>
  form(state, 'follow-up', [
    date(
      state,
      'Look at this case again on',
      'Such as the day they asked us to ring. It takes the place of any other date.',
    ),
    words(state),
    html`<p class="case-means">Until then the case waits for nobody, even if they have had no answer yet. On that day it stands on Today. If they get in touch first, it waits for us at once. Nothing is sent to them.</p>`,
    doOrNot(state.reference, 'Save the date'),
  ]);

/** The form that closes a case. */
export const closeForm = (state: ActForm): Html =>
  form(state, 'close', [
    html`<p class="lede">You are about to close this case.</p>
<ul class="case-will">
  <li>It waits for nobody, and has no date to be looked at again.</li>
  <li>It opens again by itself if they get in touch, and you can open it again.</li>
  <li>Nothing is sent to them. Their link still works, and a call that is booked stays booked.</li>
</ul>`,
    words(state),
    doOrNot(state.reference, 'Close this case'),
  ]);

/** The form that opens a closed case again. */
export const reopenForm = (state: ActForm): Html =>
  form(state, 'reopen', [
    html`<p class="lede">You are about to open this case again. Nothing is sent to them.</p>`,
    date(
      state,
      'Look at it again on (optional)',
      'Three working days from now unless you give another date.',
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
