import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import {
  auditOfCasePath,
  bookCallPath,
  deskCasePath,
  joinPath,
  moveCallPath,
} from '#domain/desk/paths.ts';
import { CALL_KINDS } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { Html } from '../../views/form-view.ts';
import type { DeskCaseView } from './case-view.ts';

/** One thing that can be done: where, and what its link says. */
type Act = readonly [path: string, words: string];

/** More than this is a switchboard: its cases are listed under “Other cases” alone. */
const MOST_TO_JOIN = 3;

const at = ({ about }: DeskCaseView, act: string, words: string): Act => [
  `${deskCasePath(about.reference)}${act}/`,
  words,
];

const when = (so: boolean, ...acts: readonly Act[]): readonly Act[] => (so ? acts : []);

/** A complaint that is open is closed by its outcome alone, and nothing else is begun with its person. */
const isOpenComplaint = ({ complaint }: DeskCaseView) => complaint === 'open';

/** Whether calls may be booked, moved and offered. */
const mayArrange = ({ quarantined, onHold }: DeskCaseView) => !quarantined && !onHold;

function booking(view: DeskCaseView): readonly Act[] {
  if (!mayArrange(view) || view.complaint !== undefined) return [];
  if (!view.canRing) return [at(view, 'details', 'Add a phone number, to book a call')];
  const { reference } = view.about;
  return CALL_KINDS.map(
    (kind): Act => [bookCallPath(reference, kind), `Book a ${CALL_NAMES[kind]}`],
  );
}

const moving = (view: DeskCaseView): readonly Act[] =>
  mayArrange(view)
    ? view.calls
        .filter(({ state }) => state === 'to-come')
        .map(
          (call): Act => [
            moveCallPath(view.about.reference, call.id),
            `Move the ${CALL_NAMES[call.kind]} of ${callInWords(call, view.about.now)}`,
          ],
        )
    : [];

const undoing = (view: DeskCaseView) =>
  when(view.undoable, at(view, 'undo', 'Undo the latest outcome'));

/** What is done next, the likeliest first: somebody who has just rung for the first time is booked a call. */
function ringing(view: DeskCaseView): readonly Act[] {
  if (view.quarantined) return [at(view, 'release', 'Release it from quarantine')];
  if (isOpenComplaint(view)) {
    return [
      at(view, 'complaint', 'Progress or outcome of the complaint'),
      ...when(view.byHand, at(view, 'complaint/received', 'Correct the day on which it came')),
      ...undoing(view),
    ];
  }
  const outcome = at(view, 'outcome', 'Note the outcome');
  const isNew = view.byHand && view.calls.length === 0 && !view.undoable;
  return [
    ...(isNew ? [...booking(view), outcome] : [outcome, ...booking(view)]),
    ...moving(view),
    ...when(
      mayArrange(view) && view.about.mayOffer,
      at(view, 'offer', view.calls.length > 0 ? 'Offer other times' : 'Offer times'),
    ),
    at(view, 'follow-up', 'Look at it again later'),
    ...undoing(view),
  ];
}

const writing = (view: DeskCaseView): readonly Act[] => [
  at(view, 'note', 'Write a note'),
  ...when(
    mayArrange(view) && view.complaint === undefined && view.about.email !== undefined,
    at(view, 'send-link', 'Email them their link'),
  ),
];

const holding = (view: DeskCaseView): readonly Act[] => [
  ...when(!view.quarantined && view.sent.length > 0, at(view, 'details', 'Correct their details')),
  at(view, 'remove-words', 'Remove words'),
  at(view, 'held', 'Print what we hold about them'),
  [auditOfCasePath(view.about.reference), 'Who has looked at this case'],
];

const people = (view: DeskCaseView): readonly Act[] => [
  at(view, 'owner', 'Choose who sees to it'),
  ...when(
    view.beside.joined.length > 0,
    at(view, 'unjoin', 'Separate it from the cases it is joined with'),
  ),
  ...view.beside.others
    .slice(0, MOST_TO_JOIN)
    .map(
      (other): Act => [
        joinPath(view.about.reference, other.reference),
        `Join it with ${nameFirst(other) || 'No name given'} (${other.reference})`,
      ],
    ),
];

const ending = (view: DeskCaseView): readonly Act[] => [
  ...when(
    !(view.quarantined || isOpenComplaint(view)),
    view.closed ? at(view, 'reopen', 'Open it again') : at(view, 'close', 'Close this case'),
  ),
  at(view, 'hold', view.onHold ? 'Change the hold' : 'Put it on hold'),
];

const GROUPS: readonly (readonly [
  heading: string | ((view: DeskCaseView) => string),
  acts: (view: DeskCaseView) => readonly Act[],
])[] = [
  [(view) => (isOpenComplaint(view) ? 'The complaint' : 'Ring and book'), ringing],
  ['Write', writing],
  ['What we hold', holding],
  ['People', people],
  ['Ending', ending],
];

const list = (acts: readonly Act[]): Html =>
  html`<ul>${acts.map(([path, words]) => html`<li><a href="${path}">${words}</a></li>`)}</ul>`;

/** What can be done about a case as it is, in groups; erasing it stands apart. */
export const caseActs = (view: DeskCaseView): Html => html`
<nav class="case-acts" aria-labelledby="acts">
  <h2 id="acts">What you can do</h2>
  ${GROUPS.map(([heading, acts]) => html`<h3>${typeof heading === 'string' ? heading : heading(view)}</h3>${list(acts(view))}`)}
  ${view.onHold ? '' : html`<div class="case-erase">${list([at(view, 'erase', 'Erase this case')])}</div>`}
</nav>`;
