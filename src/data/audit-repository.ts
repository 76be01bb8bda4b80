import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  max,
  min,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { audit, cases } from './schema.ts';

/** One line of the audit: what was done when, to which case, and a mark of who of the staff did it. No personal data. */
export type AuditLine = Omit<typeof audit.$inferInsert, 'id'>;

/** Writes lines of the audit, in their order, inside the transaction of what they say was done. */
export async function insertAudit(tx: Transaction, ...lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0) await tx.insert(audit).values([...lines]);
}

/** Writes a line about a case unless the same person has one of the same act about it since an instant. */
export async function insertAuditUnlessSince(
  tx: Transaction,
  { at, act, reference, actor }: { at: Date; act: string; reference: string; actor: string },
  since: Date,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO ${audit} (at, act, reference, actor)
    SELECT ${at}::timestamptz, ${act}::text, ${reference}::text, ${actor}::text
    WHERE NOT EXISTS (
      SELECT FROM ${audit} a WHERE a.act = ${act} AND a.reference = ${reference}
        AND a.actor = ${actor} AND a.at > ${since})`);
}

/** A line as the audit page tells of it; `kept`: the case it is about is still there. */
export type AuditTold = Pick<
  typeof audit.$inferSelect,
  'id' | 'at' | 'act' | 'reference' | 'actor'
> & {
  kept: boolean;
};

/** Whose lines are asked for, by their marks: those of some of the staff, of others, or of nobody at all. */
export type AuditActor =
  | { kind: 'one of' | 'none of'; marks: readonly string[] }
  | { kind: 'nobody' };

/** Which lines are asked for, besides when they were written. */
interface AuditFilter {
  reference?: string | undefined;
  actor?: AuditActor | undefined;
}

function isBy(actor: AuditActor | undefined): SQL | undefined {
  if (actor === undefined) return undefined;
  if (actor.kind === 'nobody') return isNull(audit.actor);
  const marks = [...actor.marks];
  return actor.kind === 'one of' ? inArray(audit.actor, marks) : notInArray(audit.actor, marks);
}

const isAsked = ({ reference, actor }: AuditFilter): SQL | undefined =>
  and(reference === undefined ? undefined : eq(audit.reference, reference), isBy(actor));

/** Lines of the audit, in a stretch of time if one is given, the newest first: at most `most`, beginning after the line `before`. */
export const findAuditLines = async (
  tx: Transaction,
  {
    within,
    before,
    ...filter
  }: AuditFilter & { within: { from: Date; to: Date } | undefined; before: number | undefined },
  most: number,
): Promise<AuditTold[]> =>
  tx
    .select({
      ...{ id: audit.id, at: audit.at, act: audit.act, reference: audit.reference },
      actor: audit.actor,
      kept: sql<boolean>`${cases.id} IS NOT NULL`,
    })
    .from(audit)
    .leftJoin(cases, eq(cases.reference, audit.reference))
    .where(
      and(
        within && gte(audit.at, within.from),
        within && lt(audit.at, within.to),
        isAsked(filter),
        before === undefined ? undefined : lt(audit.id, before),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(most);

/** When the last line before a stretch of time was written, and the first one after it, if there are any. */
export async function findAuditBeside(
  tx: Transaction,
  { from, to, ...filter }: AuditFilter & { from: Date; to: Date },
): Promise<{ earlier: Date | undefined; later: Date | undefined }> {
  const asked = isAsked(filter);
  const [before] = await tx
    .select({ at: max(audit.at) })
    .from(audit)
    .where(and(lt(audit.at, from), asked));
  const [after] = await tx
    .select({ at: min(audit.at) })
    .from(audit)
    .where(and(gte(audit.at, to), asked));
  return { earlier: before?.at ?? undefined, later: after?.at ?? undefined };
}
