import { type ComponentSchema, fields } from '@keystatic/core';
import * as z from 'zod';
import { PictureFileSchema } from '../../../src/content/components.ts';
import { dayHours } from './day-hours.ts';
import { about, type Named, named } from './named.ts';
import { picture } from './picture.ts';
import { choice, tick, wholeNumber, words } from './plain-fields.ts';

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

/** The form for `schema`, as the field `name`. Throws for a kind of schema no form is written for yet. */
export function fieldFor(name: string, schema: z.ZodType): ComponentSchema {
  const field = named(name, schema);
  const { inner } = field;
  if (inner === PictureFileSchema) return picture(field);
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
    return fields.object(fieldsFor(inner, field.optional), about(field));
  }
  if (inner instanceof z.ZodUnion) {
    const values = literals(inner);
    return values ? choice(field, values) : dayHours(field.label, inner);
  }
  throw new Error(`${name}: no form is written for a schema of the type ${inner.type}.`);
}

/**
 * The form for each field of `schema`, by its name. Where the whole may be left out, each field may be
 * left empty: or else nothing could be saved without it.
 */
export const fieldsFor = (schema: z.ZodObject, leftOut = false): Record<string, ComponentSchema> =>
  Object.fromEntries(
    Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, each]) => [
      name,
      fieldFor(name, leftOut ? z.optional(each) : each),
    ]),
  );
