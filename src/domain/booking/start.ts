import * as z from 'zod';
import { cleanLine } from '../clean.ts';
import { readStart } from '../time/iso.ts';

/** What a form is told that came without a time. */
export const CHOOSE_A_TIME = 'Choose a time';

/**
 * The start of a call as programs and forms write it, with London's offset at that instant
 * (`2026-11-24T11:00:00+00:00`), read to milliseconds.
 */
export const StartSchema = z.string({ error: CHOOSE_A_TIME }).transform((text, context) => {
  const read = readStart(cleanLine(text));
  if (read.outcome === 'read') return read.at;
  context.addIssue({ code: 'custom', message: read.message });
  return z.NEVER;
});
