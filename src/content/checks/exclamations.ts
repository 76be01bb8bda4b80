import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

/** No exclamation marks: the words are to carry it. */
export const exclamationFaults = (passage: Passage): Fault[] =>
  foundIn(passage, /\S*!/g, (words) => ({
    wrong: `“${words}” has an exclamation mark.`,
    instead: 'End with a full stop.',
  }));
