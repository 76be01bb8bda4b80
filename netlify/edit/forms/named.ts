import * as z from 'zod';

/** What a form shows for a name that says too little by itself. */
const LABELS: Readonly<Record<string, string>> = {
  href: 'Address',
  lede: 'Words under the heading',
  crumb: 'Short name',
  live: 'Filled in by the site',
  duty: 'Asked for by the law',
  noindex: 'Kept out of search results',
  was: 'Earlier addresses',
  template: 'Layout',
  circle: 'Drawing',
  sheet: 'Paper',
  button: 'As a button',
  further: 'Only in the menu of a phone',
  'only-with': 'Shown only with',
  id: 'Name',
  ids: 'Names',
  of: 'What is kept',
  half: 'Half as wide',
  words: 'What it shows',
  next: 'The next step',
  says: 'What readers see',
  why: 'Why',
};

/** A field as the editor takes it, by the name it has in a schema. */
export interface Named {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** What leaving it out means; undefined when it means nothing. */
  readonly implied: unknown;
  readonly schema: z.ZodType;
  /** The schema without what wraps it. */
  readonly inner: z.ZodType;
}

/** What the form labels a field as, by the name it has in a file. */
export const labelOf = (name: string): string => {
  const words = LABELS[name] ?? name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a schema says of the field `name`. */
export function named(name: string, schema: z.ZodType): Named {
  let inner = schema;
  let description = schema.description;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
    description ??= inner.description;
  }
  const left = schema.safeParse(undefined);
  const implied = left.success ? left.data : undefined;
  return {
    name,
    label: labelOf(name),
    description,
    optional: left.success,
    implied,
    schema,
    inner,
  };
}

/** What a form says of a field; a property is left out where there is nothing to say. */
export const about = ({ label, description }: Named) => ({
  label,
  ...(description && { description }),
});
