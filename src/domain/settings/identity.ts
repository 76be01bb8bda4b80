import * as z from 'zod';
import { listInWords } from '../list-words.ts';
import {
  FORMS,
  type FormField,
  type FormRules,
  LEGAL_FORMS,
  type LegalForm,
} from './legal-forms.ts';

const known = (about: string) => z.string().max(200).optional().describe(about);

/** Where a body can be registered: the parts of the United Kingdom, as the registers name them. */
const REGISTERED_IN = ['England and Wales', 'Wales', 'Scotland', 'Northern Ireland'] as const;

/** What anybody may say of themselves, whatever they are. */
const EVERYBODY = {
  name: z.string().min(1).max(80).describe('The name the site goes by.'),
  email: z.email().optional().describe('An address the public may write to.'),
  'postal-address': known('The address for letters, where the service can be found.'),
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
    .describe(
      'An address for complaints, about the service or about personal data; someone must read it.',
    ),
  insurance: known(
    'Insurance that the law or a professional body makes you hold, with where it covers, such as "Professional indemnity, in the United Kingdom".',
  ),
  insurer: known('Who that insurance is with, and how to reach them.'),
  profession: known(
    'A regulated profession that the service practises: its title, its professional body, and where its rules can be read.',
  ),
  'data-protection-registration': z
    .string()
    .regex(/^Z[A-Z\d]\d{6}$/, 'Write the number from the register of fee payers, such as ZA123456.')
    .optional()
    .describe('The number the ICO gave when the data protection fee was paid.'),
  'database-in': known(
    'Where the database is kept, in words, such as "London, in the United Kingdom".',
  ),
} as const;

/** What only bodies of some legal forms say of themselves. */
const OF_FORMS = {
  'legal-name': known(
    'The legal name, as a register has it; of a sole trader, the owner’s own name.',
  ),
  'company-number': known('The number on the register of companies.'),
  'registered-in': z
    .enum(REGISTERED_IN)
    .optional()
    .describe('The part of the United Kingdom it is registered in.'),
  'registered-office': known('The registered office; of a CIO, the principal office.'),
  liability: z
    .enum(['limited', 'unlimited'])
    .optional()
    .describe('Only for a company whose name leaves “Limited” out.'),
  'charity-number': known('The number on the register of charities.'),
  partners: z
    .array(z.string().trim().min(1).max(120))
    .max(20)
    .optional()
    .describe('The names of all partners, of a partnership.'),
  'address-for-service': known(
    'Where documents can be served on the partners or the owner, in the United Kingdom.',
  ),
} as const satisfies Record<FormField, z.ZodType>;

const ABOUT = 'What runs the service. It decides which other fields there are.';

type Fields<Names extends FormField> = Pick<typeof OF_FORMS, Names>;

/** The fields of some names, for a schema. */
const pick = <Names extends FormField>(...names: readonly Names[]): Fields<Names> =>
  Object.fromEntries(names.map((name) => [name, OF_FORMS[name]])) as Fields<Names>;

/** What a body of one legal form can say. */
const body = <Form extends LegalForm>(form: Form) =>
  z.strictObject({
    ...EVERYBODY,
    'legal-form': z.literal(form).describe(ABOUT),
    ...pick<(typeof FORMS)[Form]['takes'][number]>(...FORMS[form].takes),
  });

/** While it is not known what runs the service, only what is the same for all can be said. */
const UNKNOWN = z.strictObject({
  ...EVERYBODY,
  'legal-form': z.undefined().optional(),
  ...pick('legal-name'),
});

/**
 * Who runs the service, and what the law asks them to say of themselves and of the data they hold; the legal form
 * decides which fields there are (src/domain/settings/legal-forms.ts). What is left out is unknown, and then nothing
 * on the site states it.
 */
export const IdentitySchema = z.discriminatedUnion(
  'legal-form',
  [
    body('company'),
    body('llp'),
    body('cic'),
    body('cio'),
    body('charitable-company'),
    body('charity'),
    body('partnership'),
    body('sole-trader'),
    body('public-body'),
    UNKNOWN,
  ],
  { error: `Write one of: ${LEGAL_FORMS.join(', ')}.` },
);

export type Identity = z.infer<typeof IdentitySchema>;

/** Everything anybody can say of themselves, by the names of its fields. */
export type IdentityField = keyof typeof EVERYBODY | FormField;

/** What a page can name by itself with <Identity>: the rest is said as sentences, by legal form. */
export const NAMED_ALONE = [
  'name',
  'email',
  'postal-address',
  'vat-number',
  'complaints',
  'data-protection-registration',
  'database-in',
] as const satisfies readonly (keyof typeof EVERYBODY)[];

/** What is written for a field; undefined where nothing is, or where the legal form has no such field. */
export const saidOf = (identity: Identity, field: IdentityField): string | undefined => {
  const value = (identity as Partial<Record<IdentityField, string | readonly string[]>>)[field];
  if (value === undefined || value.length === 0) return undefined;
  return typeof value === 'string' ? value : listInWords(value);
};

/** Who answers for what the service does, by the name the law knows them by. */
export const legalNameOf = (identity: Identity): string | undefined =>
  saidOf(identity, identity['legal-form'] === 'partnership' ? 'partners' : 'legal-name');

/** The rules of the legal form, once it is known. */
export const formOf = ({ 'legal-form': form }: Identity): FormRules | undefined =>
  form && FORMS[form];
