import * as z from 'zod';
import { cleanLine, cleanText } from '../clean.ts';
import { FIELDS } from '../fields.ts';
import { textOf } from '../text.ts';
import { FollowUpSchema, once } from './actions.ts';

/** A hold on a case: it is kept and not used. `lookAgain` is a London day, in days since 1 January 1970. */
export interface Hold {
  reason: string;
  lookAgain: number;
  heldAt: Date;
}

const REASON_REMEDY = 'Enter why it is on hold';
const DATE_REMEDY = 'Enter the date on which to look at it again';

/** A hold, as its form posts it. */
export const HoldSchema = z.strictObject({
  reason: z
    .string({ error: REASON_REMEDY })
    .refine((text) => cleanText(text) !== '', { error: REASON_REMEDY, abort: true })
    .pipe(textOf(FIELDS.holdReason)),
  followUp: z
    .string({ error: DATE_REMEDY })
    .refine((text) => cleanLine(text) !== '', { error: DATE_REMEDY, abort: true })
    .pipe(FollowUpSchema),
  once,
});

export type HoldGiven = z.output<typeof HoldSchema>;
