/**
 * What a case waits for: staff to look at it in quarantine, a call to come, an answer from us, nothing
 * more, or a word from them.
 */
export type Standing = 'quarantine' | 'call' | 'waiting' | 'closed' | 'quiet';

/** How a list of cases says each. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  quarantine: 'In quarantine',
  call: 'Call to come',
  waiting: 'Waits for us',
  closed: 'Closed',
  quiet: 'Answered',
};
