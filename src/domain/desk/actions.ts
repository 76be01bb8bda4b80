import * as z from 'zod';
import { dateField } from '../date-field.ts';
import { FIELDS } from '../fields.ts';
import { readReference } from '../reference.ts';
import { textOf } from '../text.ts';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';

/** What tells one showing of a form from another, so that pressing its button twice does nothing twice. */
export const once = z.string().max(64).optional();

const OTHER_CASE = 'Enter the reference of another case';

const OUTCOME_REMEDY = 'Choose the outcome.';

/** The London date on which to look at a case again, which may be left out. */
export const FollowUpSchema = dateField('the date on which to look at it again');

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

/** A date to look at a case again, set by itself, as its form posts it. */
export const FollowUpSetSchema = z.strictObject({
  followUp: FollowUpSchema,
  words: textOf(FIELDS.outcomeWords).optional(),
  once,
});

/** That a case is closed, as its form posts it. */
export const CloseSchema = z.strictObject({
  words: textOf(FIELDS.outcomeWords).optional(),
  once,
});

/** That a case is opened again, as its form posts it. */
export const ReopenSchema = z.strictObject({
  followUp: FollowUpSchema.optional(),
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
  to: z.string({ error: OTHER_CASE }).transform((typed, context) => {
    const reference = readReference(typed);
    if (reference !== undefined) return reference;
    context.addIssue({ code: 'custom', message: OTHER_CASE });
    return z.NEVER;
  }),
  seen: z.string().max(64),
  sure: z.literal('yes').optional(),
});

/** That a note, or a join, is to go: `seen` is what stood on the page. */
export const RemovalSchema = z.strictObject({ seen: z.string().max(64) });

export type OutcomeNoted = z.output<typeof OutcomeSchema>;
export type NoteWritten = z.output<typeof NoteSchema>;
export type FollowUpSet = z.output<typeof FollowUpSetSchema>;
export type Closing = z.output<typeof CloseSchema>;
export type Reopening = z.output<typeof ReopenSchema>;
export type OwnerChosen = z.output<typeof OwnerSchema>;
export type NoteMove = z.output<typeof NoteMoveSchema>;
export type NoteChange = z.output<typeof NoteChangeSchema>;

/** How staff told a person something about a complaint. */
export type ToldBy = 'email' | 'telephone' | 'letter';

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
        | 'link sent'
        | 'closed'
        | 'joined'
        | 'unjoined'
        | 'complaint dated'
        | 'complaint noted'
        | 'complaint reopened'
        | 'words removed'
        | 'held'
        | 'hold ended';
      words?: string | undefined;
    }
  | {
      /** Staff said when to look at the case again, or opened one that was closed until then. */
      act: 'follow-up set' | 'reopened';
      followUp: number;
      words?: string | undefined;
    }
  | {
      /** Staff told the person of a complaint that we have it: `told` is how. */
      act: 'complaint acknowledged';
      told: ToldBy;
    }
  | {
      /** The same of how far it has got, or its outcome. */
      act: 'complaint progress' | 'complaint outcome';
      told: ToldBy;
      words: string;
    }
  | {
      /** Staff gave the case to one of them, by address, or to nobody. */
      act: 'owner set';
      owner: string | undefined;
    }
  | {
      /** Staff corrected the enquiry or, with `bookingId`, the details of a call. */
      act: 'details corrected';
      bookingId?: string | undefined;
      /** The fields that it changed, as they were. */
      before: Readonly<Record<string, unknown>>;
    };

/** Acts to which staff add words of their own; of other acts the service says what they were. */
export const ACTS_IN_OWN_WORDS = [
  'note',
  'outcome',
  'follow-up set',
  'closed',
  'reopened',
] as const satisfies readonly CaseAct['act'][];

type InOwnWords = Extract<CaseAct, { words?: string | undefined }> & {
  act: (typeof ACTS_IN_OWN_WORDS)[number];
};

/** Whether an act is one to which staff add words of their own. */
export const isInOwnWords = (done: CaseAct): done is InOwnWords =>
  ACTS_IN_OWN_WORDS.some((act) => act === done.act);

/** An act of staff as it is on a case's timeline; `actor` is the address of who did it, `undone` and `changed` when and by whom that was done. */
export type ActDone = CaseAct & {
  id: string;
  at: Date;
  actor: string;
  undone?: { at: Date; actor: string };
  changed?: { at: Date; actor: string };
};
