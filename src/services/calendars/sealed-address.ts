import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { App } from '../app.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own, so that what is sealed opens nothing else. */
const keyOf = ({ environment }: App) =>
  createHmac('sha256', environment.LINK_SECRET).update('staff-calendar').digest();

/** The address of a calendar as it is kept: nobody who has the database alone can read it, or put one in another’s place. */
export function sealAddress(app: App, staff: string, address: string): Uint8Array {
  const nonce = app.randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(app), nonce).setAAD(Buffer.from(staff));
  const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The address that was sealed for a member of staff; undefined when LINK_SECRET has changed since. */
export function openAddress(app: App, staff: string, sealed: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(app), nonce)
      .setAAD(Buffer.from(staff))
      .setAuthTag(tag);
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
