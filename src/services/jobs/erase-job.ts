import { insertAudit } from '#data/audit-repository.ts';
import { deleteCallsQuarantined } from '#data/retention-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { type ErasureAct, eraseCase } from '../cases/erase-case.ts';
import { forgetSessions } from '../desk/session.ts';

interface DueRow {
  id: string;
}

/** One rule of retention: the audit's words for it, and the SQL that finds what it ends. */
const RULES: readonly (readonly [ErasureAct, sql: string])[] = [
  [
    'kept long enough',
    `SELECT id FROM cases WHERE last_contact_at < $1::timestamptz - make_interval(months => $2)`,
  ],
  [
    'quarantined long enough',
    `SELECT id FROM cases WHERE quarantined_at < $1::timestamptz - make_interval(days => $2)`,
  ],
];

/** Erases calls in quarantine that joined a case which is not: they go as a case of their own would. */
const eraseCallsQuarantined = (app: App, days: number) =>
  transactionRetried(app, async (tx) => {
    const at = app.now();
    const references = await deleteCallsQuarantined(tx, at, days);
    const act = 'call quarantined long enough';
    await insertAudit(tx, ...references.map((reference) => ({ at, act, reference })));
  });

/** Posts are recognised as repeats for a day at most; then their fingerprints go too. So do links to sign in, and blocks that are long over. */
const FORGET = [
  `DELETE FROM submissions WHERE created_at < $1::timestamptz - interval '1 day'`,
  `DELETE FROM delivery_reports r WHERE received_at < $1::timestamptz - interval '1 day'
     AND NOT EXISTS (SELECT FROM messages m WHERE m.provider_id = r.provider_id)`,
  `DELETE FROM blocks WHERE ends_at < $1::timestamptz - interval '30 days'`,
  `DELETE FROM desk_links WHERE created_at < $1::timestamptz - interval '1 day'`,
  `DELETE FROM messages WHERE case_id IS NULL AND coalesce(sent_at, failed_at) < $1::timestamptz - interval '30 days'`,
];

/** Erases every case, and every call in quarantine, whose time is over (settings: retention); returns how many cases. Safe to run again. */
export async function eraseOld(app: App): Promise<number> {
  const { retention } = app.site.settings;
  const kept = [retention['months-after-last-contact'], retention['quarantine-days']];
  let erased = 0;
  for (const [index, [act, sql]] of RULES.entries()) {
    for (const due of await app.database.query<DueRow>(sql, [app.now(), kept[index]])) {
      if (await transactionRetried(app, (tx) => eraseCase(app, tx, due, act))) erased += 1;
    }
  }
  await eraseCallsQuarantined(app, retention['quarantine-days']);
  for (const sql of FORGET) await app.database.query(sql, [app.now()]);
  await forgetSessions(app);
  return erased;
}
