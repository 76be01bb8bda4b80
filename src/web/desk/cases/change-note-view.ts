import { html } from 'hono/html';
import { MAY_BE_DISCLOSED } from '#domain/desk/disclosure.ts';
import { faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { textIn } from '../../http/request-body.ts';
import { type Html, hidden, textArea } from '../../views/form-view.ts';
import { type ActForm, doOrNot } from './actions-view.ts';

/** The form that puts a note another way; it posts to the address it stands at. */
export const changeNoteForm = ({ reference, typed, faults, once }: ActForm): Html => html`
<form method="post" novalidate>
  ${textArea({ name: 'words', label: 'The note', hint: MAY_BE_DISCLOSED, value: textIn(typed, 'words'), takes: FIELDS.note, fault: faultOf(faults, 'words') })}
  ${hidden('seen', textIn(typed, 'seen'))}${hidden('once', once)}
  <p class="case-means">What it said before is not kept. The timeline says that you changed it.</p>
  ${doOrNot(reference, 'Save the note')}
</form>`;

/** A note, or the words of an undone outcome, that is to be removed. */
interface NoteToRemove {
  reference: string;
  note: { words: string; actor: string; at: Date; undone: boolean };
  seen: string;
  now: number;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** What becomes of the timeline and the audit, and what the button says. */
const REMOVAL = {
  note: {
    what: 'the note that',
    wrote: 'wrote',
    goes: 'It goes from the timeline, and nothing of it is kept. It cannot be brought back.',
    audit: 'The audit says that you removed a note from this case, and not what it said.',
    button: 'Remove this note',
  },
  undone: {
    what: 'the words of an undone outcome that',
    wrote: 'noted',
    goes: 'They go from the timeline and from search, and cannot be brought back. That an outcome was noted and undone stays.',
    audit:
      'The audit says that you removed the words of an undone outcome from this case, and not what they said.',
    button: 'Remove these words',
  },
} as const;

/** The words, what their removal does, and the button that does it. */
export const removeNoteView = ({ reference, note, seen, now }: NoteToRemove): Html => {
  const { what, wrote, goes, audit, button } = REMOVAL[note.undone ? 'undone' : 'note'];
  return html`
<p class="lede">You are about to remove ${what} ${note.actor} ${wrote}, ${instantInWords(note.at.getTime(), now)}.</p>
<blockquote class="case-words">${lines(note.words)}</blockquote>
<ul class="case-will">
  <li>${goes}</li>
  <li>${audit}</li>
</ul>
<form method="post">
  ${hidden('seen', seen)}
  ${doOrNot(reference, button, 'button careful')}
</form>`;
};
