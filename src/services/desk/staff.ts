import type { App } from '../app.ts';
import { keyFor, keysFor } from '../keys.ts';

/** An address as it is compared and kept: in lower case. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/** Every address on the staff list, in lower case. */
export const staffList = ({ environment }: App): string[] =>
  environment.STAFF_EMAIL.map(plainAddress);

/** The address as the staff list has it, in lower case; undefined for everybody else's. */
export const staffAddress = (app: App, email: string): string | undefined =>
  staffList(app).find((address) => address === plainAddress(email));

const markIn = (key: string) => key.slice(0, 8);

/** A mark for the audit that tells staff apart and names nobody: 8 characters that only LINK_SECRET can make again. */
export const markOf = ({ environment }: App, staff: string): string =>
  markIn(keyFor(environment.LINK_SECRET, 'staff', staff, 0));

/** Every mark that lines of the audit may carry for somebody: those written before LINK_SECRET changed, too. */
export const marksOf = ({ environment }: App, staff: string): string[] =>
  keysFor(environment, 'staff', staff, 0).map(markIn);
