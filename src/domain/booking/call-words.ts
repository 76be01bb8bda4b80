import type { CallKind } from '../slots/slot.ts';

/** What the pages of one kind of call say, and where they are. */
export interface CallWords {
  /** Where a checked call is posted. */
  api: string;
  /** What the window calls the page that shows times. */
  title: string;
  /** Above the times. */
  choose: string;
  /** What the start times mean, for calls as long as `length` says. */
  about(length: string): string;
  /** The same, as staff say it of the person. */
  aboutThem(length: string): string;
  /** On the button that books. */
  book: string;
}

/**
 * The path of the page where a call of a kind is booked. Below `casePath`, the path of a case's own page, the call
 * joins that case: a key never stands in a query.
 */
export const callPagePath = (kind: CallKind, casePath = '/'): string => `${casePath}${kind}/`;

export const CALL_WORDS: Readonly<Record<CallKind, CallWords>> = {
  callback: {
    api: '/api/callbacks',
    title: 'Choose a time for us to ring you',
    choose: 'When should we ring you?',
    about: (length) => `We will ring you at the time you choose, or up to ${length} after it.`,
    aboutThem: (length) => `We ring them at the time you choose, or up to ${length} after it.`,
    book: 'Book this callback',
  },
  'discovery-call': {
    api: '/api/discovery-calls',
    title: 'Book a discovery call',
    choose: 'When would you like to talk?',
    about: (length) => `A discovery call is ${length} long.`,
    aboutThem: (length) => `A discovery call is ${length} long.`,
    book: 'Book this discovery call',
  },
};
