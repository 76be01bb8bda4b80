import { insertAudit, insertAuditUnlessSince } from '#data/audit-repository.ts';
import type { Transaction } from '#data/client.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { markOf } from './staff.ts';

/** Notes in the audit, in `tx`, what staff did, to which case if to one, and a mark of who; no personal data. */
export const auditAct = (
  app: App,
  tx: Transaction,
  { staff, act, reference }: { staff: string; act: string; reference?: string },
): Promise<void> =>
  insertAudit(tx, { at: app.now(), act, reference: reference ?? null, actor: markOf(app, staff) });

/** Within this, opening a case again is the same reading of it. */
const SAME_READING_MS = 60 * MINUTE;

/**
 * Notes that somebody of the staff read a case, or everything held in it to pass it on: at most one line an hour for
 * one person and case. Who looked is what the audit is asked; how often they went back and forth is not, and a line for
 * each page would bury what was done.
 */
export function auditReading(
  app: App,
  {
    staff,
    act,
    reference,
  }: { staff: string; act: 'case read' | 'case exported'; reference: string },
): Promise<void> {
  const at = app.now();
  const line = { at, act, reference, actor: markOf(app, staff) };
  return insertAuditUnlessSince(app.database, line, new Date(at.getTime() - SAME_READING_MS));
}
