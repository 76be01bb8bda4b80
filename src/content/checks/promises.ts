import type { PhraseList } from './phrases.ts';

const FOUND = 'Say what an evaluation found, in its words.';

/** Words that claim more than anybody can know of groups to come. Staff may have what it takes to say them. */
export const PROMISES: PhraseList = {
  wrong: 'promises a lot',
  phrases: [
    ['(?:guarantee|guarantees|guaranteed|guaranteeing)', 'Say what usually happens.'],
    ['(?:halve|halves|halved|double|doubles|doubled|eliminate|eliminates|eliminated)', FOUND],
    [
      '(?:cut|cuts|cutting|reduce|reduces|reduced|reducing|lower|lowers|lowered|prevent|prevents|prevented|preventing) (?:staff )?(?:sickness|absence|turnover|costs|burn-?out|stress)',
      FOUND,
    ],
    ['(?:always|never) (?:works?|fails?)', 'Say what usually happens.'],
    ['(?:research|studies) (?:proves?|shows?|proved|showed)', 'Name the research, with a link.'],
    ['(?:best|leading|foremost|number one) provider', 'Say what the service does.'],
    ['trusted by', 'Name them, once they have agreed to it.'],
    [
      'we (?:will )?(?:reply|respond|answer|get back to you) within',
      'Leave out how soon, unless it is always so.',
    ],
  ],
};
