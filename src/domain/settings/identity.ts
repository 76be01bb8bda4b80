import * as z from 'zod';

const known = (about: string) => z.string().max(200).optional().describe(about);

/** Who runs the service. What is left out is unknown, and then nothing on the site states it. */
export const IdentitySchema = z.strictObject({
  name: z.string().min(1).max(80).describe('The name the site goes by.'),
  'legal-name': known('The legal name, if it differs from the name the site goes by.'),
  email: z.email().optional().describe('An address the public may write to.'),
  'postal-address': known('The address for letters.'),
  'company-number': known('The company number, for a company.'),
  'charity-number': known('The charity number, for a charity.'),
  'registered-office': known('The registered office, for a company.'),
});

export type Identity = z.infer<typeof IdentitySchema>;
