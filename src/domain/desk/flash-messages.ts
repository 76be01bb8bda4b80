import { readReference } from '../reference.ts';
import { CASES_PATH, deskCasePath } from './paths.ts';

/** What the page of a case says about what was just done, by the name the address carries it under. */
const DONE = {
  opened: 'The case is open. Nothing was sent to anybody.',
  details: 'The details are corrected. Nothing was sent to anybody.',
  'details-before': 'The details were the same already. Nothing more was done or sent.',
  link: 'The email with their link is on its way.',
  note: 'The note is saved.',
  'note-changed': 'The note is changed. What it said before is not kept.',
  'note-removed': 'The note is removed. Nothing of it is kept.',
  'complaint-opened': 'The complaint is saved. Nothing was sent to anybody.',
  'complaint-opened-emailed':
    'The complaint is saved, and the email that we have it is on its way.',
  'complaint-acknowledged': 'That is saved: they know that we have it.',
  'complaint-acknowledged-emailed': 'That is saved, and the email that we have it is on its way.',
  'complaint-acknowledged-before': 'They had been told already. Nothing more was done or sent.',
  'complaint-dated': 'The day on which it came is saved, and its 30 days count from it.',
  'complaint-noted': 'That is saved. Nothing was sent to them.',
  'complaint-told': 'That is saved: they have been told how far it has got.',
  'complaint-ended': 'The outcome is saved, and the complaint is closed.',
  'complaint-emailed': 'That is saved, and the email to them is on its way.',
  'complaint-reopened': 'The complaint is open again.',
  held: 'The case is on hold: it is kept, and not used.',
  'hold-ended': 'The hold is taken off.',
  'words-removed': 'The words are removed. Nothing is left of them in this case.',
  'follow-up': 'The date is saved. From then the case is on Today.',
  closed: 'The case is closed. It opens again by itself if they get in touch.',
  reopened: 'The case is open again.',
  owner: 'That is saved: the case says who sees to it.',
  joined: 'The cases are joined, for staff alone. Each keeps its own link.',
  'joined-before': 'They were joined already. Nothing more was done.',
  unjoined: 'This case is joined with no other now.',
  'unjoined-before': 'It was joined with no other. Nothing more was done.',
  outcome: 'The outcome is saved.',
  undone: 'That outcome is undone, and the case is as it was before it.',
  offered: 'The times are on their way. Nothing changes until they choose one.',
  booked: 'The call is booked. If they gave an email address, they get an email and an invitation.',
  'booked-before': 'That call is booked already. Nothing more was done or sent.',
  'call-details': 'The details of the call are corrected, in calendars too.',
  moved:
    'The call is moved. If they gave an email address, they get an email and a new invitation.',
  'moved-before': 'The call has that time already. Nothing more was done or sent.',
  cancelled: 'The call is cancelled, and its time is free again.',
  'cancelled-before': 'The call was cancelled already. Nothing more was done or sent.',
  released: 'It is released. Every message that had been held back is on its way.',
  'released-without-time':
    'It is released, but a time they had asked for was no longer free. The timeline says what happens next.',
  'released-before': 'It was released already. Nothing more was done or sent.',
} as const satisfies Record<string, string>;

export type Done = keyof typeof DONE;

const isDone = (name: string): name is Done => Object.hasOwn(DONE, name);

/** The page of a case, saying what was just done. */
export const flashPath = (reference: string, done: Done): string =>
  `${deskCasePath(reference)}?done=${done}`;

/** What was just done, in a sentence; nothing for a name that stands for nothing. */
export const flashMessage = (name: string | null): string | undefined =>
  name !== null && isDone(name) ? DONE[name] : undefined;

/** The list of cases, saying that one was erased. */
export const erasedPath = (reference: string): string => `${CASES_PATH}?erased=${reference}`;

/** That a case was erased, in a sentence; nothing for what is no reference. */
export function erasedInWords(typed: string | null): string | undefined {
  const reference = readReference(typed ?? '');
  return reference && `Case ${reference} is erased.`;
}
