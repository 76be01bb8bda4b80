import { cleanLine, cleanText } from '#domain/clean.ts';

const cleaned = (text: string) => (text.includes('\n') ? cleanText(text) : cleanLine(text));

/** Whether a field holds no fields or a list nothing, which is how the editor writes one that nothing was put into. */
const isLeftOut = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : isWithoutFields(value);

const isWithoutFields = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.keys(value).length === 0;

/**
 * What staff wrote in a file of fields or in the editor, cleaned as every form is: names of fields and words alike,
 * lists and fields within fields too. Numbers and the like stay as they are, and an empty field is left out.
 */
export function cleanedFields(value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value);
  if (Array.isArray(value)) return value.map(cleanedFields);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isLeftOut(each))
      .map(([name, each]) => [cleaned(name), cleanedFields(each)]),
  );
}
