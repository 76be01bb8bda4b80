import {
  block,
  type ContentComponent,
  inline,
  mark,
  wrapper,
} from '@keystatic/core/content-components';
import * as z from 'zod';
import { COMPONENTS, componentSchemas, type Written } from '../../../src/content/components.ts';
import { fieldsFor } from './field-for.ts';
import { partLabel } from './part-names.ts';
import type { Known } from './site-facts.ts';
import { aroundWords, initial, inLine, withWords } from './views.ts';

function part(label: string, written: Written, schema: z.ZodType, known: Known): ContentComponent {
  const fields = schema instanceof z.ZodObject ? fieldsFor(schema) : {};
  const form = { label, schema: fields };
  const hasFields = Object.keys(fields).length > 0;
  const view = hasFields ? { ContentView: withWords } : {};
  if (written === 'around') return wrapper({ ...form, ...view });
  if (written === 'own') return block({ ...form, ...view });
  if (written === 'in') return inline({ ...form, NodeView: inLine(label, known) });
  return mark({
    ...form,
    icon: initial(label),
    tag: 'mark',
    style: aroundWords,
  });
}

/** Every component editors may use, with its form. */
export function parts(known: Known): Record<string, ContentComponent> {
  return Object.fromEntries(
    Object.entries(componentSchemas(() => known.questions)).map(([name, schema]) => {
      const { written = 'own' } = COMPONENTS[name] ?? {};
      return [name, part(partLabel(name), written, schema, known)];
    }),
  );
}
