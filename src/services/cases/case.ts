import { type Case, findCaseByKeyHash, insertCase, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { makeReference } from '#domain/reference.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped } from '../keys.ts';
import { type Linked, linkKeyOf, opensLinked } from './link-key.ts';

/** Cases as they are kept, for services and pages alike. */
export {
  type Case,
  findCase,
  findCaseByReference,
  lockCase,
  releaseFromQuarantine,
} from '#data/case-repository.ts';

/** The key of a case, which its link carries. */
export const keyOf = (app: App, about: Linked): string => linkKeyOf(app, 'case', about);

/** The path of a case's own page; anyone who has it can see and change the case. */
export const pathOf = (app: App, about: Linked): string => `/your-enquiry/${keyOf(app, about)}/`;

/** The absolute address of a case's own page. */
export const linkOf = (app: App, about: Linked): string => app.environment.URL + pathOf(app, about);

/** The same page, saying that a form which was sent before has corrected what it had sent. */
export const correctedLink = (app: App, about: Linked): string =>
  `${linkOf(app, about)}?done=corrected`;

/**
 * Opens a case in `tx`, with a reference no other case has. It keeps the version of the privacy notice that its person
 * was shown, unless staff opened it for one who was shown none.
 */
export async function openCase(
  app: App,
  tx: Transaction,
  quarantined: boolean,
  { byHand = false } = {},
): Promise<Case> {
  const id = app.uuid();
  const keyHash = hashOf(keyOf(app, { id, keyGeneration: 0 }));
  const at = app.now();
  const privacyNotice = byHand ? undefined : app.site.privacyNotice;
  for (;;) {
    const reference = makeReference(app.randomBytes);
    const opened = await insertCase(tx, { id, reference, keyHash, at, privacyNotice }, quarantined);
    if (opened) return opened;
  }
}

/** The case a key opens, if it opens one. */
export async function findCaseByKey(
  app: App,
  key: string,
  tx: Transaction = app.database,
): Promise<Case | undefined> {
  if (!isKeyShaped(key)) return undefined;
  const found = await findCaseByKeyHash(tx, hashOf(key));
  return found && opensLinked(app, 'case', key, found) ? found : undefined;
}

/** The case a key opens, locked until `tx` ends, if it opens one. */
export async function lockCaseByKey(
  app: App,
  tx: Transaction,
  key: string,
): Promise<Case | undefined> {
  const found = await findCaseByKey(app, key, tx);
  return found && lockCase(tx, found.id);
}
