import { html } from 'hono/html';
import { OUTCOMES, type Outcome } from '#domain/desk/outcomes.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { type Html, hidden, textField } from '../../views/form-view.ts';
import { doOrNot } from './actions-view.ts';
import { caseLink, type WhoseCase } from './case-link-view.ts';
import { quoted } from './move-note-view.ts';

/** The outcome that is to be undone. Instants are in milliseconds; `seen` is the act's own id. */
export interface OutcomeToUndo {
  reference: string;
  seen: string;
  outcome: Outcome;
  words: string | undefined;
  actor: string;
  at: number;
  now: number;
  /** The cases that this one is joined with: it may belong to one of them. */
  joined: readonly WhoseCase[];
  /** The case it belongs to, as it was typed. */
  to: string | undefined;
  faults: readonly Fault[];
}

/** What undoing an outcome does, where it is to be noted instead, and the button that undoes it. */
export const undoView = (undoing: OutcomeToUndo): Html => {
  const { reference, seen, outcome, words, actor, at, now, to, joined, faults } = undoing;
  return html`
<p class="lede">You are about to undo “${OUTCOMES[outcome].label}”, noted by ${actor}, ${instantInWords(at, now)}.</p>
${words === undefined ? '' : quoted(words)}
<ul class="case-will">
  <li>The case is again as it was before: it may wait for us, or be open, once more.</li>
  <li>The timeline keeps it, marked as undone by you.${words === undefined ? '' : ' If its words are about someone else, take them out there with “Remove these words” afterwards.'}</li>
</ul>
<form method="post" novalidate>
  ${joined.length === 0 ? '' : html`<p>This case is joined with ${joined.map((one, index) => html`${index === 0 ? '' : ', '}${caseLink(one)}`)}.</p>`}
  ${textField({ name: 'to', label: 'The reference of the case it belongs to (optional)', hint: 'If it was noted at the wrong case. Its outcome, words and date are then filled in at that case, and you see whose it is before you save them.', value: to, fault: faultOf(faults, 'to'), autocomplete: 'off', short: true })}
  ${hidden('seen', seen)}
  ${doOrNot(reference, 'Undo this outcome')}
</form>`;
};

/** Above the form of an outcome that is filled in with one that was undone: whose case it would be noted at, and whence it came. */
export const undoneFirst = (whose: WhoseCase, from: string): Html => html`
<p class="notice-box">The form has the outcome that was undone at <a href="${deskCasePath(from)}">case ${from}</a>. It is for ${caseLink(whose)}, and is not noted there until you press “Save the outcome”.</p>`;
