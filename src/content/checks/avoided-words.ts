import type { PhraseList } from './phrases.ts';

const PEOPLE = 'Write “people”, or “the people you work with”.';

/** Words a good facilitator would not use about this work, each with what to write instead. */
export const AVOIDED: PhraseList = {
  wrong: 'is a word we avoid',
  phrases: [
    ['journeys?', 'Say what happens, in order.'],
    ['empower\\w*', 'Say what people can do.'],
    ['unlock(?:s|ed|ing)?', 'Say what people may find out.'],
    ['holistic(?:ally)?', 'Name the parts.'],
    ['resilien(?:ce|t)', 'Say what the work takes: its toll.'],
    ['safe spaces?', 'Write “a quiet room”, or “room to think”.'],
    ['well-?being solutions?', 'Name the service: reflective practice groups.'],
    ['transform\\w*', 'Say what was found: “an evaluation of a previous project found …”.'],
    ['deep[- ]dives?', 'Write “look further”.'],
    ['tool-?kits?', 'Name what is in it.'],
    ['leverag(?:e|es|ed|ing)', 'Write “use”.'],
    ['bespoke', 'Write “matched to your organisation”.'],
    ['passionate(?:ly)?', 'Leave it out.'],
    ['world[- ]class', 'Leave it out.'],
    ['cutting[- ]edge', 'Leave it out.'],
    ['(?:well-?|un)?proven', 'Write “an evaluation of a previous project found …”.'],
    ['evidence[- ]based', 'Write “an evaluation of a previous project found …”.'],
    ['(?:roi|return on investment)', 'Say what an evaluation found.'],
    ['service[- ]users?', PEOPLE],
    ['solutions?', 'Say what it is.'],
    ['stakeholders?', 'Say who they are.'],
    ['utilis(?:e|es|ed|ing)', 'Write “use”.'],
    ['mend(?:s|ed|ing)?', 'Write “fix”, “change” or “correct”.'],
    ['owes?', 'Say what will be sent or done.'],
    ['whoever', 'Write “the person who”, or “you”.'],
    ['somebody', 'Write “someone”, or “you”.'],
    ['commits nobody', 'Write “no obligation”, once, on the form.'],
    ['go on with this time', 'Write “continue”.'],
    ['(?:was|were|is|been) taken in', 'Write “delivered”.'],
  ],
};

/** What people may take the service for, and it is not. */
export const NOT_THE_SERVICE: PhraseList = {
  wrong: 'is not what the service is',
  phrases: [
    [
      '(?:is|are|as|offers?|provides?|of|our|free|group) (?:counselling|(?:psycho)?therapy)(?: (?:sessions?|groups?|service))?',
      'Write “reflective practice groups”, or say what people do there.',
    ],
  ],
};
