import { html } from 'hono/html';
import { OUTCOMES, type Outcome } from '#domain/desk/outcomes.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { doOrNot } from './actions-view.ts';

/** The outcome that is to be undone. Instants are in milliseconds; `seen` is the act's own id. */
export interface OutcomeToUndo {
  reference: string;
  seen: string;
  outcome: Outcome;
  actor: string;
  at: number;
  now: number;
}

/** What undoing an outcome does, and the button that does it. */
export const undoView = ({ reference, seen, outcome, actor, at, now }: OutcomeToUndo): Html => html`
<p class="lede">You are about to undo “${OUTCOMES[outcome].label}”, noted by ${actor}, ${instantInWords(at, now)}.</p>
<ul class="case-will">
  <li>The case is again as it was before: it may wait for us, or be open, once more.</li>
  <li>The timeline keeps it, marked as undone by you.</li>
</ul>
<form method="post">
  ${hidden('seen', seen)}
  ${doOrNot(reference, 'Undo this outcome')}
</form>`;
