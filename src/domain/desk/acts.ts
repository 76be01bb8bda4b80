import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import { textOf } from '../text.ts';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';

/** What tells one showing of a form from another, so that pressing its button twice does nothing twice. */
const once = z.string().max(64).optional();

const OUTCOME_REMEDY = 'Choose what came of it.';

/** What came of trying to reach somebody, as its form posts it. */
export const OutcomeSchema = z.strictObject({
  outcome: z
    .string({ error: OUTCOME_REMEDY })
    .transform((value) => value.replaceAll('-', ' '))
    .pipe(z.enum(OUTCOME_NAMES, { error: OUTCOME_REMEDY })),
  words: textOf(FIELDS.outcomeWords).optional(),
  once,
});

/** A note, as its form posts it. */
export const NoteSchema = z.strictObject({
  words: z.string({ error: 'Write the note.' }).pipe(textOf(FIELDS.note)),
  once,
});

export type OutcomeNoted = z.output<typeof OutcomeSchema>;
export type NoteWritten = z.output<typeof NoteSchema>;

/** What staff did about a case, as the database keeps it. */
export type CaseAct =
  | { act: 'outcome'; outcome: Outcome; words?: string | undefined }
  | { act: 'note'; words: string }
  | {
      act: 'times offered' | 'call moved' | 'call cancelled' | 'released';
      words?: string | undefined;
    };
