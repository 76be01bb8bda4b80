import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import { valueInWords } from '#domain/desk/subject-access-rows.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { textIn } from '../../http/request-body.ts';
import { type Html, hidden, textArea } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';

/** The form for words to take out of a case, such as a name and a diagnosis of another person. */
export const removeWordsForm = ({ reference, typed, faults }: ActForm): Html => html`
<p class="lede">Take details out of this case that should not be kept, such as those of someone else. The rest stays.</p>
<form method="post" action="${deskCasePath(reference)}remove-words/" novalidate>
  ${textArea({ name: 'details', label: 'The words to remove', hint: 'Every place in which they stand is shown first. Capital letters make no difference.', value: textIn(typed, 'details'), takes: FIELDS.removedWords, fault: faultOf(faults, 'details') })}
  <p class="case-means">They are looked for in what was sent, what it said before, calls, notes and everything else on the timeline, and the reason of a hold. An email address or a telephone number of theirs is changed under “Correct their details” instead.</p>
  ${doOrNot(reference, 'Show where they stand')}
</form>`;

/** A place in which words stand, and what it will say. */
export interface PlaceShown {
  where: string;
  after: unknown;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** What each place will say, and the button that takes the words out. */
export const checkRemovalView = ({
  reference,
  details,
  places,
}: {
  reference: string;
  details: string;
  places: readonly PlaceShown[];
}): Html => html`
<p class="lede">${places.length === 1 ? 'They stand in one place. It will say this:' : `They stand in ${places.length} places. These will say this:`}</p>
<dl class="answers">${places.map(({ where, after }) => html`<div><dt>${where}</dt><dd>${lines(valueInWords(after))}</dd></div>`)}</dl>
<ul class="case-will">
  <li>It cannot be undone: nothing of them is left in this case, in what search finds it by, or in emails that have not gone out.</li>
  <li>The timeline and the audit say that words were removed, and not which.</li>
  <li>Emails that went out before, files that were downloaded and backups are not reached from here. Delete those by hand.</li>
</ul>
<form method="post" action="${deskCasePath(reference)}remove-words/">
  ${hidden('details', details)}${hidden('sure', 'yes')}
  ${doOrNot(reference, 'Remove these words', 'button careful')}
</form>`;
