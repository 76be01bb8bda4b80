import { insertAudit } from '#data/audit-repository.ts';
import {
  casesOutOfTouch,
  casesQuarantined,
  deleteCallsQuarantined,
  deleteWhatIsOver,
} from '#data/retention-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { forgetCalendars } from '../calendars/staff-calendars.ts';
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

/** Erases calls in quarantine that joined a case which is not: they go as a case of their own would. */
const eraseCallsQuarantined = (app: App, days: number) =>
  transactionRetried(app, async (tx) => {
    const at = app.now();
    const references = await deleteCallsQuarantined(tx, at, days);
    const act = 'call quarantined long enough';
    await insertAudit(tx, ...references.map((reference) => ({ at, act, reference })));
  });

/** Erases every case, and every call in quarantine, whose time is over (settings: retention); returns how many cases. Safe to run again. */
export async function eraseOld(app: App): Promise<number> {
  const { retention } = app.site.settings;
  const months = retention['months-after-last-contact'];
  const days = retention['quarantine-days'];
  const outOfTouch = await casesOutOfTouch(app.database, app.now(), months);
  let erased = await eraseEach(app, outOfTouch, 'kept long enough');
  const quarantined = await casesQuarantined(app.database, app.now(), days);
  erased += await eraseEach(app, quarantined, 'quarantined long enough');
  await eraseCallsQuarantined(app, days);
  await deleteWhatIsOver(app.database, app.now());
  await forgetSessions(app);
  await forgetCalendars(app);
  return erased;
}
