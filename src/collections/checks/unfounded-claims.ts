import type { PhraseList } from './phrases.ts';

const ASK = 'Leave it out: it is a question to ask us, and <AskUs /> puts it.';

/** What the service has never said of itself, and the site must not say for it. */
export const UNFOUNDED: PhraseList = {
  wrong: 'claims what the service has not said',
  phrases: [
    [
      '(?:sit|sits|sitting|seated|meet|meets|meeting) in a (?:circle|ring)',
      'Draw it; do not say it.',
    ],
    ['(?:is|are|be|stays?|remains?|kept|strictly|completely|wholly) confidential', ASK],
    ['confidentiality is (?:assured|guaranteed|kept|protected)', ASK],
    ['(?:fully )?insured', ASK],
    ['DBS[- ]checked', ASK],
    ['(?:accredited|registered|regulated|endorsed) (?:by|with)', ASK],
    [
      'groups? (?:can|may|will|also|are|do)(?: also)? (?:meet|run|be held|be run|take place) online',
      ASK,
    ],
    ['we have worked (?:with|in|for)', 'Leave it out: the site names no one we have worked with.'],
    ['trusted by', 'Leave it out: the site names no one we have worked with.'],
    ['we (?:will )?(?:reply|respond|answer|get back to you) within', 'Leave out how soon.'],
  ],
};
