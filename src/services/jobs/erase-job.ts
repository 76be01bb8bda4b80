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
import { eachAlone } from '../each-alone.ts';

/** Erases cases, each in a transaction of its own, for as long as there is time; returns how many had not gone already. */
async function eraseEach(
  app: App,
  due: readonly { id: string }[],
  { act, until }: { act: ErasureAct; until: number },
) {
  let erased = 0;
  const fault = await eachAlone(app, due, async (one) => {
    if (performance.now() >= until) return;
    const ended = await transactionRetried(app, (tx) => eraseCase(app, tx, one, act));
    if (ended === 'erased') erased += 1;
  });
  return { erased, fault };
}

/** Erases calls in quarantine that joined a case which is not: they go as a case of their own would. */
const eraseCallsQuarantined = (app: App, days: number) =>
  transactionRetried(app, async (tx) => {
    const at = app.now();
    const references = await deleteCallsQuarantined(tx, at, days);
    const act = 'call quarantined long enough';
    await insertAudit(tx, ...references.map((reference) => ({ at, act, reference })));
  });

/** Deletes what is over, one batch after another. */
async function deleteOld(app: App, until: number): Promise<void> {
  while (await deleteWhatIsOver(app.database, app.now())) {
    if (performance.now() >= until) return;
  }
}

/**
 * Erases every case, and every call in quarantine, whose time is over (settings: retention), but for those on hold and
 * complaints that are open, until performance.now()
 * is `until`; what is left then is the next run's. Returns how many cases. A case that cannot be erased holds up no
 * other, and the run throws what it met once all are done. Safe to run again.
 */
export async function eraseOld(app: App, until = Number.POSITIVE_INFINITY): Promise<number> {
  const { retention } = app.site.settings;
  const months = retention['months-after-last-contact'];
  const days = retention['quarantine-days'];
  const old = await eraseEach(app, await casesOutOfTouch(app.database, app.now(), months), {
    act: 'kept long enough',
    until,
  });
  const quarantined = await eraseEach(app, await casesQuarantined(app.database, app.now(), days), {
    act: 'quarantined long enough',
    until,
  });
  await eraseCallsQuarantined(app, days);
  await deleteOld(app, until);
  await forgetSessions(app);
  await forgetCalendars(app);
  const fault = old.fault ?? quarantined.fault;
  if (fault) throw fault.error;
  return old.erased + quarantined.erased;
}
