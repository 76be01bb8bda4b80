import { asc, eq, sql } from 'drizzle-orm';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { Transaction } from './client.ts';
import { deliveryReports, messages, withheldMail } from './schema.ts';

/** The reports that say a message never reached its mailbox (Resend’s event types). */
export const NOT_ARRIVED = ['email.bounced', 'email.failed', 'email.suppressed'] as const;

type Report = typeof deliveryReports;

/** The first moment of the reports of some types about a message: when a thing was so, or when we were told. */
const first = (
  moment: Report['reportedAt'] | Report['receivedAt'],
  types: readonly string[],
) => sql<Date | null>`(
  SELECT min(r.${sql.identifier(moment.name)}) FROM ${deliveryReports} r
  WHERE r.provider_id = ${messages}.provider_id AND r.type IN ${types})`;

/** The mail about a case that was not written, because the address had had as many as one gets. */
async function withheldOf(tx: Transaction, caseId: string): Promise<CaseMail[]> {
  const rows = await tx
    .select({ kind: withheldMail.kind, at: withheldMail.at, bookingId: withheldMail.bookingId })
    .from(withheldMail)
    .where(eq(withheldMail.caseId, caseId))
    .orderBy(asc(withheldMail.id));
  return rows.map(({ kind, at, bookingId }) => ({
    kind,
    audience: 'enquirer',
    bookingId: bookingId ?? undefined,
    at: at.getTime(),
    attempts: 0,
    withheldAt: at.getTime(),
  }));
}

/** The mail about a case and what became of it, in the order it was enqueued or withheld. */
export async function mailOfCase(tx: Transaction, caseId: string): Promise<CaseMail[]> {
  const { kind, audience, bookingId, createdAt, attempts, sentAt, failedAt, failure } = messages;
  const rows = await tx
    .select({
      ...{ kind, audience, bookingId, createdAt, attempts, sentAt, failedAt, failure },
      deliveredAt: first(deliveryReports.reportedAt, ['email.delivered']),
      returnedAt: first(deliveryReports.reportedAt, NOT_ARRIVED),
      returnKnownAt: first(deliveryReports.receivedAt, NOT_ARRIVED),
    })
    .from(messages)
    .where(eq(messages.caseId, caseId))
    .orderBy(asc(messages.place));
  const written = rows.map((row) => ({
    kind: row.kind,
    audience: row.audience,
    bookingId: row.bookingId ?? undefined,
    at: row.createdAt.getTime(),
    attempts: row.attempts,
    sentAt: row.sentAt?.getTime(),
    deliveredAt: row.deliveredAt?.getTime(),
    returnedAt: row.returnedAt?.getTime(),
    returnKnownAt: row.returnKnownAt?.getTime(),
    failedAt: row.failedAt?.getTime(),
    failure: row.failure ?? undefined,
  }));
  const withheld = await withheldOf(tx, caseId);
  return [...written, ...withheld].sort((one, other) => one.at - other.at);
}
