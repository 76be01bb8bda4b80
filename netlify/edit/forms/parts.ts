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
import type { Known } from './site-facts.ts';
import { aroundWords, initial, inLine, withWords } from './views.ts';

/** What a part is, where its name does not say so to someone who looks for it in the list. */
const HINTS: Readonly<Record<string, string>> = {
  Actions: 'buttons side by side',
  AllQuestions: 'with their answers',
  AskUs: 'a few questions',
  Band: 'a part of the page, on its own ground',
  Blank: 'a line to write on',
  ButtonLink: 'within Actions',
  Checklist: 'boxes to tick',
  Door: 'within Doors',
  Doors: 'ways on, in a list',
  FactStrip: 'facts side by side',
  Figure: 'a drawing',
  ForBuyers: 'what buyers ask for',
  FromPlan: 'filled in from the planner',
  NextStep: 'what to do next',
  Note: 'words set apart',
  Picture: 'a photograph',
  Recipients: 'who handles data',
  Row: 'within Spec',
  Sheet: 'what goes on paper',
  Spec: 'terms and what they are',
  Step: 'within Steps',
  Steps: 'what happens, in order',
  Way: 'within Ways',
  Ways: 'ways of working',
  WhenKnown: 'words that need a detail',
  WhoWeAre: 'as the law asks',
};

const labelOf = (name: string) => {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return HINTS[name] ? `${words} (${HINTS[name]})` : words;
};

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
      return [name, part(labelOf(name), written, schema, known)];
    }),
  );
}
