import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake } from '../support/mistakes.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'two pages with one address',
    {
      'content/pages/make-the-case.mdx':
        '---\ntitle: Sheets to print\nheading: Make the case\ndescription: Sheets to print for whoever has to explain reflective practice groups.\n---\nPrint them.\n',
    },
    [
      'content/pages/make-the-case/index.mdx: It has the same address as content/pages/make-the-case.mdx: /make-the-case/. Keep one of the two, or give one another name.',
    ],
  ],
  [
    'capital letters and spaces in a name',
    { 'content/pages/Our Groups.mdx': '' },
    [
      'content/pages/Our Groups.mdx: The name of the file would make an address nobody can type. Name it our-groups.mdx: small letters, with hyphens between words.',
      'content/pages/Our Groups.mdx:1: The page has no fields. Begin with a line of three dashes (---), then title, heading and description, then three dashes again.',
    ],
  ],
  [
    'a page under another ending',
    { 'content/pages/groups.md': 'Words.' },
    [
      'content/pages/groups.md: This is no page: its name does not end with .mdx. Name it groups.mdx: small letters, with hyphens between words.',
    ],
  ],
  [
    'a page where the software answers',
    { 'content/pages/desk.mdx': '' },
    [
      'content/pages/desk.mdx: The address /desk/ belongs to the software. Give the page another name.',
      'content/pages/desk.mdx:1: The page has no fields. Begin with a line of three dashes (---), then title, heading and description, then three dashes again.',
    ],
  ],
  [
    'a file of settings nobody reads',
    { 'content/settings/prices.yaml': 'day: 1\n' },
    ['content/settings/prices.yaml: Nothing reads this file. Take it out.'],
  ],
  [
    'a file of settings under another name',
    { 'content/settings/lines.yml': 'phone: 1\n' },
    ['content/settings/lines.yml: Nothing reads this file. Name it line.yaml, or take it out.'],
  ],
  [
    'a file of settings that is gone',
    { 'content/settings/calls.yaml': undefined },
    [
      'content/settings/calls.yaml: The file is missing. Put it back, under this name; the site cannot be built without it.',
    ],
  ],
  [
    'the questions gone',
    { 'content/questions.yaml': undefined },
    [
      'content/questions.yaml: The file is missing. Put it back, under this name; the site cannot be built without it.',
    ],
  ],
  [
    'a page gone that another leads to',
    { 'content/pages/contact.mdx': undefined },
    [
      'content/pages/contact.mdx: The page is missing, and the site leads to it. Put it back, or write /contact/ under “Earlier addresses” (was) of the page that takes its place.',
      'content/pages/managers.mdx:27: No page has the address /contact/. If a page had it, write /contact/ under “Earlier addresses” of the page its readers should see; or take the link away.',
      'content/pages/who-its-for.mdx:7: No page has the address /contact/. If a page had it, write /contact/ under “Earlier addresses” of the page its readers should see; or take the link away.',
    ],
  ],
  [
    'an old address that is a page’s now',
    {
      'content/pages/plan.mdx': ['title: Plan a project', 'was: /contact/\ntitle: Plan a project'],
    },
    [
      'content/pages/plan.mdx:2: /contact/ is the address of content/pages/contact.mdx, so it cannot lead here. Take it out, or take that page away.',
    ],
  ],
  [
    'an old address that two pages want',
    {
      'content/pages/contact.mdx': ['title: ', 'was: /old/\ntitle: '],
      'content/pages/plan.mdx': ['title: ', 'was: /older/ /old/\ntitle: '],
    },
    [
      'content/pages/plan.mdx:2: /old/ leads to /contact/ already: content/pages/contact.mdx lists it. Keep it in one of the two.',
    ],
  ],
  [
    'an old address with a part of a page',
    { 'content/pages/plan.mdx': ['title: ', 'was: /old/#part\ntitle: '] },
    [
      'content/pages/plan.mdx:2: “was” is "/old/#part". Write addresses on this site with spaces between, in small letters, with a slash at each end, such as "/legal/". Addresses this page had before, or that pages had which are gone, such as /legal/; people who follow them come here.',
    ],
  ],
  [
    'a question twice',
    { 'content/questions.yaml': ['- id: checks', '- id: cost'] },
    [
      'content/questions.yaml:5: “number 2 → id” is "cost". Write another name: a question above has this one. A short name that pages use for it, such as “small-groups”; readers do not see it.',
    ],
  ],
  [
    'a question that asks nothing',
    { 'content/questions.yaml': ['What does it cost?', 'What it costs'] },
    [
      'content/questions.yaml:4: “number 1 → question” is "What it costs". Write a question, with a question mark at its end. The question as readers would put it to us.',
    ],
  ],
  [
    'a question’s name in capitals',
    { 'content/questions.yaml': ['- id: checks', '- id: Checks'] },
    [
      'content/questions.yaml:5: “number 2 → id” is "Checks". Write small letters, with hyphens between words, such as "small-groups". A short name that pages use for it, such as “small-groups”; readers do not see it.',
    ],
  ],
];

const ADVISED: readonly Mistake[] = [
  [
    'a page renamed, and links to its old address',
    {
      'content/pages/contact.mdx': undefined,
      'content/pages/talk-to-us.mdx':
        '---\ntitle: Talk to us\nheading: Talk to us\ndescription: The page that was called contact before, under its new name.\nwas: /contact/\n---\nRing us.\n',
    },
    [
      'content/pages/managers.mdx:27: The page /contact/ has moved. Write /talk-to-us/.',
      'content/pages/who-its-for.mdx:7: The page /contact/ has moved. Write /talk-to-us/.',
    ],
  ],
];

describe('mistakes in files', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });

  it.each(ADVISED)('that readers do not notice are advised on: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual(said);
  });
});
