import { type ComponentSchema, fields } from '@keystatic/core';
import * as z from 'zod';
import { PictureFileSchema } from '../../../src/content/components.ts';
import { dayHours } from './day-hours.ts';
import { about, type Named, named } from './named.ts';
import { picture } from './picture.ts';
import { choice, tick, wholeNumber, words } from './plain-fields.ts';

const wordsOf = (field: object) => ('value' in field ? String(field.value ?? '') : '');

/** What an item of a list is known by: its words, without the name that only files use. */
const wordsIn = (given: object) =>
  Object.entries(given)
    .filter(([name]) => name !== 'id')
    .map(([, field]) => wordsOf(field))
    .filter((words) => words !== '')
    .join(' · ');

const itemWords = (fields: Readonly<Record<string, object>>) =>
  fields['answer'] && wordsOf(fields['answer']) === ''
    ? `${wordsIn(fields)} (no answer yet)`
    : wordsIn(fields);

function list(field: Named, element: z.ZodType): ComponentSchema {
  const item = fieldFor(field.name.replace(/s$/, ''), element);
  return fields.array(item, {
    ...about(field),
    itemLabel: (props) => ('fields' in props ? itemWords(props.fields) : wordsOf(props)),
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
 * A schema of fields as one form: where one field decides which others there are, a form shows all of them, each may be
 * left empty, and what does not go together is said when the file is checked.
 */
export function asOneForm(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  if (!(schema instanceof z.ZodDiscriminatedUnion)) {
    throw new Error(`No form is written for a whole file of the type ${schema.type}.`);
  }
  const options = schema.options as readonly z.ZodObject[];
  const on = schema.def.discriminator;
  const deciding = options.flatMap(({ shape }) =>
    shape[on] instanceof z.ZodLiteral ? [shape[on]] : [],
  );
  const values = deciding.flatMap(({ values: each }) => [...each].map(String));
  const about = deciding[0]?.description ?? '';
  const shape = Object.assign({}, ...options.map((option) => option.shape)) as z.ZodRawShape;
  return z.object({ ...shape, [on]: z.enum(values).optional().describe(about) });
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
