import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake } from '../support/mistakes.ts';

const { refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'two pages with one address',
    {
      'content/pages/make-the-case.mdx':
        '---\ntitle: Make the case\nheading: Make the case\ndescription: Sheets to print for whoever has to explain reflective practice groups.\n---\n',
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
      'content/pages/managers.mdx:27: No page has the address /contact/. Look in content/pages for the page you mean: who-its-for.mdx there is /who-its-for/.',
      'content/pages/who-its-for.mdx:7: No page has the address /contact/. Look in content/pages for the page you mean: who-its-for.mdx there is /who-its-for/.',
    ],
  ],
  [
    'a question twice',
    { 'content/questions.yaml': ['- id: checks', '- id: cost'] },
    [
      'content/questions.yaml:5: “number 2 → id” is "cost". Write another name: a question above has this one. The name pages use for the question.',
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
      'content/questions.yaml:5: “number 2 → id” is "Checks". Write small letters, with hyphens between words, such as "small-groups". The name pages use for the question.',
    ],
  ],
];

describe('mistakes in files', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });
});
