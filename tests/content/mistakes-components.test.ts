import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'a component nobody knows',
    paragraph('<Testimonial />'),
    [
      `${PAGE}:23: There is no component <Testimonial>. Take it out, or write one of: Actions, AllQuestions, AskUs, Band, Blank, ButtonLink, CallLength, Checklist, Door, Doors, Fact, FactStrip, Figure, ForBuyers, FromPlan, Gloss, Hours, Identity, KnownProblems, NextStep, Note, Phone, Picture, Recipients, Retention, Row, Sheet, Spec, Step, Steps, Way, Ways, WaysToComplain, WaysToTalk, WhenKnown, WhoWeAre.`,
    ],
  ],
  [
    'a component misspelt',
    paragraph('<Hors />'),
    [`${PAGE}:23: There is no component <Hors>. Did you mean <Hours>?`],
  ],
  [
    'a tag of HTML',
    paragraph('It is <b>bold</b>.'),
    [`${PAGE}:23: There is no component <b>. Write **the words** to print them bold.`],
  ],
  [
    'a picture as HTML',
    paragraph('<img src="/room.png" alt="" />'),
    [
      `${PAGE}:23: There is no component <img>. Put the picture into content/pictures, and write it as ![what it shows](../pictures/room.jpg).`,
    ],
  ],
  [
    'a setting misspelt',
    paragraph('<Door herf="/plan/" heading="Plan a project">\n\nWords.\n\n</Door>'),
    [`${PAGE}:23: There is no “herf” in <Door>. Did you mean “href”? Otherwise take it out.`],
  ],
  [
    'a setting that is missing',
    paragraph('<Door heading="Plan a project">\n\nWords.\n\n</Door>'),
    [`${PAGE}:23: “href” in <Door> is missing. Add it: where it leads.`],
  ],
  [
    'a setting without quotation marks',
    paragraph('<Door href=/plan/ heading="Plan a project">\n\nWords.\n\n</Door>'),
    [
      `${PAGE}:23: What stands inside <Door …> cannot be read. Write each setting as a name, an equals sign and its value in double quotes: <Door href="/enquire/" heading="Write to us">.`,
    ],
  ],
  [
    'a setting with a value it does not take',
    paragraph('<Phone big="yes" />'),
    [
      `${PAGE}:23: “big” in <Phone> is "yes". Write the bare word, with nothing after it. Shows the number in large figures.`,
    ],
  ],
  [
    'a button without words',
    paragraph('<Actions>\n<ButtonLink href="/plan/"></ButtonLink>\n</Actions>'),
    [`${PAGE}:24: <ButtonLink> is empty. Write the words on the button.`],
  ],
  [
    'a button with a space on it',
    paragraph('<ButtonLink href="/plan/">\u00a0</ButtonLink>'),
    [`${PAGE}:23: <ButtonLink> is empty. Write the words on the button.`],
  ],
  [
    'parts without words',
    paragraph(
      '<Doors>\n<Door href="/plan/" heading="Plan" />\n</Doors>\n\n<Note></Note>\n\n<NextStep heading="Plan" href="/plan/" label="Plan"></NextStep>\n\nA <Gloss term="group"></Gloss>.\n\n<Spec>\n<Row term="Length" />\n</Spec>\n\n<Figure circle="open"></Figure>',
    ),
    [
      `${PAGE}:24: <Door> is empty. Write who it is for, or what is there.`,
      `${PAGE}:27: <Note> is empty. Write what there is to know, or take it out.`,
      `${PAGE}:29: <NextStep> is empty. Write why someone would do it, in a sentence.`,
      `${PAGE}:31: <Gloss> is empty. Write what the word means.`,
      `${PAGE}:34: <Row> is empty. Write what is said of it.`,
    ],
  ],
  [
    'a heading without words',
    paragraph('##'),
    [`${PAGE}:23: A heading has no words. Write them, or take it out.`],
  ],
  [
    'a page without words',
    { 'content/pages/contact.mdx': ['Ring <Phone />, <Hours />.', ''] },
    [
      'content/pages/contact.mdx:1: The page has no words. Write what readers come for, or take the page away.',
    ],
  ],
  [
    'a number in quotation marks',
    paragraph('<Blank label="Names" lines="three" />'),
    [
      `${PAGE}:23: “lines” in <Blank> is "three". Write a number, in figures and without quotation marks. How many lines, written as lines={3}.`,
    ],
  ],
  [
    'a component left open',
    paragraph('<Note>\n\nWords.'),
    [
      `${PAGE}:23: <Note> begins here and has no end. Write </Note> where it ends, on a line of its own, with an empty line before it; or <Note /> when nothing stands inside it.`,
    ],
  ],
  [
    'a component without its slash',
    paragraph('Ring us: <Phone>.'),
    [
      `${PAGE}:23: <Phone> begins here and has no end. Write </Phone> where it ends, on a line of its own, with an empty line before it; or <Phone /> when nothing stands inside it.`,
    ],
  ],
  [
    'a component closed under another name',
    paragraph('<Note>\n\nWords.\n\n</Notes>'),
    [
      `${PAGE}:27: </Notes> ends something that has not begun; <Note> began on line 23. Write </Note> here.`,
    ],
  ],
  [
    'a component closed and never opened',
    paragraph('Words.\n\n</Note>'),
    [
      `${PAGE}:25: </Note> ends something that has not begun. Take it out, or write <Note> where it should begin.`,
    ],
  ],
  [
    'a fact misspelt',
    paragraph('A meeting is usually <Fact id="lenght" />.'),
    [
      `${PAGE}:23: “id” in <Fact> is "lenght". Did you mean length? Write one of: group-size, rhythm, length, a-day, a-project, training, experience, evaluation-levels. The fact, from the settings.`,
    ],
  ],
  [
    'a fact there is not',
    paragraph('It costs <Fact id="price" />.'),
    [
      `${PAGE}:23: “id” in <Fact> is "price". Write one of: group-size, rhythm, length, a-day, a-project, training, experience, evaluation-levels. The fact, from the settings.`,
    ],
  ],
  [
    'a question there is not',
    paragraph('<AskUs ids="cost parking" />'),
    [
      `${PAGE}:23: “ids” in <AskUs> is "cost parking". Write names with spaces between, each one of: cost, checks. Questions from content/questions.yaml.`,
    ],
  ],
];

describe('mistakes in components', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });
});
