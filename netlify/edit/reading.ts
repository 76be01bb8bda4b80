import type { ComponentSchema, Config } from '@keystatic/core';
import { dump, load } from 'js-yaml';
import { editor } from './forms/editor.ts';
import { PICTURES, WORDS } from './forms/names.ts';
import type { Known } from './forms/site-facts.ts';
import { type Pictures, slugOf } from './page-pictures.ts';

/** What of a field’s form is needed to read a value with it and write it again. */
interface Form {
  parse(value: unknown, extra?: object): unknown;
  serialize(value: unknown, extra?: object): { value: unknown; content?: Uint8Array };
}

function throughForm(schema: ComponentSchema, value: unknown): unknown {
  if (schema.kind === 'object') return fieldsThrough(schema.fields, value);
  if (schema.kind === 'array') {
    return ((value ?? []) as unknown[]).map((item) => throughForm(schema.element, item));
  }
  const form = schema as unknown as Form;
  return form.serialize(form.parse(value)).value;
}

const isWords = (form: ComponentSchema) => 'formKind' in form && form.formKind === 'content';

const fieldsThrough = (forms: Readonly<Record<string, ComponentSchema>>, given: unknown) =>
  Object.fromEntries(
    Object.entries(forms)
      .filter(([, form]) => !isWords(form))
      .map(([name, form]) => [name, throughForm(form, (given as Record<string, unknown>)?.[name])])
      .filter(([, value]) => value !== undefined),
  );

/** A page in its halves: its fields, and its words. */
function halves(page: string): [fields: string, words: string] {
  const [, fields = '', words = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(page) ?? [];
  return [fields, words];
}

/** How the editor reads files and writes them again. */
export interface Reading {
  /** The editor this is the reading of. */
  readonly editor: Config;
  /**
   * The file at `path` below `content`, opened and saved with nothing changed. Throws when the editor cannot open
   * it: the editor then says what it throws.
   */
  saved(path: string, text: string, pictures?: Pictures): string;
}

/** The editor’s reading of files. */
export function reading(known: Known): Reading {
  const made = editor(known);
  const forms = { ...made.collections, ...made.singletons };
  const words = made.collections?.['pages']?.schema[WORDS] as unknown as Form;
  const fields = (name: string, text: string) =>
    dump(fieldsThrough(forms[name]?.schema ?? {}, load(text)));
  const body = (text: string, slug: string, pictures: Pictures = new Map()) => {
    const content = new TextEncoder().encode(text);
    const external = new Map([[PICTURES, pictures]]);
    const state = words.parse(undefined, { content, slug, other: new Map(), external });
    return new TextDecoder().decode(words.serialize(state, { slug }).content);
  };
  return {
    editor: made,
    saved(path, text, pictures) {
      if (path.endsWith('.yaml')) {
        return fields(path.replace(/^settings\//, '').replace(/\.yaml$/, ''), text);
      }
      const [above, below] = halves(text);
      return `---\n${fields('pages', above)}---\n${body(below, slugOf(path), pictures)}`;
    },
  };
}
