import { type Case, findCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { findPost, lockPost, savePost } from '#data/submission-repository.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { hashOf, subkey } from '../keys.ts';

/** How long a post is recognised when it comes again (docs/api.md). */
const RECOGNISED_MS = DAY;

/**
 * What tells one post from another: the id of the form it came from, with the address and number it gives,
 * since another person may use the same page; or the Idempotency-Key of a program.
 */
export type Identity =
  | { by: 'form'; form: string; email: string | undefined; phone: string | undefined }
  | { by: 'key'; key: string };

/** One post: its route, what tells it from another, and its validated words. */
export interface Submission {
  route: string;
  identity: Identity;
  value: unknown;
  /** How long it is recognised, in milliseconds; a day unless it says otherwise. */
  within?: number;
}

/** What a post turned out to be. `sameWords`: it says what the first said. `bookingId`: the call the first asked for. */
export type Recognised =
  | { kind: 'new' }
  | { kind: 'again'; case: Case; bookingId: string | undefined; sameWords: boolean };

/** A number in the one way that tells whether two are the same, however each is written. */
async function sameNumber(phone: string | undefined): Promise<string> {
  if (phone === undefined) return '';
  const { canonicalPhone } = await import('#domain/phone.ts');
  return canonicalPhone(phone) ?? phone;
}

const nameOf = async (identity: Identity) =>
  identity.by === 'key'
    ? ['key', identity.key]
    : [
        'form',
        identity.form,
        identity.email?.toLowerCase() ?? '',
        await sameNumber(identity.phone),
      ];

/** Both are salted with the secret, so that they say nothing about the words. */
async function printsOf(app: App, { identity, value }: Submission) {
  const salt = subkey(app.environment.LINK_SECRET, 'posts').toString('base64url');
  const salted = (what: unknown) => hashOf(`${salt}|${JSON.stringify(what)}`);
  return { key: salted(await nameOf(identity)), fingerprint: salted(value) };
}

async function lookUp(
  app: App,
  tx: Transaction,
  { route, within = RECOGNISED_MS }: Submission,
  { key, fingerprint }: Awaited<ReturnType<typeof printsOf>>,
): Promise<Recognised> {
  const post = await findPost(tx, { route, key }, new Date(app.now().getTime() - within));
  const found = post && (await findCase(tx, post.caseId));
  if (!found) return { kind: 'new' };
  const sameWords = fingerprint.equals(post.fingerprint);
  return { kind: 'again', case: found, bookingId: post.bookingId, sameWords };
}

/**
 * Whether this post was made before, looked for inside `tx`; simultaneous repeats wait for one another
 * until it ends, so that one of them is new.
 */
export async function recognise(
  app: App,
  tx: Transaction,
  submission: Submission,
): Promise<Recognised> {
  const prints = await printsOf(app, submission);
  await lockPost(tx, { route: submission.route, key: prints.key });
  return lookUp(app, tx, submission, prints);
}

/** The same for a page that only says what sending it would do: nobody waits for it. */
export const findRecognised = async (
  app: App,
  tx: Transaction,
  submission: Submission,
): Promise<Recognised> => lookUp(app, tx, submission, await printsOf(app, submission));

/** Remembers a post in `tx` with the words it has now, and what it made, so that it is recognised when it comes again. */
export async function rememberSubmission(
  app: App,
  tx: Transaction,
  submission: Submission,
  made: { caseId: string; bookingId?: string | undefined },
): Promise<void> {
  const { key, fingerprint } = await printsOf(app, submission);
  await savePost(
    tx,
    { route: submission.route, key },
    {
      id: app.uuid(),
      fingerprint,
      caseId: made.caseId,
      bookingId: made.bookingId ?? null,
      createdAt: app.now(),
    },
  );
}
