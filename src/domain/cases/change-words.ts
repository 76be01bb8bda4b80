import { type CallField, STAFF_CALL_LABELS } from '../booking/answers.ts';
import { answerForStaff, STAFF_LABELS } from '../enquiry/answers.ts';
import type { EnquiryField } from '../enquiry/enquiry.ts';
import type { FieldChange } from './changes.ts';

const inEnquiry = (field: string): field is EnquiryField => Object.hasOwn(STAFF_LABELS, field);

/** What staff call a field of an enquiry or a call. */
export const labelOf = (field: string) =>
  inEnquiry(field) ? STAFF_LABELS[field] : (STAFF_CALL_LABELS[field as CallField] ?? field);

/** What a field holds, as staff say it. */
export const valueInWords = (field: string, value: unknown): string =>
  inEnquiry(field) ? answerForStaff(field, value) : String(value);

const inWords = (field: string, value: unknown): string =>
  value === null || String(value) === '' ? 'nothing' : `“${valueInWords(field, value)}”`;

/** What a correction changed, a line for each field: what stood there, and what stands there now. */
export const changesInWords = (changes: readonly FieldChange[]): string =>
  changes
    .map(
      ({ field, from, to }) =>
        `${labelOf(field)}: ${inWords(field, from)}, now ${inWords(field, to)}`,
    )
    .join('\n');
