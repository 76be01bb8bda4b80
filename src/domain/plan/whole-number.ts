import * as z from 'zod';

const WHOLE = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/** A whole number as people write it, spaces around it and commas between thousands allowed. */
const WholeNumberSchema = z
  .string()
  .trim()
  .regex(WHOLE)
  .transform((text) => Number(text.replaceAll(',', '')));

/** The whole number `text` is, or nothing when it is not one. */
export const wholeNumber = (text: string): number | undefined =>
  WholeNumberSchema.safeParse(text).data;
