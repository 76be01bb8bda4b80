import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a key opens. */
export type Purpose = 'case' | 'booking' | 'feed' | 'staff' | 'delivery';

/**
 * The key to one thing: HMAC-SHA256 of purpose, id and generation under LINK_SECRET, in base64url
 *. It can be written again, so it is never stored; raising the generation revokes it.
 */
export const keyFor = (secret: string, purpose: Purpose, id: string, generation: number): string =>
  createHmac('sha256', secret).update(`${purpose}|${id}|${generation}`).digest('base64url');

/** What is stored of a key, and looked up: its SHA-256, 32 bytes. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const same = (one: string, other: string): boolean =>
  timingSafeEqual(hashOf(one), hashOf(other));

/** A key as an address carried it, without what a sentence or angle brackets around the address left on its end. */
export const withoutStray = (text: string): string => text.replace(/(?:[.)>,]|%3E)+$/i, '');

/** Whether `text` has the shape of a key: 43 characters of base64url. */
export const isKeyShaped = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
