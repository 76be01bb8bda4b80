import * as z from 'zod';
import { LIMITS } from './enquiry/limits.ts';
import { fitLine, lineOf } from './text.ts';

const EMAIL_REMEDY = 'Enter an email address we can reply to, like name@example.org.';
const PHONE_REMEDY =
  'Enter a phone number of 5 to 30 characters, using digits, spaces, + ( ) - and x for an extension.';

/** An email address, in the form browsers accept for `type=email` with a domain that has a dot. */
export const EmailSchema = fitLine('your email address', EMAIL_REMEDY)
  .max(LIMITS.email, `Shorten your email address to ${LIMITS.email} characters or fewer.`)
  .pipe(z.email(EMAIL_REMEDY));

/** A phone number as a person writes it; kept as written, since extensions matter. */
export const PhoneSchema = fitLine('your phone number', PHONE_REMEDY)
  .min(LIMITS.phone.least, PHONE_REMEDY)
  .max(LIMITS.phone.most, PHONE_REMEDY)
  .regex(/^[0-9 +()x-]+$/i, PHONE_REMEDY)
  .refine((phone) => (phone.match(/\d/g)?.length ?? 0) >= LIMITS.phone.least, PHONE_REMEDY);

export const OrganisationSchema = lineOf('the name of your organisation', LIMITS.line);
export const NameSchema = lineOf('your name', LIMITS.line);
