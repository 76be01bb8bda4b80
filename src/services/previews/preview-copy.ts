import { lockName } from '#data/advisory-locks.ts';
import {
  emptyCopy,
  findOrigin,
  findPreviewSecret,
  writeLiveHost,
} from '#data/preview-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { PreviewNotEmptiedError } from './preview-error.ts';

/** The host of a database’s address. One host is reached with a pool before it, `-pooler` in its name, and without. */
export const hostOf = (url: string): string => new URL(url).hostname.replace('-pooler', '');

const asText = (secret: Uint8Array) => Buffer.from(secret).toString('base64url');

/** The keys of a preview and its first content come from these. */
export interface Copy {
  /** 32 random bytes, as text. */
  secret: string;
  /** It has only just been emptied. */
  isNew: boolean;
}

/**
 * Sees to it that the database of a preview, a copy of the live one at first, holds nothing of anybody: it is emptied
 * once, whole or not at all. Throws PreviewNotEmptiedError where it could be the live database itself: at a host that
 * the live site reaches its own at, or with cases in it while no live site has said where its own is.
 */
export async function prepareCopy(
  app: Pick<App, 'database' | 'now' | 'log' | 'randomBytes'>,
  url: string,
): Promise<Copy> {
  const { database, now, randomBytes } = app;
  const known = await findPreviewSecret(database);
  if (known) return { secret: asText(known), isNew: false };
  return transactionRetried(app, async (tx) => {
    // Two that come at once: the second waits, and finds that it is done.
    await lockName(tx, 'preview');
    const meanwhile = await findPreviewSecret(tx);
    if (meanwhile) return { secret: asText(meanwhile), isNew: false };
    const { hasCases, hosts } = await findOrigin(tx);
    if (hosts.includes(hostOf(url))) {
      throw new PreviewNotEmptiedError(
        'This preview reaches the live database. It must have its own.',
      );
    }
    if (hasCases && hosts.length === 0) {
      throw new PreviewNotEmptiedError(
        'The live site has not said yet where its database is: its schedules do, once they have run.',
      );
    }
    const secret = randomBytes(32);
    await emptyCopy(tx, secret, now());
    return { secret: asText(secret), isNew: true };
  });
}

/** Notes where the live database is, so that no preview ever empties it. For the live site’s schedules. */
export const noteLiveDatabase = (app: App): Promise<void> =>
  app.database.transaction((tx) =>
    writeLiveHost(tx, hostOf(app.environment.NETLIFY_DB_URL), app.now()),
  );
