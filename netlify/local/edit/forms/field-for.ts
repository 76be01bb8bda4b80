import { type ComponentSchema, fields } from '@keystatic/core';
import * as z from 'zod';
import { dayHours } from './day-hours.ts';
import { heldTo } from './held-to.ts';

/** Words longer than this are written in a box of several lines. */
const ONE_LINE = 100;

/** What a form shows for a name that says too little by itself. */
const LABELS: Readonly<Record<string, string>> = {
  href: 'Where it leads',
  lede: 'Words under the heading',
  crumb: 'Short name',
  live: 'Filled in by the site',
  duty: 'Asked for by the law',
  noindex: 'Kept out of search results',
  next: 'The next step',
  says: 'What readers see',
  why: 'Why',
};

/** A field as the editor takes it, by the name it has in a schema. */
interface Named {
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

const labelOf = (name: string) => {
  const words = LABELS[name] ?? name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function named(name: string, schema: z.ZodType): Named {
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

/** Leaves a property out where there is nothing to say. */
const about = ({ label, description }: Named) => ({ label, ...(description && { description }) });

function words(field: Named, inner: z.ZodString): ComponentSchema {
  return fields.text({
    ...about(field),
    multiline: (inner.maxLength ?? 0) > ONE_LINE,
    validation: { isRequired: !field.optional, pattern: heldTo(field.schema) },
  });
}

/** One of a few values; the empty choice leaves the field out. */
function choice(field: Named, values: readonly (string | number)[]): ComponentSchema {
  const none = field.implied === undefined ? '—' : `${String(field.implied)} (as usual)`;
  const offered = values
    .filter((value) => value !== field.implied)
    .map((value) => ({ label: String(value), value: String(value) }));
  const options = field.optional ? [{ label: none, value: '' }, ...offered] : offered;
  const select = fields.select({
    ...about(field),
    options,
    defaultValue: options[0]?.value ?? '',
  });
  const written = new Map(values.map((value) => [String(value), value]));
  return {
    ...select,
    parse: (value: unknown) =>
      value === undefined || value === field.implied ? '' : String(value),
    serialize: (value: string) => ({ value: written.get(value) }),
  };
}

/** A box to tick; unticked, the field is left out. */
function tick(field: Named): ComponentSchema {
  const box = fields.checkbox({ ...about(field), defaultValue: false });
  return { ...box, serialize: (value: boolean) => ({ value: value || undefined }) };
}

function wholeNumber(field: Named, inner: z.ZodNumber): ComponentSchema {
  const { minValue, maxValue } = inner;
  const limit = (value: number | null) => (Number.isSafeInteger(value) ? (value ?? 0) : undefined);
  const [min, max] = [limit(minValue), limit(maxValue)];
  return fields.integer({
    ...about(field),
    validation: {
      isRequired: !field.optional,
      ...(min !== undefined && { min }),
      ...(max !== undefined && max < Number.MAX_SAFE_INTEGER && { max }),
    },
  });
}

const wordsIn = (given: object) =>
  Object.values(given)
    .map((each) => ('value' in each ? String(each.value ?? '') : ''))
    .join(' · ');

function list(field: Named, element: z.ZodType): ComponentSchema {
  const item = fieldFor(field.name.replace(/s$/, ''), element);
  return fields.array(item, {
    ...about(field),
    itemLabel: (props) => ('fields' in props ? wordsIn(props.fields) : ''),
  });
}

const literals = (schema: z.ZodUnion): (string | number)[] | undefined => {
  const values = schema.options.flatMap((option) =>
    option instanceof z.ZodLiteral ? [...option.values] : [undefined],
  );
  return values.includes(undefined) ? undefined : (values as (string | number)[]);
};

/** The fields of an object that may be left out: each may be left empty too, or none could be. */
const leftOut = (schema: z.ZodObject) => schema.partial();

/** The form for `schema`, as the field `name`. Throws for a kind of schema no form is written for yet. */
export function fieldFor(name: string, schema: z.ZodType): ComponentSchema {
  const field = named(name, schema);
  const { inner } = field;
  if (inner instanceof z.ZodISODate) {
    return fields.date({ ...about(field), validation: { isRequired: !field.optional } });
  }
  if (inner instanceof z.ZodString || inner instanceof z.ZodEmail) {
    return words(field, inner as z.ZodString);
  }
  if (inner instanceof z.ZodEnum) return choice(field, inner.options);
  if (inner instanceof z.ZodLiteral || inner instanceof z.ZodBoolean) return tick(field);
  if (inner instanceof z.ZodNumber) return wholeNumber(field, inner);
  if (inner instanceof z.ZodArray) return list(field, inner.element as z.ZodType);
  if (inner instanceof z.ZodObject) {
    return fields.object(fieldsFor(field.optional ? leftOut(inner) : inner), about(field));
  }
  if (inner instanceof z.ZodUnion) {
    const values = literals(inner);
    return values ? choice(field, values) : dayHours(field.label, inner);
  }
  throw new Error(`${name}: no form is written for a schema of the type ${inner.type}.`);
}

/** The form for each field of `schema`, by its name. */
export const fieldsFor = (schema: z.ZodObject): Record<string, ComponentSchema> =>
  Object.fromEntries(
    Object.entries(schema.shape).map(([name, each]) => [name, fieldFor(name, each as z.ZodType)]),
  );
