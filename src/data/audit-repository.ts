import type { Transaction } from './client.ts';
import { audit } from './schema.ts';

/** One line of the audit: what was done when, to which case, and a mark of who of the staff did it. No personal data. */
export type AuditLine = Omit<typeof audit.$inferInsert, 'id'>;

/** Writes lines of the audit, in their order, inside the transaction of what they say was done. */
export async function insertAudit(tx: Transaction, ...lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0) await tx.insert(audit).values([...lines]);
}
