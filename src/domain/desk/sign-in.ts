import * as z from 'zod';
import { EmailSchema } from '../email-address.ts';
import { MINUTE } from '../time/day.ts';
import { DESK_PATH } from './paths.ts';

/** How long a link to sign in works, from when it was asked for (docs/decisions/0011). */
export const LINK_MINUTES = 10;

/** How long somebody stays signed in at most, in days, and without opening a page, in hours (docs/decisions/0011). */
export const SESSION_DAYS = 7;
export const IDLE_HOURS = 12;

/** How long a sign-in proves who somebody is to what takes personal data away or undoes it for good. */
export const PROOF_MINUTES = 30;

/** Whether somebody who signed in at one instant need not prove who they are again at another, in milliseconds. */
export const isProofFresh = (signedInAt: number, now: number): boolean =>
  now - signedInAt <= PROOF_MINUTES * MINUTE;

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

const CODE = /^\d{6}$/;

/** The code that a link shows on another browser, as somebody types it: six digits, with whatever spaces. */
export const SignInCodeSchema = z.strictObject({
  code: z
    .string({ error: 'Enter the six digits that the link shows' })
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(CODE, 'Enter the six digits that the link shows, like 123 456')),
});

/** A code as it is shown: "123 456". */
export const codeInWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
