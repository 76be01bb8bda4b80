import * as z from 'zod';
import { CIRCLE_KINDS } from '#domain/circle/kinds.ts';
import { INTERESTS, type Interest } from '#domain/enquiry/limits.ts';
import { PLAN_PARTS } from '#domain/page-slots.ts';
import { DETAILS } from '#domain/privacy-notice/details.ts';
import { FactsSchema } from '#domain/settings/facts.ts';
import { AddressSchema } from './address.ts';

const words = (about: string) => z.string().trim().min(1).max(80).describe(about);

const heading = words('The heading, which is short.');
const label = words('The words of the link, which say what it leads to.');
const circle = z.enum(CIRCLE_KINDS).describe('The drawing.');
const flag = (about: string) => z.literal(true).optional().describe(about);

/** Where the picture of a component stands: below content/pictures, in a folder for its page. */
export const PictureFileSchema = z
  .string()
  .max(200)
  .regex(
    /^\/pictures\/(?:[\w-]+\/)*[\w-]+\.(?:jpe?g|png|webp|avif|gif)$/i,
    'Write the file of a photograph below content, such as "/pictures/plan/room.jpg".',
  )
  .describe('A photograph of 4 MB or less: the build makes it as small as each screen needs.');

const FACTS = FactsSchema.keyof().options;

/** Names with spaces between, each one of `known`. */
const names = (known: () => readonly string[] | undefined, about: string) =>
  z
    .string()
    .refine(
      (ids) =>
        ids
          .trim()
          .split(/\s+/)
          .every((id) => known()?.includes(id) ?? true),
      { error: () => `Write names with spaces between, each one of: ${known()?.join(', ')}.` },
    )
    .describe(about);

/**
 * How a component is written: `around` other parts, as a part of its `own`, `in` a line of words, or
 * `over` words of a line.
 */
export type Written = 'around' | 'own' | 'in' | 'over';

interface Component {
  written: Written;
  /** What may be written inside its tag. */
  attributes?: z.ZodRawShape;
  /** What to do about one that stands around nothing; left out where it says enough by itself. */
  empty?: string;
}

const LEAVE_OUT = 'Put in what belongs there, or take it out.';

/**
 * Every component editors may use, by the name of its file in src/components/content: pages, the checks, the editor and
 * the guide to writing pages all read it here. `questions` are the names in content/questions.yaml; without them any
 * name will do.
 */
const componentsWith = (questions: () => readonly string[] | undefined) =>
  ({
    Actions: { written: 'around', empty: 'Put a button in it, or take it out.' },
    AllQuestions: { written: 'own' },
    AskUs: {
      written: 'own',
      attributes: { ids: names(questions, 'Questions from content/questions.yaml.') },
    },
    Band: {
      written: 'around',
      empty: LEAVE_OUT,
      attributes: { deep: flag('Puts it on a dark ground.'), circle: circle.optional() },
    },
    Blank: {
      written: 'own',
      attributes: {
        label: words('What goes on the line.'),
        lines: z.int().min(1).max(12).optional().describe('How many lines, written as lines={3}.'),
      },
    },
    ButtonLink: {
      written: 'around',
      empty: 'Write the words on the button.',
      attributes: {
        href: AddressSchema,
        quiet: flag('Makes it less prominent than the button beside it.'),
        about: z
          .enum(Object.keys(INTERESTS) as [Interest, ...Interest[]])
          .optional()
          .describe('What is ticked already in the enquiry it leads to, such as price.'),
      },
    },
    CallLength: { written: 'in' },
    Checklist: { written: 'around', empty: 'Put a list in it, or take it out.' },
    Door: {
      written: 'around',
      empty: 'Write who it is for, or what is there.',
      attributes: { href: AddressSchema, heading },
    },
    Doors: { written: 'around', empty: 'Put a door in it, or take it out.' },
    Fact: {
      written: 'in',
      attributes: { id: z.enum(FACTS).describe('The fact, from the settings.') },
    },
    FactStrip: {
      written: 'own',
      attributes: {
        ids: names(() => [...FACTS, 'room'], 'Facts from content/settings/facts.yaml, and room.'),
      },
    },
    Figure: {
      written: 'around',
      attributes: {
        circle,
        name: words('What the drawing says, for people who do not see it.').optional(),
      },
    },
    ForBuyers: { written: 'own' },
    FromPlan: {
      written: 'around',
      empty: LEAVE_OUT,
      attributes: {
        part: z.enum(PLAN_PARTS).describe('What of the plan in the address takes its place.'),
      },
    },
    Gloss: {
      written: 'over',
      empty: 'Write what the word means.',
      attributes: { term: words('The word that is explained.') },
    },
    Hours: { written: 'in' },
    Identity: {
      written: 'in',
      attributes: {
        field: z.enum(DETAILS).describe('The detail, from the settings.'),
        before: words('Words before it, which are shown only with it.').optional(),
        after: words('What follows it, such as a full stop, and is shown only with it.').optional(),
      },
    },
    KnownProblems: { written: 'own' },
    NextStep: {
      written: 'around',
      empty: 'Write why someone would do it, in a sentence.',
      attributes: { heading, href: AddressSchema, label },
    },
    Note: { written: 'around', empty: 'Write what there is to know, or take it out.' },
    Phone: { written: 'in', attributes: { big: flag('Shows the number in large figures.') } },
    Picture: {
      written: 'own',
      attributes: {
        file: PictureFileSchema,
        words: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .describe('What it shows, for people who do not see it.'),
        half: flag('Makes it half as wide as the words, on a wide screen.'),
      },
    },
    Recipients: { written: 'own' },
    Retention: {
      written: 'in',
      attributes: {
        of: z
          .enum(['enquiries', 'quarantine', 'audit'])
          .describe('How long which of these is kept.'),
      },
    },
    Row: {
      written: 'around',
      empty: 'Write what is said of it.',
      attributes: { term: words('What the row is about.') },
    },
    Sheet: { written: 'around', empty: LEAVE_OUT },
    Spec: { written: 'around', empty: 'Put a row in it, or take it out.' },
    Step: {
      written: 'around',
      empty: 'Write what happens then, in a sentence.',
      attributes: {
        title: words('What happens, in a few words.'),
        circle: z
          .enum(['quiet', 'group', 'listening', 'open'])
          .describe('The group as it is then.'),
      },
    },
    Steps: { written: 'around', empty: 'Put a step in it, or take it out.' },
    Way: {
      written: 'around',
      empty: 'Write what it is, in a sentence or two.',
      attributes: { circle, heading, href: AddressSchema, label },
    },
    Ways: { written: 'around', empty: 'Put a way in it, or take it out.' },
    WaysToComplain: { written: 'own' },
    WaysToTalk: { written: 'own' },
    WhenKnown: {
      written: 'around',
      empty: LEAVE_OUT,
      attributes: {
        field: z.enum(DETAILS).describe('The detail without which this is not shown.'),
      },
    },
    WhoWeAre: { written: 'own' },
  }) satisfies Record<string, Component>;

/** How each component is written, by its name. */
export const COMPONENTS: Readonly<Record<string, Component>> = componentsWith(() => undefined);

/** What may be written inside the tag of each component, by its name; `questions` as they are named in questions.yaml. */
export const componentSchemas = (
  questions: () => readonly string[] | undefined = () => undefined,
): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries<Component>(componentsWith(questions)).map(([name, { attributes = {} }]) => [
      name,
      z.strictObject(attributes),
    ]),
  );
