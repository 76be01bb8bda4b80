import type { App } from '../app.ts';
import { keyFor } from '../keys.ts';

const plain = (email: string) => email.trim().toLowerCase();

/** The address as the staff list has it, in lower case; undefined for everybody else's. */
export const staffAddress = ({ environment }: App, email: string): string | undefined =>
  environment.STAFF_EMAIL.map(plain).find((address) => address === plain(email));

/** A mark for the audit that tells staff apart and names nobody: 8 characters that only LINK_SECRET can make again. */
export const markOf = ({ environment }: App, staff: string): string =>
  keyFor(environment.LINK_SECRET, 'staff', staff, 0).slice(0, 8);
