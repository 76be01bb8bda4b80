import { CALL_LABELS } from '#domain/booking/answers.ts';
import { answerInWords, ENQUIRY_LABELS } from '#domain/enquiry/answers.ts';
import type { MeanwhileWords } from '../views/meanwhile-view.ts';

const LABELS: Readonly<Record<string, string>> = { ...CALL_LABELS, ...ENQUIRY_LABELS };

/** How a person’s own pages speak of details that were changed meanwhile, by us or by themselves. */
export const OWN_DETAILS_MEANWHILE: MeanwhileWords = {
  who: (staff) => (staff === undefined ? 'You, on another page,' : 'We'),
  label: (field) => LABELS[field] ?? field,
  value: (field, value) =>
    Object.hasOwn(ENQUIRY_LABELS, field)
      ? answerInWords(field as keyof typeof ENQUIRY_LABELS, value)
      : String(value),
  button: 'Save the correction',
};
