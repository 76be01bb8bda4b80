import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { App } from '../app.ts';
import { secretsOf, subkey } from '../keys.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key by which an address is sealed from now on. */
const keyOf = ({ environment }: App): Buffer => subkey(environment.LINK_SECRET, 'calendars');

/** The key as it was made before calendars had one by the same rule as every other use of the secret. */
const formerKeyOf = (secret: string): Buffer =>
  createHmac('sha256', secret).update('staff-calendar').digest();

/** Every key by which an address may have been sealed, that in use first. */
const keysOf = ({ environment }: App): Buffer[] =>
  secretsOf(environment).flatMap((secret) => [subkey(secret, 'calendars'), formerKeyOf(secret)]);

/** The address of a calendar as it is kept: nobody who has the database alone can read it, or put one in another’s place. */
export function sealAddress(app: App, staff: string, address: string): Uint8Array {
  const nonce = app.randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(app), nonce).setAAD(Buffer.from(staff));
  const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed under a key for a member of staff; undefined where it was sealed under another, or for somebody else. */
function openWith(key: Buffer, staff: string, sealed: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(staff))
      .setAuthTag(tag);
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The address that was sealed for a member of staff; undefined when no secret that is set opens it any more. */
export function openAddress(app: App, staff: string, sealed: Uint8Array): string | undefined {
  for (const key of keysOf(app)) {
    const address = openWith(key, staff, sealed);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The same address sealed under the key in use; undefined where it is already, or where nothing opens it. */
export function resealed(app: App, staff: string, sealed: Uint8Array): Uint8Array | undefined {
  if (openWith(keyOf(app), staff, sealed) !== undefined) return undefined;
  const address = openAddress(app, staff, sealed);
  return address === undefined ? undefined : sealAddress(app, staff, address);
}
