import * as z from 'zod';
import { StartSchema } from '../booking/start.ts';
import { named } from './actions.ts';

/** Who wants a call cancelled that staff cancel, by the name the form posts: its person is told which it was. */
export const CANCELLATION_WANTED_BY = {
  them: 'They asked us to',
  us: 'We cannot ring them then',
} as const;
export type CancellationWantedBy = keyof typeof CANCELLATION_WANTED_BY;

/** That staff cancel a call, as its page posts it: the start they saw, and who wants it. */
export const CallCancellationSchema = z.strictObject({
  start: StartSchema,
  wantedBy: z.enum(named(CANCELLATION_WANTED_BY), { error: 'Select why the call is cancelled' }),
});

export type CallCancellation = z.output<typeof CallCancellationSchema>;
