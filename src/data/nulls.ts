/** A row with its NULLs left out, as the domain says "not given". */
export type WithoutNulls<Row> = {
  [Name in keyof Row as null extends Row[Name] ? never : Name]: Row[Name];
} & {
  [Name in keyof Row as null extends Row[Name] ? Name : never]?: NonNullable<Row[Name]> | undefined;
};

/** A row as the domain says it: what the database keeps as NULL is left out. */
export const withoutNulls = <Row extends object>(row: Row): WithoutNulls<Row> =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as WithoutNulls<Row>;

/** What is to be written over a row: NULL for each of `names` that is not given, or the old value would stay. */
export const withNulls = <Value extends object, Name extends keyof Value>(
  names: readonly Name[],
  value: Value,
) =>
  Object.fromEntries(names.map((name) => [name, value[name] ?? null])) as {
    [Given in Name]-?: undefined extends Value[Given]
      ? Exclude<Value[Given], undefined> | null
      : Value[Given];
  };
