import * as z from 'zod';
import { cleanLine } from '../clean.ts';

/** The longest name of a passkey. */
export const PASSKEY_NAME_LENGTH = 60;

/** How long a passkey can be asked to sign one thing, in minutes. */
export const CHALLENGE_MINUTES = 5;

/** What somebody calls one of their passkeys. */
export const PasskeyNameSchema = z
  .string({ error: 'Give it a name' })
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(1, 'Give it a name')
      .max(PASSKEY_NAME_LENGTH, `Use ${PASSKEY_NAME_LENGTH} characters or fewer`),
  );
