import { cleanLine } from '../clean.ts';
import type { EnquiryField } from './enquiry.ts';

const WHOLE_NUMBER = /^\d{1,3}(?:[, ]?\d{3})*$|^\d+$/;

const LISTS: readonly EnquiryField[] = ['interests'];
const NUMBERS: readonly EnquiryField[] = ['people', 'sessions'];

function asNumber(value: unknown) {
  const text = typeof value === 'string' ? cleanLine(value) : '';
  return WHOLE_NUMBER.test(text) ? Number(text.replace(/[, ]/g, '')) : value;
}

/**
 * An HTML form's fields as the enquiry schema takes them: lists are lists even of one, and numbers
 * are numbers where they read as whole numbers ("1,200" does). Anything else is left for the schema to refuse.
 */
export function enquiryFromForm(
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => {
    if (LISTS.includes(name as EnquiryField)) return [name, [value].flat()];
    if (NUMBERS.includes(name as EnquiryField)) return [name, asNumber(value)];
    return [name, value];
  });
  return Object.fromEntries(entries);
}
