import * as z from 'zod';

const confirmed = (about: string) =>
  z
    .strictObject({
      says: z.string().min(1).max(300).optional().describe('What a buyer reads, in a sentence.'),
      confirmed: z.iso
        .date('Write the day someone checked it, such as 2026-12-01.')
        .optional()
        .describe('The day it was last checked. Without it the site does not show the line.'),
    })
    .optional()
    .describe(about);

/**
 * What buyers ask for before they contract. A line with its words and its date stands on the page for buyers; while
 * there is none, there is no such page.
 */
export const BuyersSchema = z.strictObject({
  insurance: confirmed('Insurance: its kinds, its limits and its insurer.'),
  dspt: confirmed('The NHS’s assessment of data security (DSPT): your standing in it.'),
  'cyber-essentials': confirmed('A Cyber Essentials certificate.'),
  dpia: confirmed('A data protection impact assessment of the service.'),
  'modern-slavery': confirmed('A statement on modern slavery.'),
  'carbon-plan': confirmed('A carbon reduction plan.'),
  'social-value': confirmed('What the service commits to for social value.'),
});

export type Buyers = z.infer<typeof BuyersSchema>;

export type BuyersLine = keyof Buyers;
