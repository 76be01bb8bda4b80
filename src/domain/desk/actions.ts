import * as z from 'zod';
import { dateField } from '../date-field.ts';
import { FIELDS } from '../fields.ts';
import { readReference } from '../reference.ts';
import { textOf } from '../text.ts';
import { OUTCOME_NAMES } from './outcomes.ts';

/** The names of a record as a schema takes them. */
export const named = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  Object.keys(names) as [Name, ...Name[]];

/** What tells one showing of a form from another, so that pressing its button twice does nothing twice. */
export const once = z.string().max(64).optional();

const OTHER_CASE = 'Enter the reference of another case';

const OUTCOME_REMEDY = 'Choose the outcome.';

/** The London date on which to look at a case again, which may be left out. */
export const FollowUpSchema = dateField('the date on which to look at it again');

/** The date to look at a case again that was set when its form was shown (`YYYY-MM-DD`), or `none`. */
export const dateSeen = z.string().max(10).optional();

/** What came of trying to reach a person, as its form posts it. */
export const OutcomeSchema = z.strictObject({
  outcome: z
    .string({ error: OUTCOME_REMEDY })
    .transform((value) => value.replaceAll('-', ' '))
    .pipe(z.enum(OUTCOME_NAMES, { error: OUTCOME_REMEDY })),
  words: textOf(FIELDS.outcomeWords).optional(),
  followUp: FollowUpSchema.optional(),
  seen: dateSeen,
  once,
});

/** The reference of another case, as people type it. */
const otherCase = z.string({ error: OTHER_CASE }).transform((typed, context) => {
  const reference = readReference(typed);
  if (reference !== undefined) return reference;
  context.addIssue({ code: 'custom', message: OTHER_CASE });
  return z.NEVER;
});

/** That the latest outcome is to be undone: `seen` is which one stood on the page, `to` the case it is to be noted at instead. */
export const UndoSchema = z.strictObject({ seen: z.string().max(20), to: otherCase.optional() });

/** A note, as its form posts it. */
export const NoteSchema = z.strictObject({
  words: z.string({ error: 'Write the note.' }).pipe(textOf(FIELDS.note)),
  once,
});

/** A date to look at a case again, set by itself, as its form posts it. */
export const FollowUpSetSchema = z.strictObject({
  followUp: FollowUpSchema,
  words: textOf(FIELDS.outcomeWords).optional(),
  seen: dateSeen,
  once,
});

/** That a case is closed, as its form posts it. */
export const CloseSchema = z.strictObject({
  words: textOf(FIELDS.outcomeWords).optional(),
  seen: dateSeen,
  once,
});

/** That a case is opened again, as its form posts it. */
export const ReopenSchema = z.strictObject({
  followUp: FollowUpSchema.optional(),
  seen: dateSeen,
  words: textOf(FIELDS.outcomeWords).optional(),
  once,
});

/** Whom a case is given to, as its form posts it: an address, or `nobody`. */
export const OwnerSchema = z.strictObject({
  owner: z.string({ error: 'Choose who sees to this case.' }).max(254),
  once,
});

/** A note put another way: `seen` is what it said on the page, so that nobody writes over another's change unseen. */
export const NoteChangeSchema = NoteSchema.extend({ seen: z.string().max(64) });

/** That a note belongs to another case: whose it is was shown once `sure` is posted. */
export const NoteMoveSchema = z.strictObject({
  to: otherCase,
  seen: z.string().max(64),
  sure: z.literal('yes').optional(),
});

/** That a note, or a join, is to go: `seen` is what stood on the page. */
export const RemovalSchema = z.strictObject({ seen: z.string().max(64) });

export type OutcomeNoted = z.output<typeof OutcomeSchema>;
export type Undoing = z.output<typeof UndoSchema>;
export type NoteWritten = z.output<typeof NoteSchema>;
export type FollowUpSet = z.output<typeof FollowUpSetSchema>;
export type Closing = z.output<typeof CloseSchema>;
export type Reopening = z.output<typeof ReopenSchema>;
export type OwnerChosen = z.output<typeof OwnerSchema>;
export type NoteMove = z.output<typeof NoteMoveSchema>;
export type NoteChange = z.output<typeof NoteChangeSchema>;

/** How staff told a person something about a complaint. */
export type ToldBy = 'email' | 'telephone' | 'letter';
