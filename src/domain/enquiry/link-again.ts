import * as z from 'zod';
import { EmailSchema } from '../email-address.ts';

/** What somebody gives who has lost the link to their page: the address they wrote from. */
export const LinkAgainSchema = z.strictObject({ email: EmailSchema });

export type LinkAgain = z.output<typeof LinkAgainSchema>;
