import { planName } from '../plan/sentence.ts';
import { writeTyped } from '../plan/typed.ts';
import { timesInWords } from '../plan/wording.ts';
import type { Enquiry } from './enquiry.ts';

/** The plan an enquiry carries: in words, and its address from the site’s root. */
export interface CarriedPlan {
  words: string;
  path: string;
}

/** “46 people meeting monthly, 12 times in the year”; nothing unless people and rhythm were both given. */
export function planOf({ people, rhythm, sessions }: Enquiry): CarriedPlan | undefined {
  if (people === undefined || rhythm === undefined) return undefined;
  const often = sessions === undefined ? '' : `, ${timesInWords(sessions)} in the year`;
  const typed = { people: String(people), rhythm, sessions: String(sessions ?? '') };
  const path = `/plan/?${writeTyped({ ...typed, groups: '', levels: {}, strayRows: [] })}`;
  return { words: planName({ people, rhythm }) + often, path };
}
