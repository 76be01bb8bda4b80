import type { Transaction } from '#data/client.ts';
import { passkeysOf } from '#data/passkey-repository.ts';
import type { App } from '../app.ts';

/** Whether this site asks staff for a passkey, which is two factors in one. */
const asksForPasskey = ({ environment }: App): boolean => environment.STAFF_SIGN_IN === 'passkey';

/**
 * Whether a link or code by email is not enough for somebody: the site asks for a passkey, and they have one. Read within
 * the transaction that uses the link up.
 */
export const needsPasskey = async (app: App, tx: Transaction, email: string): Promise<boolean> =>
  asksForPasskey(app) && (await passkeysOf(tx, email)).length > 0;

/** Whether somebody who is signed in must add a passkey before the desk opens to them. */
export const mustAddPasskey = async (app: App, staff: string): Promise<boolean> =>
  asksForPasskey(app) && (await passkeysOf(app.database, staff)).length === 0;
