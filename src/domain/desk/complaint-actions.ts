import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import { neededText } from '../text.ts';
import { dateSeen, named, once } from './actions.ts';

/** What staff write down about a complaint, by the name its form posts: how far it has got, or the outcome. */
export const COMPLAINT_STEPS = {
  progress: 'How far it has got',
  outcome: 'The outcome',
} as const;

/** How the person of a complaint was told, by the name its form posts. */
export const COMPLAINT_TOLD = {
  email: 'Email them these words now',
  telephone: 'They were told by telephone',
  letter: 'They were told by letter',
  nobody: 'They have not been told: this is for our record',
} as const;

const STEP_REMEDY = 'Select whether this is the outcome';
const TOLD_REMEDY = 'Select how they are told';
const WORDS_REMEDY = 'Enter what was found or done';

/** How far a complaint has got, or its outcome, as its form posts it. An outcome is one once the person is told. */
export const ComplaintStepSchema = z
  .strictObject({
    step: z.enum(named(COMPLAINT_STEPS), { error: STEP_REMEDY }),
    words: neededText(FIELDS.complaintWords, WORDS_REMEDY),
    told: z.enum(named(COMPLAINT_TOLD), { error: TOLD_REMEDY }),
    seen: dateSeen,
    once,
  })
  .refine(
    ({ step, told }: { step?: unknown; told?: unknown }) => step !== 'outcome' || told !== 'nobody',
    {
      path: ['told'],
      message: 'Select how they are told the outcome: the complaint stays open until they are',
      when: () => true,
    },
  );

/** That a complaint is opened again, as its page posts it. */
export const ComplaintReopeningSchema = z.strictObject({ seen: dateSeen, once });

export type ComplaintStep = z.output<typeof ComplaintStepSchema>;
export type ComplaintReopening = z.output<typeof ComplaintReopeningSchema>;
