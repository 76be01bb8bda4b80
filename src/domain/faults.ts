import * as z from 'zod';

/** What is wrong, and how to fix it; `field` is its name in the form and in JSON, or empty for the whole. */
export interface Fault {
  field: string;
  message: string;
}

const unknownField = (name: string): Fault => ({
  field: name.slice(0, 60),
  message: 'There is no such field here. Leave it out.',
});

/** Nobody reads more at once; a post of thousands of unknown fields is not answered with thousands of faults. */
const MOST_FAULTS = 20;

/** A failed check as one fault for each field, in the schema's order, unknown fields last; no more than 20. */
export function faultsOf(error: z.core.$ZodError): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, MOST_FAULTS)) faults.set(key, unknownField(key));
      continue;
    }
    const field = String(issue.path[0] ?? '');
    if (!faults.has(field)) faults.set(field, { field, message: issue.message });
  }
  return [...faults.values()].slice(0, MOST_FAULTS);
}

/** The fields of a form that can be read one by one, whatever is wrong with the others; and the names of those that cannot. */
export interface FieldsRead<Value> {
  read: Partial<Value>;
  unread: ReadonlySet<string>;
}

/** What can be read of the fields of a form; nothing of a schema that is no object. */
export function fieldsRead<Value>(
  schema: z.ZodType<Value>,
  fields: Readonly<Record<string, unknown>>,
): FieldsRead<Value> {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const read: Record<string, unknown> = {};
  const unread = new Set<string>();
  for (const [name, field] of Object.entries(shape)) {
    const one = z.safeParse(field, fields[name]);
    if (one.success) read[name] = one.data;
    else unread.add(name);
  }
  return { read: read as Partial<Value>, unread };
}

/** Faults with others that were found beside them, one for each field, in the schema’s order; the first of a field counts. */
export function faultsWith(
  schema: z.ZodType,
  faults: readonly Fault[],
  others: readonly Fault[],
): readonly Fault[] {
  if (others.length === 0) return faults;
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const place = ({ field }: Fault) => {
    const index = names.indexOf(field);
    return index < 0 ? names.length : index;
  };
  const all = new Map([...others, ...faults].map((fault) => [fault.field, fault]));
  return [...all.values()].sort((one, other) => place(one) - place(other)).slice(0, MOST_FAULTS);
}

/** The fault of one field in a list of faults, if it has one. */
export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;
