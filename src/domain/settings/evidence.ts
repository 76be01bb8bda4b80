import * as z from 'zod';

const held = (about: string) =>
  z
    .strictObject({
      kept: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe('Where the evidence is, so that another person finds it.'),
      checked: z.iso
        .date('Write the day someone looked at it, such as 2026-12-01.')
        .optional()
        .describe('The day someone last looked that it is there and says so.'),
    })
    .optional()
    .describe(about);

/** Where the evidence is for what the site claims. Nothing of it is published. */
export const EvidenceSchema = z.strictObject({
  evaluation: held('An extensive evaluation of a previous project, and its findings.'),
  workforce: held('A more stable workforce, among them.'),
  improvement: held('Measurable improvement in practice, among them.'),
  'masters-level': held('Every facilitator is qualified to at least master’s level.'),
  'years-of-experience': held('Facilitators’ average of 20 years’ experience.'),
});

export type Evidence = z.infer<typeof EvidenceSchema>;

export type Claim = keyof Evidence;
