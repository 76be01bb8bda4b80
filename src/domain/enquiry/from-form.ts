import { cleanLine } from '../clean.ts';
import type { EnquiryField } from './enquiry.ts';

const WHOLE_NUMBER = /^\d{1,3}(?:[, ]?\d{3})*$|^\d+$/;

const LISTS: readonly EnquiryField[] = ['interests'];
const NUMBERS: readonly EnquiryField[] = ['people', 'sessions'];

/**
 * What people write around a number that is asked for with "about how many": it says nothing more. Of two numbers
 * ("10-12") neither is the one they mean.
 */
const ABOUT =
  /^(?:(?:about|around|approx(?:imately)?\.?|roughly|some|circa|ca?\.|~)\s*)?(\d[\d, ]*?)\s*(?:or so|ish|-ish|people|staff|times)?\.?$/i;

/** More than this is no number with a word or two around it. */
const MOST_AROUND = 40;

function asNumber(value: unknown) {
  const text = typeof value === 'string' ? cleanLine(value) : '';
  const number = (text.length <= MOST_AROUND && ABOUT.exec(text)?.[1]) || '';
  return WHOLE_NUMBER.test(number) ? Number(number.replace(/[, ]/g, '')) : value;
}

/**
 * An HTML form's fields as the enquiry schema takes them: lists are lists even of one, and numbers
 * are numbers where they read as one whole number ("1,200" does, and so does "about 12"). Anything else is left for the schema to refuse.
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
