import type { Transaction } from '#data/client.ts';
import { makeReference } from '#domain/reference.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped, keyFor, same } from '../keys.ts';

/** One case: what one enquirer and the service have between them. */
export interface Case {
  id: string;
  reference: string;
  keyGeneration: number;
  createdAt: Date;
  quarantinedAt: Date | undefined;
  /** When anything was last done about it, by the person or by staff. */
  latestActAt: Date;
}

interface CaseRow {
  id: string;
  reference: string;
  key_generation: number;
  created_at: Date;
  quarantined_at: Date | null;
  latest_act_at: Date;
}

const COLUMNS = 'id, reference, key_generation, created_at, quarantined_at, latest_act_at';

const fromRow = (row: CaseRow): Case => ({
  id: row.id,
  reference: row.reference,
  keyGeneration: row.key_generation,
  createdAt: row.created_at,
  quarantinedAt: row.quarantined_at ?? undefined,
  latestActAt: row.latest_act_at,
});

/** The key of a case, which its link carries. */
export const keyOf = (
  app: App,
  { id, keyGeneration }: Pick<Case, 'id' | 'keyGeneration'>,
): string => keyFor(app.environment.LINK_SECRET, 'case', id, keyGeneration);

/** The path of a case's own page; anyone who has it can see and change the case. */
export const pathOf = (app: App, about: Pick<Case, 'id' | 'keyGeneration'>): string =>
  `/your-enquiry/${keyOf(app, about)}/`;

/** The absolute address of a case's own page. */
export const linkOf = (app: App, about: Pick<Case, 'id' | 'keyGeneration'>): string =>
  app.environment.URL + pathOf(app, about);

/** Opens a case in `tx`, with a reference no other case has. */
export async function openCase(app: App, tx: Transaction, quarantined: boolean): Promise<Case> {
  const id = app.uuid();
  const keyHash = hashOf(keyOf(app, { id, keyGeneration: 0 }));
  const now = app.now();
  for (;;) {
    const [row] = await tx.query<CaseRow>(
      `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at, quarantined_at)
       VALUES ($1, $2, $3, $4, $4, $4, $5) ON CONFLICT (reference) DO NOTHING RETURNING ${COLUMNS}`,
      [id, makeReference(app.randomBytes), keyHash, now, quarantined ? now : null],
    );
    if (row) return fromRow(row);
  }
}

/** The case with this id, if it is still kept. */
export async function findCase(tx: Transaction, id: string): Promise<Case | undefined> {
  const [row] = await tx.query<CaseRow>(`SELECT ${COLUMNS} FROM cases WHERE id = $1`, [id]);
  return row && fromRow(row);
}

/** The case with this reference, if it is still kept. For staff alone: a reference opens nothing to anybody else. */
export async function findCaseByReference(
  tx: Transaction,
  reference: string,
): Promise<Case | undefined> {
  const [row] = await tx.query<CaseRow>(`SELECT ${COLUMNS} FROM cases WHERE reference = $1`, [
    reference,
  ]);
  return row && fromRow(row);
}

/**
 * The case with this id, if it is still kept; anyone else who would change it, or anything in it, waits
 * until `tx` ends. Changing a call begins with this, so that changes to one case never collide.
 */
export async function lockCase(tx: Transaction, id: string): Promise<Case | undefined> {
  const [row] = await tx.query<CaseRow>(
    `SELECT ${COLUMNS} FROM cases WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row && fromRow(row);
}

/** The case a key opens, if it opens one. */
export async function findCaseByKey(
  app: App,
  key: string,
  tx: Transaction = app.database,
): Promise<Case | undefined> {
  if (!isKeyShaped(key)) return undefined;
  const [row] = await tx.query<CaseRow>(`SELECT ${COLUMNS} FROM cases WHERE key_hash = $1`, [
    hashOf(key),
  ]);
  const found = row && fromRow(row);
  return found && same(key, keyOf(app, found)) ? found : undefined;
}

/** More cases than one person opens: what is left out can still be asked for by telephone. */
const MOST_CASES = 20;

/**
 * The cases an address has written to us from or booked a call with, newest first, at most 20; those in
 * quarantine stay there.
 */
export async function findCasesByEmail(tx: Transaction, email: string): Promise<Case[]> {
  const rows = await tx.query<CaseRow>(
    `SELECT ${COLUMNS} FROM cases
     WHERE quarantined_at IS NULL AND id IN (
       SELECT case_id FROM enquiries WHERE lower(email) = lower($1)
       UNION
       SELECT case_id FROM bookings WHERE lower(email) = lower($1) AND quarantined_at IS NULL)
     ORDER BY created_at DESC, id LIMIT ${MOST_CASES}`,
    [email],
  );
  return rows.map(fromRow);
}

/** Takes a case out of quarantine. Its calls are released each for itself. */
export const releaseFromQuarantine = (tx: Transaction, id: string): Promise<unknown> =>
  tx.query('UPDATE cases SET quarantined_at = NULL WHERE id = $1', [id]);

/** The same page, saying that a form which was sent before has corrected what it had sent. */
export const correctedLink = (app: App, about: Pick<Case, 'id' | 'keyGeneration'>): string =>
  `${linkOf(app, about)}?done=corrected`;
