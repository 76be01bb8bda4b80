import { type AuditTold, findAuditBeside, findAuditLines } from '#data/audit-repository.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { marksOf, staffList } from './staff.ts';

/** How many lines stand on one page of a day. */
const PAGE_LENGTH = 100;

/** A line of the audit; `staff` is the address of who did it, where they are on the staff list still. */
export interface AuditLineRead extends Omit<AuditTold, 'actor'> {
  by: { kind: 'staff'; staff: string } | { kind: 'left' } | { kind: 'nobody' };
}

/** The audit of one London day, the newest line first, and where there is more. Days count from 1 January 1970. */
export interface AuditDay {
  lines: readonly AuditLineRead[];
  /** The line after which the next page of the same day begins, if there is one. */
  more: number | undefined;
  earlier: number | undefined;
  later: number | undefined;
}

const dayAt = (at: Date | undefined) => at && wallClockAt(at.getTime()).day;

/** The audit of one London day. It holds marks, which name nobody; those on the staff list are known by theirs. */
export async function readAudit(
  app: App,
  day: number,
  before: number | undefined,
): Promise<AuditDay> {
  const from = new Date(instantAt(day, 0));
  // A day may have 25 hours.
  const to = new Date(instantAt(day + 1, 0));
  const rows = await findAuditLines(app.database, { from, to, before }, PAGE_LENGTH + 1);
  const marks = new Map(
    staffList(app).flatMap((staff) => marksOf(app, staff).map((mark) => [mark, staff] as const)),
  );
  const byOf = (actor: string | null): AuditLineRead['by'] => {
    if (actor === null) return { kind: 'nobody' };
    const staff = marks.get(actor);
    return staff === undefined ? { kind: 'left' } : { kind: 'staff', staff };
  };
  const lines = rows.slice(0, PAGE_LENGTH);
  const { earlier, later } = await findAuditBeside(app.database, { from, to });
  return {
    lines: lines.map(({ actor, ...line }) => ({ ...line, by: byOf(actor) })),
    more: rows.length > PAGE_LENGTH ? lines.at(-1)?.id : undefined,
    earlier: dayAt(earlier),
    later: dayAt(later),
  };
}
