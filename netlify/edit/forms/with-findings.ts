import type { ComponentSchema } from '@keystatic/core';
import {
  type CSSProperties,
  createElement,
  Fragment,
  type ReactElement,
  useEffect,
  useState,
} from 'react';
import type { FieldFindings } from '../checks/in-form.ts';

/** How long after the last key the words are looked at, in milliseconds. */
const PAUSE = 400;

const LIST = {
  margin: '0.25rem 0 0',
  paddingInlineStart: '1.25rem',
  font: '0.875rem/1.4 system-ui, sans-serif',
} as const;
const REFUSED = {
  ...LIST,
  color: 'var(--kui-color-foreground-critical)',
  fontWeight: 600,
} as const;
const ADVISED = { ...LIST, color: 'var(--kui-color-foreground-accent)' } as const;

/** How a field and what is found in it stand to one another. */
interface Looks {
  readonly field: CSSProperties;
  readonly findings: CSSProperties;
}

/** Below the field, over nothing else; the foot of the window says the same of what stops the saving. */
const BELOW: Looks = { field: { display: 'contents' }, findings: { paddingBlock: '0.25rem' } };

/**
 * Words as long as a page are a box as high as the window, which they would run out of and under what is found: the box
 * grows with them, and what is found stays in sight at its end, on a ground of its own.
 */
export const AT_END: Looks = {
  field: {},
  findings: {
    position: 'sticky',
    insetBlockEnd: 0,
    maxBlockSize: '30vh',
    overflow: 'auto',
    padding: '0.25rem 1rem 0.5rem',
    background: 'var(--kui-color-background-surface)',
    borderBlockStart: '1px solid var(--kui-color-border-neutral)',
  },
};

const list = (label: string, style: typeof LIST, lines: readonly string[]) =>
  lines.length === 0
    ? null
    : createElement(
        'ul',
        { 'aria-label': label, style },
        lines.map((line) => createElement('li', { key: line }, line)),
      );

/** What is looked through under one field, a moment after it was typed. */
function Findings<Value>({
  value,
  find,
  style,
}: {
  value: Value;
  find: (value: Value) => FieldFindings;
  style: CSSProperties;
}) {
  const [{ refusals, advice }, setFindings] = useState<FieldFindings>({ refusals: [], advice: [] });
  useEffect(() => {
    const timer = setTimeout(() => setFindings(find(value)), PAUSE);
    return () => clearTimeout(timer);
  }, [value, find]);
  const isEmpty = refusals.length + advice.length === 0;
  return createElement(
    'div',
    { 'aria-live': 'polite', style: isEmpty ? {} : style },
    list('To fix', REFUSED, refusals),
    list('Advice', ADVISED, advice),
  );
}

interface Form<Value> {
  Input(props: { value: Value }): ReactElement | null;
  validate(value: Value, ...rest: unknown[]): unknown;
}

/**
 * A field with what `find` says of its value under it, as it is typed: what would keep it from being published is
 * refused when it is saved, and advice holds nothing up.
 */
export function withFindings<Value>(
  schema: ComponentSchema,
  find: (value: Value) => FieldFindings,
  looks = BELOW,
): ComponentSchema {
  const form = schema as unknown as Form<Value>;
  const shown: Form<Value> = {
    Input: (props) =>
      createElement(
        Fragment,
        null,
        createElement('div', { style: looks.field }, createElement(form.Input, props)),
        createElement(Findings<Value>, { value: props.value, find, style: looks.findings }),
      ),
    validate(value, ...rest) {
      const [refused] = find(value).refusals;
      if (refused !== undefined) throw new Error(refused);
      return form.validate(value, ...rest);
    },
  };
  return { ...schema, ...shown } as ComponentSchema;
}

const isText = (schema: ComponentSchema) =>
  schema.kind === 'form' && 'formKind' in schema && schema.formKind === 'slug';

/** The same for every field of words in `schema`, also in lists and fields within fields. */
export function wordsWithFindings(
  schema: ComponentSchema,
  find: (words: string) => FieldFindings,
): ComponentSchema {
  if (isText(schema)) return withFindings(schema, find);
  if (schema.kind === 'array')
    return { ...schema, element: wordsWithFindings(schema.element, find) };
  return schema.kind === 'object'
    ? { ...schema, fields: allWithFindings(schema.fields, find) }
    : schema;
}

/** The same for each field in a form. */
export const allWithFindings = (
  schemas: Readonly<Record<string, ComponentSchema>>,
  find: (words: string) => FieldFindings,
): Record<string, ComponentSchema> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, wordsWithFindings(schema, find)]),
  );
