import { parse } from 'yaml';
import {
  type FieldFindings,
  pageWordsFindings,
  wordsFindings,
} from '../../netlify/edit/checks/in-form.ts';
import type { SiteKnown } from '../../netlify/edit/checks/site-known.ts';
import type { Reading } from '../../netlify/edit/reading.ts';

type Config = Reading['editor'];
type ComponentSchema = NonNullable<Config['collections']>[string]['schema'][string];

interface Form {
  parse(value: unknown, extra?: object): unknown;
  validate(value: unknown): unknown;
}

/** What each field of a form says against a value, as it does before anything is saved. */
function refusedIn(schema: ComponentSchema, value: unknown): string[] {
  if (schema.kind === 'object') {
    return Object.entries(schema.fields).flatMap(([name, field]) =>
      refusedIn(field, (value as Record<string, unknown> | undefined)?.[name]),
    );
  }
  if (schema.kind === 'array') {
    return ((value ?? []) as unknown[]).flatMap((item) => refusedIn(schema.element, item));
  }
  if ('formKind' in schema && schema.formKind === 'content') return [];
  const form = schema as unknown as Form;
  try {
    form.validate(form.parse(value));
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

/** What the form for a file says of it: what it refuses, and what it advises under its fields. */
export function formSays(
  { collections, singletons }: Config,
  site: SiteKnown,
  path: string,
  text: string,
): FieldFindings {
  const [, above = text, body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const isPage = path.endsWith('.mdx');
  const name = path.replace(/^settings\//, '').replace(/\.yaml$/, '');
  const schema = isPage ? collections?.['pages']?.schema : singletons?.[name]?.schema;
  const { address: _, ...fields } = schema ?? {};
  const value: unknown = parse(above);
  const words = isPage ? pageWordsFindings(body, site, ['cost', 'checks']) : undefined;
  const advised = isPage || name === 'questions' ? wordsIn(value) : [];
  return {
    refusals: [
      ...refusedIn({ kind: 'object', fields } as ComponentSchema, value),
      ...(words?.refusals ?? []),
    ],
    advice: [
      ...advised.flatMap((each) => wordsFindings(each, site).advice),
      ...(words?.advice ?? []),
    ],
  };
}
