import * as z from 'zod';

const known = (about: string) => z.string().max(200).optional().describe(about);

/** What kind of body can run the service; the law asks each to show different numbers. */
const LEGAL_FORMS = ['company', 'charity', 'charitable-company', 'other'] as const;

export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Where a company can be registered: the parts of the United Kingdom, as the register names them. */
const REGISTERED_IN = ['England and Wales', 'Wales', 'Scotland', 'Northern Ireland'] as const;

/**
 * Who runs the service, and what the law asks them to say of themselves and of the data they hold. What
 * is left out is unknown, and then nothing on the site states it.
 */
export const IdentitySchema = z.strictObject({
  name: z.string().min(1).max(80).describe('The name the site goes by.'),
  'legal-name': known('The legal name, if it differs from the name the site goes by.'),
  'legal-form': z
    .enum(LEGAL_FORMS)
    .optional()
    .describe('What runs the service; "other" is a partnership, a sole trader or a public body.'),
  email: z.email().optional().describe('An address the public may write to.'),
  'postal-address': known('The address for letters.'),
  'company-number': known('The company number, for a company.'),
  'registered-in': z
    .enum(REGISTERED_IN)
    .optional()
    .describe('The part of the United Kingdom a company is registered in.'),
  'registered-office': known('The registered office, for a company.'),
  'charity-number': known('The charity number, for a charity.'),
  'vat-number': z
    .string()
    .regex(
      /^GB ?\d{3} ?\d{4} ?\d{2}( ?\d{3})?$/,
      'Write GB and 9 digits, such as "GB 123 4567 89".',
    )
    .optional()
    .describe('The VAT number, if the service is registered for VAT.'),
  complaints: z
    .email()
    .optional()
    .describe('An address for complaints about personal data; someone must read it.'),
  'data-protection-registration': z
    .string()
    .regex(/^Z[A-Z\d]\d{6}$/, 'Write the number from the register of fee payers, such as ZA123456.')
    .optional()
    .describe(
      'The number the Information Commissioner gave when the data protection fee was paid.',
    ),
  'database-in': known(
    'Where the database is kept, in words, such as "London, in the United Kingdom".',
  ),
});

export type Identity = z.infer<typeof IdentitySchema>;
