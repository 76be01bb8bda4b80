import {
  forgetHashesBefore,
  type LinkTable,
  linkedAfter,
  renewKeyHash,
} from '#data/link-key-repository.ts';
import type { App } from '../app.ts';
import { renewedHash } from '../cases/link-key.ts';

const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

async function renew(app: App, of: LinkTable): Promise<number> {
  let renewed = 0;
  for (let after = FIRST; ; ) {
    const rows = await linkedAfter(app.database, of, after, AT_ONCE);
    for (const row of rows) {
      const hash = renewedHash(app, of, row);
      if (!hash) continue;
      await renewKeyHash(app.database, of, { id: row.id, before: row.keyHash, hash });
      renewed += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return renewed;
    after = last.id;
  }
}

/**
 * While LINK_SECRET_PREVIOUS is set, makes every link one of LINK_SECRET; those that were written with the secret before
 * open all the same. Once that setting is gone, what they were found by is forgotten, and they open nothing.
 */
export async function renewLinks(app: App): Promise<void> {
  if (app.environment.LINK_SECRET_PREVIOUS === undefined) {
    await forgetHashesBefore(app.database);
    return;
  }
  const renewed = (await renew(app, 'case')) + (await renew(app, 'booking'));
  if (renewed > 0)
    app.log(`${renewed} links are of the new LINK_SECRET; those of before open still.`);
}
