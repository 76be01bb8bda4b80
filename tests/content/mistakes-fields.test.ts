import { describe, expect, it } from 'vitest';
import { contentCopy, field, type Mistake, PAGE } from '../support/mistakes.ts';

const { refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'a title that is missing',
    field('title: If your team is joining a group\n', ''),
    [
      `${PAGE}:2: “title” is missing. Add it: what the browser tab and search results call the page.`,
    ],
  ],
  [
    'a field misspelt',
    field('title: If', 'titel: If'),
    [`${PAGE}:2: There is no “titel”. Did you mean “title”? Otherwise take it out.`],
  ],
  [
    'a field nobody knows',
    field('circle: sizes', 'colour: green'),
    [
      `${PAGE}:7: There is no “colour”. Take it out, or write one of: title, heading, description, lede, crumb, circle, menu, foot, template, live, sheet, readers, duty, was, only-with, noindex, next.`,
    ],
  ],
  [
    'an empty description',
    field(
      'description: What a group needs from the people who manage its members.',
      "description: ''",
    ),
    [`${PAGE}:4: “description” is empty. Fill it in: what search results say under the title.`],
  ],
  [
    'a description that was never written',
    field(
      'description: What a group needs from the people who manage its members.',
      'description:',
    ),
    [`${PAGE}:4: “description” is empty. Fill it in: what search results say under the title.`],
  ],
  [
    'a description of 300 characters',
    field(
      'description: What a group needs from the people who manage its members.',
      'description: Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. Short words. S',
    ),
    [
      `${PAGE}:4: “description” has 300 characters; 160 is the most. Shorten it by 140. It is what search results say under the title.`,
    ],
  ],
  [
    'a description too short to help anyone',
    field(
      'description: What a group needs from the people who manage its members.',
      'description: For line managers.',
    ),
    [
      `${PAGE}:4: “description” has 18 characters; 50 is the least. Say 32 more. It is what search results say under the title.`,
    ],
  ],
  [
    'a title too long for a browser tab',
    field(
      'title: If your team is joining a group',
      'title: If your team is joining a group, what to settle before the first one',
    ),
    [
      `${PAGE}:2: “title” has 68 characters; 60 is the most. Shorten it by 8. It is what the browser tab and search results call the page.`,
    ],
  ],
  [
    'a number where words belong',
    field('heading: If your team is joining a group', 'heading: 2027'),
    [
      `${PAGE}:3: “heading” is 2027, which is not read as words. Put it in double quotes: "2027". The main heading at the top of the page.`,
    ],
  ],
  [
    'yes where true belongs',
    field('circle: sizes', 'noindex: yes'),
    [
      `${PAGE}:7: “noindex” is "yes". Write true, without quotation marks, or take the line out. Keeps the page out of search results.`,
    ],
  ],
  [
    'a drawing misspelt',
    field('circle: sizes', 'circle: size'),
    [
      `${PAGE}:7: “circle” is "size". Did you mean sizes? Write one of: group, presenting, listening, quiet, people, open, growing, sizes, rings, day, year, mark. The drawing beside the page.`,
    ],
  ],
  [
    'an address of the next step without its slash',
    field('href: /make-the-case/room-and-rota/', 'href: make-the-case/room-and-rota'),
    [
      `${PAGE}:11: “next → href” is "make-the-case/room-and-rota". Write an address on this site in small letters, with a slash at each end, such as "/enquire/". Where it leads.`,
    ],
  ],
  [
    'a next step without its button',
    field('  label: Print the sheet\n', ''),
    [`${PAGE}:8: “next → label” is missing. Add it: the words on the button.`],
  ],
  [
    'a page with a form that says not which',
    field('circle: sizes', 'template: form'),
    [
      `${PAGE}:2: “live” is missing. Write one of: enquiry, complaint, callback, discovery-call, plan, because the template is "form". What the site fills in on this page, such as a form.`,
      `${PAGE}:8: “next” is a group of fields. Take it out: on a page with a form, the form is the next step. The one next step offered at the foot of the page.`,
    ],
  ],
  [
    'paper for a page that is not printed',
    field('circle: sizes', 'sheet: a4'),
    [
      `${PAGE}:7: “sheet” is "a4". Take it out: only a page with the template "sheet" has it. The paper a sheet to print is made for.`,
    ],
  ],
  [
    'a colon in a value without quotation marks',
    field('title: If your team is joining a group', 'title: Managers: if your team is joining'),
    [
      `${PAGE}:2: There is a second colon in the value, so it cannot be read. Put the value in double quotes: heading: "Groups: what they are".`,
    ],
  ],
  [
    'a quotation mark that is not closed',
    field('title: If your team is joining a group', 'title: "If your team is joining a group'),
    [
      `${PAGE}:12: A quotation mark is opened here, or before, and never closed. Write " at both ends of the value.`,
    ],
  ],
  [
    'a tab',
    field('  text: The', '\ttext: The'),
    [`${PAGE}:10: The line begins with a tab. Begin it with spaces instead: two for each step in.`],
  ],
  [
    'a line not far enough in',
    field('  text: The', ' text: The'),
    [
      `${PAGE}:10: This line begins too far in, or not far enough. Begin it under the first letter of the line above it that it belongs with.`,
    ],
  ],
  [
    'a field twice',
    field('circle: sizes', 'circle: sizes\ncircle: day'),
    [
      `${PAGE}:8: This field stands here for the second time. Keep the one that is right, and take the other out.`,
    ],
  ],
  [
    'a colon left out',
    field('circle: sizes', 'circle sizes'),
    [
      `${PAGE}:7: This line cannot be read as a field. Write a name, a colon, a space and a value: title: Who runs the groups.`,
    ],
  ],
  [
    'no dashes after the fields',
    field('Print the sheet\n---\n', 'Print the sheet\n'),
    [
      `${PAGE}:1: The fields at the top of the page have no end. Write a line of three dashes (---) after the last of them.`,
    ],
  ],
  [
    'no dashes before the fields',
    field('---\ntitle', 'title'),
    [
      `${PAGE}:1: The page has no fields. Begin with a line of three dashes (---), then title, heading and description, then three dashes again.`,
    ],
  ],
  [
    'a mark that an editor put before everything',
    field('---\ntitle', '\uFEFF---\ntitle'),
    [
      `${PAGE}:1: The file begins with a mark nobody sees, so its fields cannot be read. Save it again as plain text in UTF-8 without a byte order mark (BOM).`,
    ],
  ],
];

describe('mistakes in the fields of a page', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });
});
