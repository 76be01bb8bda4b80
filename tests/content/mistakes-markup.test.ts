import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'curly brackets',
    paragraph('Bring {your diary} with you.'),
    [
      `${PAGE}:23: What stands in curly brackets here is read as code. Write round brackets, ( and ).`,
    ],
  ],
  [
    'a name in curly brackets',
    paragraph('Ring {name} first.'),
    [
      `${PAGE}:23: What stands in curly brackets, {name}, is read as code. Write round brackets, ( and ).`,
    ],
  ],
  [
    'a curly bracket left open',
    paragraph('Bring { your diary with you.'),
    [
      `${PAGE}:23: A curly bracket is opened here and never closed; what follows it is read as code. Write round brackets, ( and ).`,
    ],
  ],
  [
    'a sign for less than',
    paragraph('Were there <5 people?'),
    [
      `${PAGE}:23: The sign < begins a component, and none follows it. Say it in words, such as “fewer than”; write a link as [the words](/the-address/).`,
    ],
  ],
  [
    'a remark of HTML',
    paragraph('<!-- to be checked -->\n\nWords.'),
    [
      `${PAGE}:23: A remark between <!-- and --> cannot stand in a page. Take it out; remarks for colleagues belong elsewhere.`,
    ],
  ],
  [
    'a line of code',
    paragraph("import Note from './Note.astro'\n\nWords."),
    [
      `${PAGE}:23: A paragraph that begins with “import” is read as code. Take it out: components need no import. If it is a sentence, begin it otherwise.`,
    ],
  ],
  [
    'a sentence that reads as code',
    paragraph('export of what is said\n\nWords.'),
    [
      `${PAGE}:23: A paragraph that begins with “export” is read as code. Take it out: components need no import. If it is a sentence, begin it otherwise.`,
    ],
  ],
  [
    'a picture that is not there',
    paragraph('![A room](/rooms.svg)'),
    [
      `${PAGE}:23: There is no picture /rooms.svg. Put it into content/pictures, and write ../pictures/rooms.svg: the build makes it as small as each screen needs.`,
    ],
  ],
  [
    'a picture that is not ours',
    paragraph('![A room](room.png)'),
    [
      `${PAGE}:23: The picture room.png is not one of this site’s own. Put it into the folder content/pictures, and write the way to it: ../pictures/picture.jpg.`,
    ],
  ],
  [
    'a drawing whose words were left empty',
    paragraph('<Figure circle="open" name="" />'),
    [
      `${PAGE}:23: “name” in <Figure> is empty. Fill it in: what the drawing says, for people who do not see it.`,
    ],
  ],
  [
    'quotation marks from a word processor',
    paragraph('<Door href=“/plan/” heading=“Plan a project”>\n\nWords.\n\n</Door>'),
    [
      `${PAGE}:23: The quotation marks inside <Door …> are not the straight ones. Write " on both sides of each value; a word processor bends them.`,
    ],
  ],
  [
    'a space inside a link',
    paragraph('See [the planner] (/plan/).'),
    [
      `${PAGE}:23: This is not read as a link. Write it as [the words](/the-address/), without a space between the brackets.`,
    ],
  ],
];

const ADVICE: readonly Mistake[] = [
  [
    'a heading without its space',
    paragraph('##Who decides?'),
    [`${PAGE}:23: This is not read as a heading. Put a space after the last #.`],
  ],
  [
    'an item with a dot from a word processor',
    paragraph('• A chair for everyone'),
    [`${PAGE}:23: This is not read as an item of a list. Begin it with “- ” instead of the dot.`],
  ],
  [
    'a second main heading',
    paragraph('# Who decides?'),
    [
      `${PAGE}:23: “Who decides?” begins with one #, as only the main heading of a page does. Begin it with ##: the main heading is the field “heading”.`,
    ],
  ],
  [
    'a level of headings left out',
    paragraph('#### Who decides?'),
    [
      `${PAGE}:23: “Who decides?” begins with ####, and the heading before it with ##. Begin it with ###.`,
    ],
  ],
  [
    'a picture without words',
    paragraph('![](/room.svg)'),
    [
      `${PAGE}:23: The picture /room.svg has no words for people who do not see it. Write what it shows between the square brackets.`,
    ],
  ],
  [
    'a space inside bold words',
    paragraph('It is ** important **.'),
    [
      `${PAGE}:23: The signs for bold words stand here and do nothing. Write them right before the first word and right after the last: **the words**.`,
    ],
  ],
];

describe('mistakes in the markup', () => {
  it.each(MISTAKES)('are refused, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });

  it.each(ADVICE)('are told, and hold nothing up: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual(said);
  });
});
