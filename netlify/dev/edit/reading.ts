import type { ComponentSchema, Config } from '@keystatic/core';
import { editor } from './forms/editor.ts';
import { WORDS } from './forms/names.ts';
import type { Known } from './forms/site-facts.ts';
import type { Fields, Value } from './keep/value.ts';

/** What of a field’s form is needed to read a value with it and write it again. */
interface Form {
  parse(value: unknown, extra?: object): unknown;
  serialize(value: unknown, extra?: object): { value: unknown; content?: Uint8Array };
}

const dayOf = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

function throughForm(schema: ComponentSchema, value: unknown): Value {
  if (schema.kind === 'object') {
    const given = (value ?? {}) as Record<string, unknown>;
    return fieldsThrough(schema.fields, given);
  }
  if (schema.kind === 'array') {
    return ((value ?? []) as unknown[]).map((item) => throughForm(schema.element, item));
  }
  const form = schema as unknown as Form;
  return dayOf(form.serialize(form.parse(value)).value) as Value;
}

const fieldsThrough = (
  forms: Readonly<Record<string, ComponentSchema>>,
  given: Record<string, unknown>,
): Fields =>
  Object.fromEntries(
    Object.entries(forms)
      .filter(([, form]) => !('formKind' in form && form.formKind === 'content'))
      .map(([name, form]) => [name, throughForm(form, given[name])]),
  );

/** How the editor reads a file and writes it again when nothing was changed. */
export interface Reading {
  /** The editor this is the reading of. */
  readonly editor: Config;
  /** The words of a page. Throws when the editor cannot show them. */
  body(text: string): string;
  /** What the form `name` holds of `data`: "pages" or the name of a settings file. Throws when it cannot hold it. */
  data(name: string, data: unknown): Fields;
}

/** The editor’s reading of files. */
export function reading(known: Known): Reading {
  const made = editor(known);
  const forms = { ...made.collections, ...made.singletons };
  const words = made.collections?.['pages']?.schema[WORDS] as unknown as Form;
  return {
    editor: made,
    body(text) {
      const none = new Map();
      const content = new TextEncoder().encode(text);
      const state = words.parse(undefined, { content, other: none, external: none });
      return new TextDecoder().decode(words.serialize(state, {}).content);
    },
    data: (name, data) =>
      fieldsThrough(forms[name]?.schema ?? {}, (data ?? {}) as Record<string, unknown>),
  };
}
