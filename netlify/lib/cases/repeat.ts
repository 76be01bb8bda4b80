import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';
import { hashOf } from '../keys.ts';
import { type Case, findCase } from './case.ts';

const MINUTE = 60_000;

/** The same words on the same route within this are the same post, sent again (service contract, section 3). */
const REPEAT_MS = 10 * MINUTE;

/** How long an Idempotency-Key is remembered. */
const KEY_MS = 24 * 60 * MINUTE;

/** One post, as it is recognised again: its route, its validated words, the caller's key if it gave one. */
export interface Submission {
  route: string;
  value: unknown;
  idempotencyKey?: string | undefined;
}

interface Prints {
  route: string;
  fingerprint: Buffer;
  key: Buffer | null;
}

/** `bookingId` is the call the post booked the first time, if it booked one. */
export type Repeat =
  | { kind: 'new' }
  | { kind: 'repeat'; case: Case; bookingId: string | undefined }
  | { kind: 'key-reused' };

interface SubmissionRow {
  case_id: string;
  booking_id: string | null;
  fingerprint: Buffer;
}

/** Fingerprints are salted with the secret, so that they say nothing about the words. */
function printsOf(app: App, { route, value, idempotencyKey }: Submission): Prints {
  const salted = (text: string) => hashOf(`${app.environment.LINK_SECRET}|${text}`);
  return {
    route,
    fingerprint: salted(JSON.stringify(value)),
    key: idempotencyKey === undefined ? null : salted(idempotencyKey),
  };
}

/** Makes simultaneous posts of the same words, or with the same key, wait for one another until `tx` ends. */
async function queueUp(tx: Transaction, { route, fingerprint, key }: Prints): Promise<void> {
  const locks = [fingerprint, key].filter((print) => print !== null);
  for (const print of locks.sort(Buffer.compare)) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${route}|${print.toString('hex')}`,
    ]);
  }
}

async function findByKey(app: App, tx: Transaction, { route, key }: Prints) {
  if (!key) return undefined;
  const [row] = await tx.query<SubmissionRow>(
    `SELECT case_id, booking_id, fingerprint FROM submissions
     WHERE route = $1 AND idempotency_key = $2 AND created_at > $3`,
    [route, key, new Date(app.now().getTime() - KEY_MS)],
  );
  return row;
}

/** A call that was cancelled or moved since can be booked again in the same words. */
async function findByWords(app: App, tx: Transaction, { route, fingerprint }: Prints) {
  const [row] = await tx.query<SubmissionRow>(
    `SELECT case_id, booking_id, fingerprint FROM submissions
     WHERE route = $1 AND fingerprint = $2 AND created_at > $3 AND NOT EXISTS (
       SELECT FROM bookings
       WHERE bookings.id = booking_id AND (cancelled_at IS NOT NULL OR moved_at IS NOT NULL))
     ORDER BY created_at DESC LIMIT 1`,
    [route, fingerprint, new Date(app.now().getTime() - REPEAT_MS)],
  );
  return row;
}

/**
 * Whether this post was made before, looked for inside `tx` so that of simultaneous repeats one is new.
 * A key that came with other words is `key-reused`.
 */
export async function findRepeat(
  app: App,
  tx: Transaction,
  submission: Submission,
): Promise<Repeat> {
  const prints = printsOf(app, submission);
  await queueUp(tx, prints);
  const byKey = await findByKey(app, tx, prints);
  if (byKey && !byKey.fingerprint.equals(prints.fingerprint)) return { kind: 'key-reused' };
  const before = byKey ?? (await findByWords(app, tx, prints));
  const found = before && (await findCase(tx, before.case_id));
  if (!found) return { kind: 'new' };
  const bookingId = before.booking_id ?? undefined;
  // The same words under a key of their own: the key is known from now on too.
  if (prints.key && !byKey) {
    await rememberSubmission(app, tx, submission, { caseId: found.id, bookingId });
  }
  return { kind: 'repeat', case: found, bookingId };
}

/** Remembers a post in `tx`, and what it made, so that it is recognised when it comes again. */
export async function rememberSubmission(
  app: App,
  tx: Transaction,
  submission: Submission,
  made: { caseId: string; bookingId?: string | undefined },
): Promise<void> {
  const { route, fingerprint, key } = printsOf(app, submission);
  await tx.query(
    `INSERT INTO submissions (id, route, fingerprint, idempotency_key, case_id, booking_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (route, idempotency_key) DO UPDATE
     SET id = excluded.id, fingerprint = excluded.fingerprint, case_id = excluded.case_id,
       booking_id = excluded.booking_id, created_at = excluded.created_at`,
    [app.uuid(), route, fingerprint, key, made.caseId, made.bookingId ?? null, app.now()],
  );
}
