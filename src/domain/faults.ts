import type * as z from 'zod';

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

/** The fault of one field in a list of faults, if it has one. */
export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;
