import type { App } from '../app.ts';
import { keyFor } from '../keys.ts';

/** An address as it is compared and kept: in lower case. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/** Every address on the staff list, in lower case. */
export const staffList = ({ environment }: App): string[] =>
  environment.STAFF_EMAIL.map(plainAddress);

/** The address as the staff list has it, in lower case; undefined for everybody else's. */
export const staffAddress = (app: App, email: string): string | undefined =>
  staffList(app).find((address) => address === plainAddress(email));

/** A mark for the audit that tells staff apart and names nobody: 8 characters that only LINK_SECRET can make again. */
export const markOf = ({ environment }: App, staff: string): string =>
  keyFor(environment.LINK_SECRET, 'staff', staff, 0).slice(0, 8);
