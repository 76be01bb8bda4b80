import * as z from 'zod';
import { cleanLine } from '../clean.ts';
import { FIELDS } from '../fields.ts';
import { textOf } from '../text.ts';
import { dayFromIso } from '../time/day.ts';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';

/** What tells one showing of a form from another, so that pressing its button twice does nothing twice. */
export const once = z.string().max(64).optional();

const OUTCOME_REMEDY = 'Choose the outcome.';

const FOLLOW_UP_REMEDY =
  'Enter the follow-up date as a date, such as 2026-12-01, or leave it empty.';

/** The London date on which to look at a case again, read to days since 1 January 1970. */
export const FollowUpSchema = z.string({ error: FOLLOW_UP_REMEDY }).transform((text, context) => {
  const day = dayFromIso(cleanLine(text));
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: FOLLOW_UP_REMEDY });
  return z.NEVER;
});

/** What came of trying to reach a person, as its form posts it. */
export const OutcomeSchema = z.strictObject({
  outcome: z
    .string({ error: OUTCOME_REMEDY })
    .transform((value) => value.replaceAll('-', ' '))
    .pipe(z.enum(OUTCOME_NAMES, { error: OUTCOME_REMEDY })),
  words: textOf(FIELDS.outcomeWords).optional(),
  followUp: FollowUpSchema.optional(),
  once,
});

/** That the latest outcome is to be undone: `seen` is which one stood on the page. */
export const UndoSchema = z.strictObject({ seen: z.string().max(20) });

/** A note, as its form posts it. */
export const NoteSchema = z.strictObject({
  words: z.string({ error: 'Write the note.' }).pipe(textOf(FIELDS.note)),
  once,
});

export type OutcomeNoted = z.output<typeof OutcomeSchema>;
export type NoteWritten = z.output<typeof NoteSchema>;

/** What staff did about a case, as the database keeps it. */
export type CaseAct =
  | {
      act: 'outcome';
      outcome: Outcome;
      /** The London day on which to look at the case again, in days since 1 January 1970. */
      followUp?: number | undefined;
      words?: string | undefined;
    }
  | { act: 'note'; words: string }
  | {
      act:
        | 'times offered'
        | 'call moved'
        | 'call cancelled'
        | 'released'
        | 'opened'
        | 'call booked'
        | 'link sent';
      words?: string | undefined;
    }
  | {
      /** Staff corrected the enquiry or, with `bookingId`, the details of a call. */
      act: 'details corrected';
      bookingId?: string | undefined;
      /** The fields that it changed, as they were. */
      before: Readonly<Record<string, unknown>>;
    };

/** An act of staff as it is on a case's timeline; `actor` is the address of who did it, `undone` when and by whom it was undone. */
export type ActDone = CaseAct & {
  id: string;
  at: Date;
  actor: string;
  undone?: { at: Date; actor: string };
};
