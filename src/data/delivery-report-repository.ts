import { eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { deliveryReports, messages } from './schema.ts';

/** A report about a message; when it was made is text of the mail service, which may be finer than a millisecond. */
type NewReport = Omit<typeof deliveryReports.$inferInsert, 'reportedAt'> & { reportedAt: string };

/** Keeps a report, once however often it comes. */
export async function insertDeliveryReport(tx: Transaction, report: NewReport): Promise<void> {
  await tx
    .insert(deliveryReports)
    .values({ ...report, reportedAt: sql`${report.reportedAt}` })
    .onConflictDoNothing({ target: deliveryReports.id });
}

/** Deletes what the mail service reported about the messages of a case: to be done before the messages go. */
export async function deleteReportsOfCase(tx: Transaction, caseId: string): Promise<void> {
  const sent = tx
    .select({ providerId: messages.providerId })
    .from(messages)
    .where(eq(messages.caseId, caseId));
  await tx.delete(deliveryReports).where(inArray(deliveryReports.providerId, sent));
}
