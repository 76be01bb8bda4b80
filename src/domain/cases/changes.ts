/** The values of some fields, by name. */
export type FieldValues = Readonly<Record<string, unknown>>;

const written = (value: unknown) => JSON.stringify(value ?? null);

/** The fields of `before` that `after` gives another value, as they were; a field that was empty is null. */
export function changedFields(before: FieldValues, after: FieldValues): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => written(before[name]) !== written(after[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name] ?? null]));
}

/** One field that was changed: what stood there, and what stood there afterwards. Empty is null. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/**
 * What each of several changes of the same thing changed, in their order. `replaced` holds what each
 * replaced, oldest first; `current` is how it is now, from which what came after each is worked out.
 */
export function changesIn(
  replaced: readonly FieldValues[],
  current: FieldValues,
): readonly (readonly FieldChange[])[] {
  const values: Record<string, unknown> = { ...current };
  const changes = replaced.toReversed().map((before) => {
    const changed = Object.entries(before).map(
      ([field, from]): FieldChange => ({ field, from: from ?? null, to: values[field] ?? null }),
    );
    Object.assign(values, before);
    return changed;
  });
  return changes.toReversed();
}
