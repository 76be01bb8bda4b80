import { CALL_LABELS, type CallField } from '../booking/answers.ts';
import { answerInWords, ENQUIRY_LABELS } from '../enquiry/answers.ts';
import type { EnquiryField } from '../enquiry/enquiry.ts';
import type { FieldChange } from './changes.ts';

const inEnquiry = (field: string): field is EnquiryField => Object.hasOwn(ENQUIRY_LABELS, field);

const labelOf = (field: string) =>
  inEnquiry(field) ? ENQUIRY_LABELS[field] : (CALL_LABELS[field as CallField] ?? field);

function inWords(field: string, value: unknown): string {
  if (value === null || String(value) === '') return 'nothing';
  return `“${inEnquiry(field) ? answerInWords(field, value) : String(value)}”`;
}

/** What a correction changed, a line for each field: what stood there, and what stands there now. */
export const changesInWords = (changes: readonly FieldChange[]): string =>
  changes
    .map(
      ({ field, from, to }) =>
        `${labelOf(field)}: ${inWords(field, from)}, now ${inWords(field, to)}`,
    )
    .join('\n');
