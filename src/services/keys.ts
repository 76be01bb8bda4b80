import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Environment } from './environment.ts';

/** What a key opens. */
export type Purpose = 'case' | 'booking' | 'feed' | 'staff' | 'delivery';

/** Everything LINK_SECRET is used for. Each has a key of its own, from which neither the secret nor another can be had. */
export type Use =
  | Purpose
  | 'counts'
  | 'locks'
  | 'codes'
  | 'forms'
  | 'posts'
  | 'passkey'
  | 'calendars';

/** The secrets of links: that by which they are written, and that of before, whose links open while it is still set. */
export type LinkSecrets = Pick<Environment, 'LINK_SECRET' | 'LINK_SECRET_PREVIOUS'>;

const SALT = 'reflective practice groups';

const derived = new Map<string, Buffer>();

/** The key of one use, 32 bytes: HKDF-SHA256 of a secret (RFC 5869). Made once for a process. */
export function subkey(secret: string, use: Use): Buffer {
  const name = `${use}|${secret}`;
  const known = derived.get(name) ?? Buffer.from(hkdfSync('sha256', secret, SALT, use, 32));
  derived.set(name, known);
  return known;
}

/**
 * The key to one thing: HMAC-SHA256 of its id and generation under the key of its purpose, in base64url. It can be
 * written again, so it is never stored; raising the generation revokes it.
 */
export const keyFor = (secret: string, purpose: Purpose, id: string, generation: number): string =>
  createHmac('sha256', subkey(secret, purpose)).update(`${id}|${generation}`).digest('base64url');

/** The same as keys were made before each purpose had a key of its own. */
const undividedKeyFor = (
  secret: string,
  purpose: Purpose,
  id: string,
  generation: number,
): string =>
  createHmac('sha256', secret).update(`${purpose}|${id}|${generation}`).digest('base64url');

/** The secrets in use, the one that is written with first. */
export const secretsOf = ({ LINK_SECRET, LINK_SECRET_PREVIOUS }: LinkSecrets): string[] =>
  LINK_SECRET_PREVIOUS === undefined ? [LINK_SECRET] : [LINK_SECRET, LINK_SECRET_PREVIOUS];

/** Every key that opens a thing, the one that is written now first: those of the secret before it, and of the older way, open too. */
export const keysFor = (
  secrets: LinkSecrets,
  purpose: Purpose,
  id: string,
  generation: number,
): string[] =>
  secretsOf(secrets).flatMap((secret) => [
    keyFor(secret, purpose, id, generation),
    undividedKeyFor(secret, purpose, id, generation),
  ]);

/** What is stored of a key, and looked up: its SHA-256, 32 bytes. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const same = (one: string, other: string): boolean =>
  timingSafeEqual(hashOf(one), hashOf(other));

/** Whether a text is one of several, in a time that tells neither which nor where it differs. */
export const isOneOf = (text: string, all: readonly string[]): boolean =>
  all.filter((one) => same(text, one)).length > 0;

/** What a sentence may leave on the end of an address, and how long the two can be: a longer text is no key. */
const STRAY = /(?:[.)>,]|%3E)+$/i;
const LONGEST_ADDRESSED = 100;

/** A key as an address carried it, without what a sentence or angle brackets around the address left on its end. */
export const withoutStray = (text: string): string =>
  text.length > LONGEST_ADDRESSED ? text : text.replace(STRAY, '');

/** Whether `text` has the shape of a key: 43 characters of base64url. */
export const isKeyShaped = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
