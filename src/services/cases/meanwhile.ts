import { createHash } from 'node:crypto';
import { actsOf } from '#data/case-act-repository.ts';
import type { Transaction } from '#data/client.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { FieldChange, FieldValues } from '#domain/cases/changes.ts';
import {
  type Correction,
  changesBetween,
  sinceSeen,
  withUntouched,
} from '#domain/cases/meanwhile.ts';
import type { ActDone } from '#domain/desk/acts.ts';

/** What tells how a thing stands from how it stands once somebody changes it: a field left out is an empty one. */
export function printOfValues(values: FieldValues): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  const sorted = given.sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** Whether values are others than those a form showed; one that does not say what it showed saw these. */
export const isOther = (values: FieldValues, seen: string | undefined): boolean =>
  seen !== undefined && printOfValues(values) !== seen;

/** What became of details while somebody had a form of them open. */
export interface ChangedMeanwhile {
  /** Who changed them: addresses of staff, and undefined for the person. Nobody, where that cannot be told any more. */
  by: readonly (string | undefined)[];
  changes: readonly FieldChange[];
  /** Of those, what the form would write over, with what it holds. */
  over: readonly FieldChange[];
  /** What the form holds now: untouched fields as they are, the rest as typed. */
  typed: FieldValues;
  /** The print of the details as they are. */
  seen: string;
}

/** The corrections of an enquiry or, with an id, of a call, oldest first. */
async function correctionsOf(tx: Transaction, caseId: string, bookingId: string | undefined) {
  const theirs = (await personActsOf(tx, caseId))
    .filter(({ act }) => act === 'corrected')
    .map((done) => ({ ...done, staff: undefined }));
  const ours = (await actsOf(tx, caseId)).flatMap((done) =>
    done.act === 'details corrected' ? [{ ...done, staff: done.actor }] : [],
  );
  return [...theirs, ...ours]
    .filter((done) => done.bookingId === bookingId)
    .sort((one, other) => +one.at - +other.at)
    .map(({ staff, before = {} }): Correction => ({ staff, before }));
}

/**
 * What became of details since a form showed them as `seen` says; `now` is how they are, and `typed` what the form
 * holds. Where it cannot be told what they were, everything in which the form differs from them is said.
 */
export async function changedMeanwhile(
  tx: Transaction,
  { caseId, bookingId }: { caseId: string; bookingId?: string },
  { now, typed, seen }: { now: FieldValues; typed: FieldValues; seen: string },
): Promise<ChangedMeanwhile> {
  const corrections = await correctionsOf(tx, caseId, bookingId);
  const since = sinceSeen(corrections, now, (values) => printOfValues(values) === seen);
  const changes = since ? changesBetween(since.base, now) : [];
  const held = since ? withUntouched(typed, { base: since.base, now }) : typed;
  const names = new Set(changes.map(({ field }) => field));
  return {
    by: [...new Set(since?.corrections.map(({ staff }) => staff))],
    changes,
    over: changesBetween(now, held).filter(({ field }) => !since || names.has(field)),
    typed: held,
    seen: printOfValues(now),
  };
}

/** The same of something that keeps none of its earlier values: everything in which the form differs from how it is. */
export const writtenOver = (
  { now, typed }: { now: FieldValues; typed: FieldValues },
  by: string | undefined,
): ChangedMeanwhile => ({
  by: by === undefined ? [] : [by],
  changes: [],
  over: changesBetween(now, typed),
  typed,
  seen: printOfValues(now),
});

/** Who of the staff did the latest of some acts about a case, if any did. */
export async function lastActor(
  tx: Transaction,
  caseId: string,
  is: (done: ActDone) => boolean,
): Promise<string | undefined> {
  return (await actsOf(tx, caseId)).findLast(is)?.actor;
}
