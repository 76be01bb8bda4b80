import { type ComponentSchema, fields } from '@keystatic/core';
import type * as z from 'zod';
import { cleanedFields } from '../../../src/content/cleaned-fields.ts';
import { heldTo } from './held-to.ts';
import { about, type Named } from './named.ts';

/** Words longer than this are written in a box of several lines. */
const ONE_LINE = 120;

/** Words, held to their schema. */
export function words(field: Named, inner: z.ZodString): ComponentSchema {
  const text = fields.text({
    ...about(field),
    multiline: (inner.maxLength ?? 0) > ONE_LINE,
    validation: { isRequired: !field.optional, pattern: heldTo(field.schema) },
  });
  return { ...text, serialize: (value: string) => text.serialize(String(cleanedFields(value))) };
}

/** One of a few values; the empty choice leaves the field out. */
export function choice(field: Named, values: readonly (string | number)[]): ComponentSchema {
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
export function tick(field: Named): ComponentSchema {
  const box = fields.checkbox({ ...about(field), defaultValue: false });
  return { ...box, serialize: (value: boolean) => ({ value: value || undefined }) };
}

/** A whole number, within its limits. */
export function wholeNumber(field: Named, inner: z.ZodNumber): ComponentSchema {
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
