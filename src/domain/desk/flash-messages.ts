import { readReference } from '../reference.ts';
import { CASES_PATH, deskCasePath } from './paths.ts';

/** Where word of a call went when staff booked, moved or cancelled it; `withheld`: the address had had too many emails. */
export interface CallTold {
  email: string | undefined;
  withheld: boolean;
}

/** To whom an email went, or that none did, and so what to do. */
const sentTo = ({ email, withheld }: CallTold, sent: string, tell: string): string => {
  if (email === undefined) return `They gave no email address, so nothing was sent. ${tell}`;
  return withheld
    ? `Nothing was sent: ${email} has had as many emails as we send in an hour or a day. ${tell}`
    : `${sent} to ${email}.`;
};

/** What is said of a call, and to whom word of it went. */
const CALL_DONE = {
  booked: (told: CallTold) =>
    `The call is booked. ${sentTo(told, 'An email and an invitation are on their way', 'Tell them the time.')}`,
  moved: (told: CallTold) =>
    `The call is moved. ${sentTo(told, 'An email and a new invitation are on their way', 'Tell them the new time.')}`,
  cancelled: (told: CallTold) =>
    `The call is cancelled, and its time is given up. ${sentTo(told, 'An email and a cancellation for their calendar are on their way', 'Tell them.')}`,
} as const;

export type CallDone = keyof typeof CALL_DONE;

/** Whether a name stands for something that was done about a call. */
export const isCallDone = (name: string | null): name is CallDone =>
  name !== null && Object.hasOwn(CALL_DONE, name);

/** What was just done about a call, and to whom word of it went. */
export const callDoneInWords = (done: CallDone, told: CallTold): string => CALL_DONE[done](told);

/** What the page of a case says about what was just done, by the name the address carries it under. */
const DONE = {
  opened: 'The case is open. Nothing was sent to anybody.',
  details: 'The details are corrected. Nothing was sent to anybody.',
  'details-and-calls': 'The details are corrected, and so are the calls to come. Calendars follow.',
  'details-before': 'The details were the same already. Nothing more was done or sent.',
  link: 'The email with their link is on its way.',
  note: 'The note is saved.',
  'note-changed': 'The note is changed. What it said before is not kept.',
  'note-moved': 'The note is moved to this case. Nothing of it is left in the other.',
  'note-removed': 'The note is removed. Nothing of it is kept.',
  'undone-words-removed':
    'The words are removed. That an outcome was noted and undone stays in the timeline.',
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
  'follow-up':
    'The date is saved. From that day, or once a call that is booked has passed, the case waits on Today and in the email to staff each working morning, until someone sees to it.',
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
  'booked-before': 'That call is booked already. Nothing more was done or sent.',
  'call-details': 'The details of the call are corrected, in calendars too.',
  'moved-before': 'The call has that time already. Nothing more was done or sent.',
  'cancelled-before': 'The call was cancelled already. Nothing more was done or sent.',
  released: 'It is released. Every message that had been held back is on its way.',
  'released-without-time':
    'It is released, but a time they had asked for was no longer free. The timeline says what happens next.',
  'released-before': 'It was released already. Nothing more was done or sent.',
} as const satisfies Record<string, string>;

export type Done = keyof typeof DONE | CallDone;

const isDone = (name: string): name is keyof typeof DONE => Object.hasOwn(DONE, name);

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
