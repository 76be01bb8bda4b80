import type { App } from '../app.ts';
import { hashOf, keysFor } from '../keys.ts';

/** A thing that a link opens, as it is kept: what its key is made from and, where it has been read, what it is found by. */
export interface Linked {
  id: string;
  keyGeneration: number;
  keyHash?: Uint8Array | undefined;
}

const keysOf = ({ environment }: App, of: 'case' | 'booking', { id, keyGeneration }: Linked) =>
  keysFor(environment, of, id, keyGeneration);

/**
 * The key that the link to a thing carries: the one it is found by, whichever secret made that, so that a link that is
 * written again while LINK_SECRET is changed opens; and for a new thing, that of the secret in use.
 */
export function linkKeyOf(app: App, of: 'case' | 'booking', linked: Linked): string {
  const keys = keysOf(app, of, linked);
  const { keyHash } = linked;
  const found = keyHash && keys.find((key) => hashOf(key).equals(keyHash));
  return found ?? keys[0] ?? '';
}

/** Whether a key opens a thing: it is one that a secret in use makes for it. */
export const opensLinked = (
  app: App,
  of: 'case' | 'booking',
  key: string,
  linked: Linked,
): boolean => keysOf(app, of, linked).some((one) => hashOf(one).equals(hashOf(key)));

/** What a thing is found by once its link is written with the secret in use; undefined where it is already. */
export function renewedHash(
  app: App,
  of: 'case' | 'booking',
  linked: Linked & { keyHash: Uint8Array },
): Buffer | undefined {
  const [key = ''] = keysOf(app, of, linked);
  const hash = hashOf(key);
  return hash.equals(linked.keyHash) ? undefined : hash;
}
