import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import { neededText } from '../text.ts';
import { FollowUpSchema, once } from './actions.ts';

/** A hold on a case: it is kept and not used. `lookAgain` is a London day, in days since 1 January 1970. */
export interface Hold {
  reason: string;
  lookAgain: number;
  onHoldSince: Date;
}

const REASON_REMEDY = 'Enter why it is on hold';

/** A hold, as its form posts it. */
export const HoldSchema = z.strictObject({
  reason: neededText(FIELDS.holdReason, REASON_REMEDY),
  followUp: FollowUpSchema,
  once,
});

/** That a hold is to be taken off: `seen` is the hold that stood on the page. */
export const HoldEndSchema = z.strictObject({ seen: z.string().max(64).optional() });

export type HoldGiven = z.output<typeof HoldSchema>;
