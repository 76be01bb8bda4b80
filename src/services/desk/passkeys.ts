import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Transaction } from '#data/client.ts';
import { isOfDatabase } from '#data/errors.ts';
import {
  deleteChallenges,
  deletePasskey,
  deletePasskeysBut,
  insertChallenge,
  insertPasskey,
  lockPasskey,
  type PasskeyRow,
  passkeysOf,
  recordPasskeyUsed,
  takeChallenge,
  writePasskeyName,
} from '#data/passkey-repository.ts';
import { CHALLENGE_MINUTES } from '#domain/desk/passkey.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { hashOf, subkey } from '../keys.ts';
import { auditAct } from './audit.ts';
import { type BrowserCookies, type Entered, enter } from './sign-in.ts';
import { staffAddress, staffList } from './staff.ts';

// What checks signatures is large, and loaded when somebody uses a passkey: the desk opens without it.
const library = () => import('@simplewebauthn/server');

/** A passkey as its owner is shown it. */
export type Passkey = Pick<PasskeyRow, 'id' | 'name' | 'createdAt' | 'usedAt'>;

/** Somebody’s passkeys, the oldest first. */
export const readPasskeys = (app: App, staff: string): Promise<Passkey[]> =>
  passkeysOf(app.database, staff);

/** Whether somebody has a passkey. */
export const hasPasskey = async (app: App, staff: string): Promise<boolean> =>
  (await passkeysOf(app.database, staff)).length > 0;

const siteOf = ({ environment }: App) => {
  const { origin, hostname } = new URL(environment.URL);
  return { expectedOrigin: origin, expectedRPID: hostname };
};

const stillAsked = ({ now }: App) => new Date(now().getTime() - CHALLENGE_MINUTES * MINUTE);

/** Deletes what was never signed, and the passkeys of those who have left the staff list: coming back does not bring them back. */
export async function forgetPasskeys(app: App): Promise<void> {
  await deleteChallenges(app.database, stillAsked(app));
  await deletePasskeysBut(app.database, staffList(app));
}

/** Something new to sign, written down by its hash; `email` is whose passkey it is to add. */
async function newChallenge(app: App, email: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(app.randomBytes(32));
  const text = Buffer.from(challenge).toString('base64url');
  await insertChallenge(app.database, { hash: hashOf(text), email, createdAt: app.now() });
  return challenge;
}

/** Whether what was signed had been asked for, in `tx`; it is used up by it. */
const wasAsked = (app: App, tx: Transaction, email: string | null) => (challenge: string) =>
  takeChallenge(tx, { hash: hashOf(challenge), email, since: stillAsked(app) });

/** What authenticators know somebody by, without a word of who it is. */
const userIdOf = ({ environment }: App, staff: string) =>
  new Uint8Array(
    hashOf(`${subkey(environment.LINK_SECRET, 'passkey').toString('base64url')}|${staff}`),
  );

/** What a browser needs to make a passkey for somebody. */
export async function askForNewPasskey(app: App, staff: string) {
  const { generateRegistrationOptions } = await library();
  const known = await passkeysOf(app.database, staff);
  return generateRegistrationOptions({
    rpName: app.site.settings.identity.name,
    rpID: siteOf(app).expectedRPID,
    userName: staff,
    userID: userIdOf(app, staff),
    challenge: await newChallenge(app, staff),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a check comes to, or nothing where it throws because something in the answer does not fit. */
async function fits<Checked>(check: () => Promise<Checked>): Promise<Checked | undefined> {
  try {
    return await check();
  } catch (error) {
    // Faults of the database are ours, and no fault of what was sent.
    if (isOfDatabase(error)) throw error;
    return undefined;
  }
}

/** Adds a passkey that a browser made for somebody; false when it is not one that was asked for. */
export const addPasskey = (
  app: App,
  staff: string,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<boolean> =>
  app.database.transaction(async (tx) => {
    const { verifyRegistrationResponse } = await library();
    const checked = await fits(() =>
      verifyRegistrationResponse({
        response,
        ...siteOf(app),
        expectedChallenge: wasAsked(app, tx, staff),
        requireUserVerification: true,
      }),
    );
    if (!checked?.verified) return false;
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
    const made = await insertPasskey(tx, {
      ...{ id, publicKey, counter, transports, name },
      email: staff,
      createdAt: app.now(),
    });
    if (made) await auditAct(app, tx, { staff, act: 'passkey added' });
    return made;
  });

/** What a browser needs to sign in with whichever passkey it has for this site: the same for everybody. */
export async function askForPasskey(app: App) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: siteOf(app).expectedRPID,
    challenge: await newChallenge(app, null),
    userVerification: 'required',
    allowCredentials: [],
  });
}

/**
 * Signs in with a passkey: undefined when it is not known, was not asked for, does not fit, or belongs to somebody who
 * has left the staff list. Of any number at once with one challenge, one gets in.
 */
export const signInWithPasskey = (
  app: App,
  { response, onward }: { response: AuthenticationResponseJSON; onward: string },
  cookies: BrowserCookies,
): Promise<Entered | undefined> =>
  app.database.transaction(async (tx) => {
    const passkey = await lockPasskey(tx, response.id);
    const email = passkey && staffAddress(app, passkey.email);
    if (!passkey || !email) return undefined;
    const { verifyAuthenticationResponse } = await library();
    const { id, publicKey, counter } = passkey;
    const checked = await fits(() =>
      verifyAuthenticationResponse({
        response,
        ...siteOf(app),
        expectedChallenge: wasAsked(app, tx, null),
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
        requireUserVerification: true,
      }),
    );
    if (!checked?.verified) return undefined;
    const { newCounter } = checked.authenticationInfo;
    await recordPasskeyUsed(tx, id, { counter: newCounter, usedAt: app.now() });
    return enter(app, tx, { email, onward }, cookies, 'signed in with a passkey');
  });

/** Names one of somebody’s passkeys; false when they have none of this id. */
export const namePasskey = (app: App, staff: string, id: string, name: string): Promise<boolean> =>
  writePasskeyName(app.database, { email: staff, id, name });

/** Removes one of somebody’s passkeys; false when they have none of this id. */
export const removePasskey = (app: App, staff: string, id: string): Promise<boolean> =>
  app.database.transaction(async (tx) => {
    const gone = await deletePasskey(tx, staff, id);
    if (gone) await auditAct(app, tx, { staff, act: 'passkey removed' });
    return gone;
  });
