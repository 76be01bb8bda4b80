/** A path into data: names of fields, and places in lists from 0. */
export type Path = readonly PropertyKey[];

type Shape = Readonly<Record<PropertyKey, unknown>>;

/** Follows `read` into what wraps a schema (optional, default) until it finds something. */
function through<Found>(
  schema: unknown,
  read: (schema: object) => Found | undefined,
): Found | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const found = read(schema);
  if (found !== undefined || !('unwrap' in schema)) return found;
  return through((schema as { unwrap: () => unknown }).unwrap(), read);
}

/** The fields a schema knows; undefined when it has none. */
const shapeOf = (schema: unknown) =>
  through(schema, (inner) => ('shape' in inner ? (inner.shape as Shape) : undefined));

/** What a list holds, what a field is, what each field of any name is, and of several possibilities the one that has the field. */
function inside(schema: unknown, key: PropertyKey): unknown {
  if (typeof key === 'number') {
    return through(schema, (inner) => ('element' in inner ? inner.element : undefined));
  }
  const options = through(schema, (inner) =>
    'options' in inner && Array.isArray(inner.options) ? (inner.options as unknown[]) : undefined,
  );
  const each = through(schema, (inner) => ('valueType' in inner ? inner.valueType : undefined));
  if (each !== undefined) return each;
  const holder = options?.find((option) => key in (shapeOf(option) ?? {})) ?? schema;
  return shapeOf(holder)?.[key];
}

/** The part of a schema that a path leads to; undefined where the schema has no such field. */
const schemaAt = (schema: unknown, path: Path) => path.reduce<unknown>(inside, schema);

/** The names of the fields a schema knows where a path leads. */
export const fieldsAt = (schema: unknown, path: Path): string[] => {
  const at = schemaAt(schema, path);
  const options = through(at, (inner) =>
    'options' in inner && Array.isArray(inner.options) ? (inner.options as unknown[]) : undefined,
  );
  const all = options?.flatMap((option) => Object.keys(shapeOf(option) ?? {})) ?? [];
  return [...new Set(Object.keys(shapeOf(at) ?? {}).concat(all))];
};

/** A field of which it depends on another whether it is there: that other one, and its values with which it is. */
export interface Dependent {
  readonly on: string;
  readonly values: readonly string[];
}

interface Chosen {
  readonly def: { readonly discriminator?: string };
}

/** Of fields that depend on one among them, which of its values the field at a path goes with; undefined where none does. */
export function dependsOn(schema: unknown, path: Path): Dependent | undefined {
  const at = schemaAt(schema, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  return through(at, (inner) => {
    const on = ('def' in inner ? (inner as Chosen).def : {}).discriminator;
    if (on === undefined || !('options' in inner)) return undefined;
    const values = (inner.options as unknown[]).flatMap((option) => {
      const shape = shapeOf(option) ?? {};
      const value = shape[on] as { value?: unknown } | undefined;
      return key in shape && typeof value?.value === 'string' ? [value.value] : [];
    });
    return values.length === 0 ? undefined : { on, values };
  });
}

/** What a schema says the field at a path is for; undefined when it does not say. */
export const purposeAt = (schema: unknown, path: Path): string | undefined =>
  path.length === 0
    ? undefined
    : through(schemaAt(schema, path), (inner) =>
        'description' in inner ? (inner.description as string | undefined) : undefined,
      );
