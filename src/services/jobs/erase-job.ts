import {
  casesOutOfTouch,
  casesQuarantined,
  deleteCallsQuarantined,
  deleteWhatIsOver,
} from '#data/retention-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { type ErasureAct, eraseCase } from '../cases/erase-case.ts';
import { forgetSessions } from '../desk/session.ts';

/** Erases cases, each in a transaction of its own; returns how many had not gone already. */
async function eraseEach(app: App, due: readonly { id: string }[], act: ErasureAct) {
  let erased = 0;
  for (const one of due) {
    if (await transactionRetried(app, (tx) => eraseCase(app, tx, one, act))) erased += 1;
  }
  return erased;
}

/** Erases every case, and every call in quarantine, whose time is over (settings: retention); returns how many cases. Safe to run again. */
export async function eraseOld(app: App): Promise<number> {
  const { retention } = app.site.settings;
  const months = retention['months-after-last-contact'];
  const days = retention['quarantine-days'];
  const outOfTouch = await casesOutOfTouch(app.database, app.now(), months);
  let erased = await eraseEach(app, outOfTouch, 'kept long enough');
  const quarantined = await casesQuarantined(app.database, app.now(), days);
  erased += await eraseEach(app, quarantined, 'quarantined long enough');
  await deleteCallsQuarantined(app.database, app.now(), days);
  await deleteWhatIsOver(app.database, app.now());
  await forgetSessions(app);
  return erased;
}
