import type { CallKind } from '../slots/slot.ts';

/** What the pages of one kind of call say, and where they are. */
export interface CallWords {
  /** The page itself. */
  path: string;
  /** Where a checked call is posted. */
  api: string;
  /** What the window calls the page that shows times. */
  title: string;
  /** Above the times. */
  choose: string;
  /** What the start times mean, for calls as long as `length` says. */
  about(length: string): string;
  /** On the button that books. */
  book: string;
}

export const CALL_WORDS: Readonly<Record<CallKind, CallWords>> = {
  callback: {
    path: '/callback/',
    api: '/api/callbacks',
    title: 'Choose a time for us to ring you',
    choose: 'When should we ring you?',
    about: (length) => `We will ring you at the time you choose, or up to ${length} after it.`,
    book: 'Book this callback',
  },
  'discovery-call': {
    path: '/discovery-call/',
    api: '/api/discovery-calls',
    title: 'Book a discovery call',
    choose: 'When would you like to talk?',
    about: (length) => `A discovery call is ${length} long.`,
    book: 'Book this discovery call',
  },
};
