import { insertAudit } from '#data/audit-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { App } from '../app.ts';
import { markOf } from './staff.ts';

/** Notes in the audit, in `tx`, what staff did, to which case if to one, and a mark of who; no personal data. */
export const auditAct = (
  app: App,
  tx: Transaction,
  { staff, act, reference }: { staff: string; act: string; reference?: string },
): Promise<void> =>
  insertAudit(tx, { at: app.now(), act, reference: reference ?? null, actor: markOf(app, staff) });
