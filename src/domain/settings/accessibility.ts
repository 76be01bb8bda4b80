import * as z from 'zod';

/** What the accessibility statement says and only its owner knows. What is left out is not mentioned. */
export const AccessibilitySchema = z.strictObject({
  reviewed: z.iso
    .date('Write a date, such as 2026-12-01.')
    .optional()
    .describe(
      'The day a person last went through the site. With no problems listed, the page says that none were known that day.',
    ),
  'known-problems': z
    .array(z.string().trim().min(1).max(200))
    .max(20)
    .optional()
    .describe('What does not work for everybody, each in a sentence, with what to do instead.'),
  'answered-within': z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe(
      'How soon a report is answered, in words that follow “within”, such as “5 working days”.',
    ),
});

export type Accessibility = z.infer<typeof AccessibilitySchema>;
