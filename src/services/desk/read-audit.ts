import {
  type AuditActor,
  type AuditTold,
  findAuditBeside,
  findAuditLines,
} from '#data/audit-repository.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { marksOf, staffList } from './staff.ts';

/** How many lines stand on one page. */
const PAGE_LENGTH = 100;

/** A line of the audit; `staff` is the address of who did it, where they are on the staff list still. */
export interface AuditLineRead extends Omit<AuditTold, 'actor'> {
  by: { kind: 'staff'; staff: string } | { kind: 'left' } | { kind: 'nobody' };
}

/** Whose lines can be asked for besides those of one of the staff: of those who left the list, and of nobody at the desk. */
export const LEFT = 'left';
export const NOT_STAFF = 'not-staff';

/** What is asked of the audit: the lines of a day, about a case, or both; `who` is an address on the staff list, `LEFT` or `NOT_STAFF`. */
export interface AuditAsked {
  /** A London day, in days since 1 January 1970. */
  day?: number | undefined;
  reference?: string | undefined;
  who?: string | undefined;
  /** The line that the page before ended with. */
  before?: number | undefined;
}

/** Lines of the audit, the newest first, and where there is more. Days count from 1 January 1970. */
export interface AuditRead {
  lines: readonly AuditLineRead[];
  /** The line after which the next page begins, if there is one. */
  more: number | undefined;
  earlier: number | undefined;
  later: number | undefined;
}

const dayAt = (at: Date | undefined) => at && wallClockAt(at.getTime()).day;

const byAddress = (app: App) =>
  new Map(staffList(app).map((staff) => [staff, marksOf(app, staff)] as const));

function actorOf(app: App, who: string | undefined): AuditActor | undefined {
  if (who === undefined) return undefined;
  if (who === NOT_STAFF) return { kind: 'nobody' };
  const marks = byAddress(app);
  if (who === LEFT) return { kind: 'none of', marks: [...marks.values()].flat() };
  return { kind: 'one of', marks: marks.get(who) ?? [] };
}

/** A day may have 23 or 25 hours. */
const hoursOf = (day: number) => ({
  from: new Date(instantAt(day, 0)),
  to: new Date(instantAt(day + 1, 0)),
});

/** Lines of the audit. It holds marks, which name nobody; those on the staff list are known by theirs. */
export async function readAudit(
  app: App,
  { day, reference, who, before }: AuditAsked,
): Promise<AuditRead> {
  const filter = { reference, actor: actorOf(app, who) };
  const within = day === undefined ? undefined : hoursOf(day);
  const asked = { ...filter, within, before };
  const rows = await findAuditLines(app.database, asked, PAGE_LENGTH + 1);
  const known = new Map(
    [...byAddress(app)].flatMap(([staff, marks]) => marks.map((mark) => [mark, staff] as const)),
  );
  const byOf = (actor: string | null): AuditLineRead['by'] => {
    if (actor === null) return { kind: 'nobody' };
    const staff = known.get(actor);
    return staff === undefined ? { kind: 'left' } : { kind: 'staff', staff };
  };
  const lines = rows.slice(0, PAGE_LENGTH);
  const beside = within && (await findAuditBeside(app.database, { ...within, ...filter }));
  return {
    lines: lines.map(({ actor, ...line }) => ({ ...line, by: byOf(actor) })),
    more: rows.length > PAGE_LENGTH ? lines.at(-1)?.id : undefined,
    earlier: dayAt(beside?.earlier),
    later: dayAt(beside?.later),
  };
}
