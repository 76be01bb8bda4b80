import { describe, expect, it } from 'vitest';
import { contentCopy, field, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { wordFaultsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'a price',
    paragraph('A day costs £250.'),
    [
      `${PAGE}:23: “£250” is a price, or reads as one. Leave it out: what a project costs is a question to ask us.`,
    ],
  ],
  [
    'a price in pounds',
    paragraph('A day is 250 pounds.'),
    [
      `${PAGE}:23: “250 pounds” is a price, or reads as one. Leave it out: what a project costs is a question to ask us.`,
    ],
  ],
  [
    'a price in words',
    paragraph('A day is two hundred pounds.'),
    [
      `${PAGE}:23: “two hundred pounds” is a price, or reads as one. Leave it out: what a project costs is a question to ask us.`,
    ],
  ],
  [
    'a number made up',
    paragraph('Groups of 8 to 10 people work well.'),
    [
      `${PAGE}:23: “8 to 10 people” is a number that is not one of the facts. Write <Fact id="…" /> for a number about the service (they are in content/settings/facts.yaml), or leave the number out.`,
    ],
  ],
  [
    'a count of whom we know',
    paragraph('We know over 50 organisations.'),
    [
      `${PAGE}:23: “50 organisations” is a number that is not one of the facts. Write <Fact id="…" /> for a number about the service (they are in content/settings/facts.yaml), or leave the number out.`,
    ],
  ],
  [
    'a number in words',
    paragraph('There are ten to twelve people in a group.'),
    [
      `${PAGE}:23: “ten to twelve people” is a number that is not one of the facts. Write <Fact id="…" /> for a number about the service (they are in content/settings/facts.yaml), or leave the number out.`,
    ],
  ],
  [
    'a rhythm made up',
    paragraph('They meet twice a month.'),
    [
      `${PAGE}:23: “twice a month” is a number that is not one of the facts. Write <Fact id="…" /> for a number about the service (they are in content/settings/facts.yaml), or leave the number out.`,
    ],
  ],
  [
    'a fact without what makes it true',
    paragraph('Each meeting is <Fact id="length" />.'),
    [`${PAGE}:23: “1 hour 15 minutes” is not always so. Say “usually” in the same sentence.`],
  ],
  [
    'an exclamation mark',
    paragraph('Come and see!'),
    [`${PAGE}:23: “see!” has an exclamation mark. End with a full stop.`],
  ],
  [
    'empower',
    paragraph('Groups empower staff.'),
    [`${PAGE}:23: “empower” is a word we avoid. Say what people can do.`],
  ],
  [
    'journey',
    paragraph('It is a journey.'),
    [`${PAGE}:23: “journey” is a word we avoid. Say what happens, in order.`],
  ],
  [
    'service users',
    paragraph('Think of your service users.'),
    [
      `${PAGE}:23: “service users” is a word we avoid. Write “people”, or “the people you work with”.`,
    ],
  ],
  [
    'resilience',
    paragraph('It builds resilience.'),
    [`${PAGE}:23: “resilience” is a word we avoid. Say what the work takes: its toll.`],
  ],
  [
    'RPG',
    paragraph('An RPG is small.'),
    [
      `${PAGE}:23: “RPG” is used without being explained. Write “reflective practice groups” the first time, then “groups”.`,
    ],
  ],
  [
    'American spelling',
    paragraph('How you organize it is up to you.'),
    [`${PAGE}:23: “organize” is not the British spelling. Write “organis…”.`],
  ],
  [
    'a sentence too long to take in',
    paragraph(
      'Before anyone in the group says yes to the first meeting, they may want to know who else will be there, and whether their own manager will be among them.',
    ),
    [
      `${PAGE}:23: “Before anyone in the group says yes to the first meeting, they may want to know …” has 30 words. Make it two sentences: 25 words is the most.`,
    ],
  ],
  [
    'a page too hard for those it is for',
    paragraph(
      'Institutional accountability necessitates interdisciplinary collaboration. Organisational sustainability presupposes managerial accessibility.',
    ),
    [
      `${PAGE}: It reads at grade 13.9. Use shorter sentences and plainer words: 9 is the most for everyone.`,
    ],
  ],
  [
    'a number to ring that is not ours',
    paragraph('Ring 01632 960 123 at any time.'),
    [
      `${PAGE}:23: 01632 960 123 is not the number people ring, which is 07800 970 049. Write <Phone />; the number stands once, in content/settings/line.yaml.`,
    ],
  ],
  [
    'our number, typed by hand',
    paragraph('Ring 07800 970 049 and ask.'),
    [
      `${PAGE}:23: The number 07800 970 049 is typed by hand. Write <Phone />, so that it stays right when the setting changes.`,
    ],
  ],
  [
    'an email address',
    paragraph('Write to name@example.org and ask.'),
    [
      `${PAGE}:23: The email address name@example.org is typed by hand. Write <Identity field="email" />; the address stands once, in content/settings/identity.yaml.`,
    ],
  ],
  [
    'a block of quotation',
    paragraph('> It changed how we talk.'),
    [
      `${PAGE}:23: A block of quotation reads as somebody’s words. Leave it out: the site quotes nobody. Words in quotation marks must stand in the source, or be a short phrase a reader might use.`,
    ],
  ],
  [
    'somebody’s words',
    paragraph('One manager said, “I have never felt so well heard by my colleagues before.”'),
    [
      `${PAGE}:23: “I have never felt so well heard by my colleagues before.” reads as somebody’s words. Leave it out: the site quotes nobody. Words in quotation marks must stand in the source, or be a short phrase a reader might use.`,
    ],
  ],
  [
    'a promise nobody has made',
    paragraph('What people say is confidential.'),
    [
      `${PAGE}:23: “is confidential” claims what the service has not said. Leave it out: it is a question to ask us, and <AskUs /> puts it.`,
    ],
  ],
  [
    'a way of working nobody has offered',
    paragraph('Groups can meet online.'),
    [
      `${PAGE}:23: “Groups can meet online” claims what the service has not said. Leave it out: it is a question to ask us, and <AskUs /> puts it.`,
    ],
  ],
  [
    'a reply time',
    paragraph('We reply within a day.'),
    [`${PAGE}:23: “We reply within” claims what the service has not said. Leave out how soon.`],
  ],
  [
    'two at once, in a field',
    field('lede: Someone', 'lede: A proven way! Someone'),
    [
      `${PAGE}:5: “proven” is a word we avoid. Write “an evaluation of a previous project found …”.`,
      `${PAGE}:5: “way!” has an exclamation mark. End with a full stop.`,
    ],
  ],
];

describe('mistakes in the words', () => {
  it.each(MISTAKES)('are caught, and told so that they can be mended: %s', (_, edits, said) => {
    expect(wordFaultsAfter(edits)).toEqual(said);
  });
});
