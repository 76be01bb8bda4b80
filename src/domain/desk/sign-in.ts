import * as z from 'zod';
import { EmailSchema } from '../email-address.ts';
import { DESK_PATH } from './paths.ts';

/** How long a link to sign in works, from when it was asked for (docs/decisions/0011). */
export const LINK_MINUTES = 15;

const PAGE = /^\/desk\/[a-zA-Z0-9/-]{0,200}$/;

/** The page of the desk that was asked for, to go on to once signed in; the first page for anything else. */
export const onwardOf = (asked: unknown): string =>
  typeof asked === 'string' && PAGE.test(asked) && !asked.startsWith(`${DESK_PATH}sign-`)
    ? asked
    : DESK_PATH;

/** What somebody gives who wants to sign in: their address, and the page they were on the way to. */
export const SignInSchema = z.strictObject({
  email: EmailSchema,
  onward: z.unknown().optional().transform(onwardOf),
});

export type SignIn = z.output<typeof SignInSchema>;
