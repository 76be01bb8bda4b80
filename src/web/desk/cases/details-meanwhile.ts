import { labelOf, valueInWords } from '#domain/cases/change-words.ts';
import type { MeanwhileWords } from '../../views/meanwhile-view.ts';

/** How the desk speaks of details that somebody else changed meanwhile. */
export const DETAILS_MEANWHILE: MeanwhileWords = {
  who: (staff) => staff ?? 'The person',
  label: labelOf,
  value: valueInWords,
  button: 'Save the details',
};
