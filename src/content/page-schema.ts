import * as z from 'zod';
import { CIRCLE_KINDS } from '#domain/circle/kinds.ts';
import { LIVE_FORMS, LIVE_PAGES, LIVE_SHEETS } from '#domain/page-slots.ts';
import { AddressSchema } from './address.ts';

const words = (most: number, about: string, least = 1) =>
  z.string().trim().min(least).max(most).describe(about);

const TEMPLATES = ['home', 'reading', 'form', 'sheet'] as const;

/** The shells staff give words to; the page of a message and the desk have none of their own. */
const LIVE = LIVE_PAGES.filter((name) => name !== 'message-page' && name !== 'desk');

const isForm = (live: string | undefined) => LIVE_FORMS.some((name) => name === live);
const isSheet = (live: string | undefined) => LIVE_SHEETS.some((name) => name === live);

const NextSchema = z.strictObject({
  heading: words(80, 'What the next step is.'),
  text: words(160, 'Why someone would take it, in a sentence.'),
  href: AddressSchema,
  label: words(40, 'The words on the button.'),
});

/** The headings of the foot of every page, in its order. */
export const FOOT_HEADINGS = [
  'What we offer',
  'For you',
  'Work with us',
  'Contact',
  'About',
] as const;

const place = z
  .int()
  .min(1)
  .max(99)
  .describe(
    'Where it stands among the others: 1 comes first. Pages may share a number; they stand in the order of their addresses.',
  );
const label = words(40, 'The words that lead to the page.');

const MenuSchema = z.strictObject({
  place,
  label,
  button: z.boolean().optional().describe('Draws it as a button, where there is room.'),
  further: z
    .boolean()
    .optional()
    .describe('Keeps it for the menu that opens on a phone, under the others.'),
});

const FootSchema = z.strictObject({
  under: z.enum(FOOT_HEADINGS).describe('The heading it stands under.'),
  place,
  label,
});

const fields = z.strictObject({
  title: words(60, 'What the browser tab and search results call the page.'),
  heading: words(80, 'The main heading at the top of the page.'),
  description: words(160, 'What search results say under the title.', 50),
  lede: words(400, 'The sentences under the heading, before the rest.').optional(),
  crumb: words(
    40,
    'A shorter name for the way back to the page; the heading when left out.',
  ).optional(),
  circle: z.enum(CIRCLE_KINDS).optional().describe('The drawing beside the page.'),
  menu: MenuSchema.optional().describe('Puts the page into the menu at the top of every page.'),
  foot: FootSchema.optional().describe('Puts the page among the links at the foot of every page.'),
  template: z
    .enum(TEMPLATES)
    .default('reading')
    .describe('How the page is laid out; “reading” is right for words.'),
  live: z.enum(LIVE).optional().describe('What the site fills in on this page, such as a form.'),
  sheet: z.enum(['a4', 'a5']).optional().describe('The paper a sheet to print is made for.'),
  readers: z
    .enum(['everyone', 'participants'])
    .default('everyone')
    .describe('Whom it is for; “participants” holds it to easier words.'),
  duty: z
    .boolean()
    .optional()
    .describe('A page the law asks for, whose words are not held to a reading grade.'),
  was: z
    .string()
    .trim()
    .max(600)
    .regex(
      /^\/(?:[a-z0-9-]+\/)+(?:\s+\/(?:[a-z0-9-]+\/)+)*$/,
      'Write addresses on this site with spaces between, in small letters, with a slash at each end, such as "/legal/".',
    )
    .optional()
    .describe(
      'Addresses this page had before, or that pages had which are gone, such as /legal/; people who follow them come here.',
    ),
  'only-with': z
    .enum(['buyers'])
    .optional()
    .describe(
      'What has to be known before the page is shown; “buyers” is a confirmed line of the settings for buyers.',
    ),
  noindex: z.boolean().optional().describe('Keeps the page out of search results.'),
  next: NextSchema.optional().describe('The one next step offered at the foot of the page.'),
});

/** A rule between two fields: where it looks, when it is broken, and what was expected. */
const RULES: readonly (readonly [
  field: 'live' | 'sheet' | 'next',
  broken: (page: z.infer<typeof fields>) => boolean,
  expected: string,
])[] = [
  [
    'live',
    ({ template, live }) => template === 'form' && !isForm(live),
    `Write one of: ${LIVE.filter(isForm).join(', ')}, because the template is "form".`,
  ],
  [
    'live',
    ({ template, live }) => template === 'sheet' && !!live && !isSheet(live),
    `Take it out, or write one of: ${LIVE_SHEETS.join(', ')}, because the template is "sheet".`,
  ],
  [
    'live',
    ({ template, live }) => template !== 'form' && template !== 'sheet' && !!live,
    'Take it out: only a page with the template "form" or "sheet" has it.',
  ],
  [
    'sheet',
    ({ template, sheet }) => template === 'sheet' && !sheet,
    'Write a4 or a5, because the template is "sheet".',
  ],
  [
    'sheet',
    ({ template, sheet }) => template !== 'sheet' && !!sheet,
    'Take it out: only a page with the template "sheet" has it.',
  ],
  [
    'next',
    ({ template, next }) => template === 'form' && !!next,
    'Take it out: on a page with a form, the form is the next step.',
  ],
];

/** What staff write between the two lines of dashes at the top of a page. */
export const PageSchema = fields.check(({ value, issues }) => {
  for (const [field, broken, expected] of RULES) {
    if (!broken(value)) continue;
    issues.push({ code: 'custom', path: [field], message: expected, input: value[field] });
  }
});

/** A page's fields, once checked. */
export type PageFields = z.infer<typeof PageSchema>;
