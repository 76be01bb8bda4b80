import { html } from 'hono/html';
import { faultOf } from '#domain/faults.ts';
import { textIn } from '../../http/request-body.ts';
import { type Html, hidden, textField } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';
import { caseLink, type WhoseCase } from './case-link-view.ts';

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** Words of staff as they stand in a case. */
export const quoted = (words: string): Html =>
  html`<blockquote class="case-words">${lines(words)}</blockquote>`;

const noteIn = ({ typed }: ActForm): Html => quoted(textIn(typed, 'words') ?? '');

/** The form that says to which case a note belongs; it posts to the address it stands at. */
export const moveNoteForm = (state: ActForm): Html => html`
${noteIn(state)}
<form method="post" novalidate>
  ${textField({ name: 'to', label: 'The reference of the case it belongs to', hint: 'It stands beside the name in every list. You see whose case it is before the note is moved.', value: textIn(state.typed, 'to'), fault: faultOf(state.faults, 'to'), autocomplete: 'off', short: true })}
  ${hidden('seen', textIn(state.typed, 'seen'))}${hidden('words', textIn(state.typed, 'words'))}
  ${doOrNot(state.reference, 'Continue')}
</form>`;

/** A note, the case that it goes to, and the button that moves it. */
export const checkMoveView = (state: ActForm, other: WhoseCase): Html => html`
<p class="lede">You are about to move this note to ${caseLink(other)}.</p>
${noteIn(state)}
<ul class="case-will">
  <li>It goes from this case, and nothing of it is kept here. There it stands by when it was written and who wrote it.</li>
  <li>The audit says of both cases that you moved a note, and not what it says.</li>
</ul>
<form method="post">
  ${hidden('to', other.reference)}${hidden('seen', textIn(state.typed, 'seen'))}${hidden('sure', 'yes')}
  ${doOrNot(state.reference, 'Move this note')}
</form>`;
