import { changedFields, type FieldChange, type FieldValues } from './changes.ts';

/** A correction as it is kept: who made it, undefined for the person, and what it replaced. */
export interface Correction {
  staff: string | undefined;
  before: FieldValues;
}

/** Details as a form showed them, and the corrections made since, oldest first. */
export interface SinceSeen {
  base: FieldValues;
  corrections: readonly Correction[];
}

/**
 * What was corrected since details were as `isSeen` knows them: `current` with each correction taken back in turn,
 * the latest first. Undefined when they never were so, as where words were removed since.
 */
export function sinceSeen(
  corrections: readonly Correction[],
  current: FieldValues,
  isSeen: (values: FieldValues) => boolean,
): SinceSeen | undefined {
  let base = current;
  for (let at = corrections.length; at >= 0; at -= 1) {
    if (isSeen(base)) return { base, corrections: corrections.slice(at) };
    base = { ...base, ...corrections[at - 1]?.before };
  }
  return undefined;
}

/** Which fields differ, and how, from one time to another. */
export const changesBetween = (from: FieldValues, to: FieldValues): FieldChange[] =>
  Object.entries(changedFields(from, to)).map(([field, was]) => ({
    field,
    from: was,
    to: to[field] ?? null,
  }));

/** What a form of details holds after others changed them: untouched fields as they are `now`, the rest as typed. */
export function withUntouched(
  typed: FieldValues,
  { base, now }: { base: FieldValues; now: FieldValues },
): FieldValues {
  const touched = changedFields(base, typed);
  const untouched = changesBetween(base, now).filter(({ field }) => !Object.hasOwn(touched, field));
  return {
    ...typed,
    ...Object.fromEntries(untouched.map(({ field, to }) => [field, to ?? undefined])),
  };
}
