import * as z from 'zod';
import { CIRCLE_KINDS } from '#domain/circle/kinds.ts';
import { PLAN_PARTS } from '#domain/page-slots.ts';
import { FactsSchema } from '#domain/settings/facts.ts';
import { IdentitySchema } from '#domain/settings/identity.ts';
import { AddressSchema } from './address.ts';

const words = (about: string) => z.string().trim().min(1).max(80).describe(about);

const heading = words('The heading, which is short.');
const label = words('The words of the link, which say what it leads to.');
const circle = z.enum(CIRCLE_KINDS).describe('The drawing.');
const flag = z.literal(true).optional();

const FACTS = FactsSchema.keyof().options;

/** Names with spaces between, each one of `known`. */
const names = (known: readonly string[] | undefined, about: string) =>
  z
    .string()
    .refine(
      (ids) =>
        ids
          .trim()
          .split(/\s+/)
          .every((id) => known?.includes(id) ?? true),
      `Write names with spaces between, each one of: ${known?.join(', ')}.`,
    )
    .describe(about);

const nothing = z.strictObject({});

/**
 * What may be written inside the tag of each component editors may use, by the component's name.
 * `questions` are the names in content/questions.yaml; without them any name will do.
 */
export const componentSchemas = (questions?: readonly string[]): Record<string, z.ZodType> => ({
  Actions: nothing,
  AllQuestions: nothing,
  AskUs: z.strictObject({ ids: names(questions, 'Questions from content/questions.yaml.') }),
  Band: z.strictObject({ deep: flag, circle: circle.optional() }),
  Blank: z.strictObject({
    label: words('What goes on the line.'),
    lines: z.int().min(1).max(12).optional().describe('How many lines, written as lines={3}.'),
  }),
  ButtonLink: z.strictObject({ href: AddressSchema, quiet: flag }),
  CallLength: nothing,
  Checklist: nothing,
  Door: z.strictObject({ href: AddressSchema, heading }),
  Doors: nothing,
  Fact: z.strictObject({ id: z.enum(FACTS) }),
  FactStrip: z.strictObject({
    ids: names([...FACTS, 'room'], 'Facts from content/settings/facts.yaml, and room.'),
  }),
  Figure: z.strictObject({
    circle,
    name: words('What the drawing says, for people who do not see it.').optional(),
  }),
  FromPlan: z.strictObject({
    part: z.enum(PLAN_PARTS).describe('What of the plan in the address takes its place.'),
  }),
  Gloss: z.strictObject({ term: words('The word that is explained.') }),
  Hours: nothing,
  Identity: z.strictObject({ field: IdentitySchema.keyof() }),
  NextStep: z.strictObject({ heading, href: AddressSchema, label }),
  Note: nothing,
  Phone: z.strictObject({ big: flag }),
  Retention: z.strictObject({ of: z.enum(['enquiries', 'quarantine']) }),
  Row: z.strictObject({ term: words('What the row is about.') }),
  Sheet: nothing,
  Spec: nothing,
  Step: z.strictObject({
    title: words('What happens, in a few words.'),
    circle: z.enum(['quiet', 'group', 'listening', 'open']).describe('The group as it is then.'),
  }),
  Steps: nothing,
  Way: z.strictObject({ circle, heading, href: AddressSchema, label }),
  Ways: nothing,
});
