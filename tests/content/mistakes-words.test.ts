import { describe, expect, it } from 'vitest';
import { contentCopy, field, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const SIZE = 'Write <Fact id="group-size" />, or change group-size in content/settings/facts.yaml.';

const MISTAKES: readonly Mistake[] = [
  [
    'a size of groups that is not so',
    paragraph('Groups of 8 to 10 people work well.'),
    [`${PAGE}:23: “Groups of 8 to 10” contradicts a fact, “10 to 12 people”. ${SIZE}`],
  ],
  [
    'a size in words',
    paragraph('There are eight people in a group.'),
    [`${PAGE}:23: “eight people in a group” contradicts a fact, “10 to 12 people”. ${SIZE}`],
  ],
  [
    'a rhythm that is not so',
    paragraph('They meet twice a month.'),
    [
      `${PAGE}:23: “They meet twice a month” contradicts a fact, “weekly, fortnightly or monthly”. Write <Fact id="rhythm" />, or change rhythm in content/settings/facts.yaml.`,
    ],
  ],
  [
    'hours that are not so',
    paragraph('Ring us Monday to Friday, 8am to 6pm.'),
    [
      `${PAGE}:23: “Monday to Friday, 8am to 6pm” contradicts the hours of the line, “Monday to Friday, 9am to 6pm”. Write <Hours />, or change the hours in content/settings/line.yaml.`,
    ],
  ],
  [
    'our number, mistyped',
    paragraph('Ring 07800 970 094 and ask.'),
    [
      `${PAGE}:23: 07800 970 094 is not the number people ring, which is 07800 970 049. Write <Phone />; the number stands once, in content/settings/line.yaml.`,
    ],
  ],
  [
    'a number of another place',
    paragraph('Ring 01632 960 001 and ask.'),
    [
      `${PAGE}:23: 01632 960 001 is not the number people ring, which is 07800 970 049. Write <Phone />; the number stands once, in content/settings/line.yaml.`,
    ],
  ],
  [
    'the number of another telephone',
    paragraph('Ring 07700 900 123 and ask.'),
    [
      `${PAGE}:23: 07700 900 123 is not the number people ring, which is 07800 970 049. Write <Phone />; the number stands once, in content/settings/line.yaml.`,
    ],
  ],
  [
    'a number of Brighton',
    paragraph('Ring 01273 555 123 and ask.'),
    [
      `${PAGE}:23: 01273 555 123 is not the number people ring, which is 07800 970 049. Write <Phone />; the number stands once, in content/settings/line.yaml.`,
    ],
  ],
  [
    'a title that another page has',
    field('title: If your team is joining a group', 'title: Call us to talk it through'),
    [
      `${PAGE}:2: The page /contact/ has the title “Call us to talk it through” too. Write another, so that people who search can tell them apart.`,
    ],
  ],
  [
    'a title that another page has, below another field',
    field(
      'title: If your team is joining a group\nheading: If your team is joining a group\n',
      'heading: If your team is joining a group\ntitle: Call us to talk it through\n',
    ),
    [
      `${PAGE}:3: The page /contact/ has the title “Call us to talk it through” too. Write another, so that people who search can tell them apart.`,
    ],
  ],
  [
    'an answer that is nothing but a size that is not so',
    {
      'content/questions.yaml': [
        'question: What does it cost?',
        'question: What does it cost?\n  answer: 8 to 10 people.',
      ],
    },
    [
      'content/questions.yaml:5: “8 to 10 people.” contradicts a fact, “10 to 12 people”. Write “10 to 12 people”, or change group-size in content/settings/facts.yaml.',
    ],
  ],
  [
    'an answer that contradicts a fact, and leads nowhere',
    {
      'content/questions.yaml': [
        'question: What does it cost?',
        'question: What does it cost?\n  answer: "It pays for groups of 6. [How](/prices/)"',
      ],
    },
    [
      'content/questions.yaml:5: “groups of 6” contradicts a fact, “10 to 12 people”. Write “10 to 12 people”, or change group-size in content/settings/facts.yaml.',
      'content/questions.yaml:5: No page has the address /prices/. If a page had it, write /prices/ under “Earlier addresses” of the page its readers should see; or take the link away.',
    ],
  ],
];

const ADVICE: readonly Mistake[] = [
  [
    'a count of whom we know',
    paragraph('We know over 50 organisations.'),
    [
      `${PAGE}:23: “50 organisations” is a number that is not one of the facts. If it is one of the facts, write <Fact id="…" /> (they are in content/settings/facts.yaml). If it is right, leave it.`,
    ],
  ],
  [
    'a price that is not in the settings',
    paragraph('A group costs £400 a month.'),
    [
      `${PAGE}:23: £400 is a price that is not in the settings. Leave it only if it has been agreed, and say the same wherever it stands.`,
    ],
  ],
  [
    'a link that does not say where it leads',
    paragraph('To plan one, [click here](/plan/).'),
    [
      `${PAGE}:23: “click here” does not say where the link leads. Write what will be found there, such as “how a group works”.`,
    ],
  ],
  [
    'what the service is not',
    paragraph('It is counselling for staff.'),
    [
      `${PAGE}:23: “is counselling” is not what the service is. Write “reflective practice groups”, or say what people do there.`,
    ],
  ],
  [
    'a fact without what makes it true',
    paragraph('Each meeting is <Fact id="length" />.'),
    [`${PAGE}:23: “1 hour 15 minutes” is not always so. Say “usually” in the same sentence.`],
  ],
  [
    'a promise nobody can keep',
    paragraph('Our groups halve sickness absence.'),
    [`${PAGE}:23: “halve” promises a lot. Say what an evaluation found, in its words.`],
  ],
  [
    'a word no dictionary has',
    paragraph('Groups help people reflct.'),
    [
      `${PAGE}:23: “reflct” is not in the dictionary. Did you mean “reflect”? If it is right, add it to content/spelling.txt.`,
    ],
  ],
  [
    'three questions on a page',
    paragraph('What is it? Who comes?'),
    [
      `${PAGE}:23: It asks 4 questions; this is the one after the first 2. Say what you want readers to know. Questions with answers stand in content/questions.yaml.`,
    ],
  ],
  [
    'a sentence that stands on another page',
    {
      ...paragraph('A sheet has a line for each thing.'),
      'content/pages/contact.mdx': ['---\n\n', '---\n\nA sheet has a line for each thing. '],
    },
    [
      `${PAGE}:23: “A sheet has a line for each thing.” stands in content/pages/contact.mdx too, on line 7. Say it on one page, and link to it from the other.`,
    ],
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
    [`${PAGE}:23: “organize” is not the British spelling used here. Write “organis…”.`],
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
    'a reply time',
    paragraph('We reply within a day.'),
    [`${PAGE}:23: “We reply within” promises a lot. Leave out how soon, unless it is always so.`],
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
  it.each(MISTAKES)('are refused, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });

  it.each(ADVICE)('are told, and hold nothing up: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual(said);
  });

  it.each([
    'One manager said, “I have never felt so well heard by my colleagues before.”',
    '> It changed how we talk.',
    'What people say is confidential. Each facilitator is DBS-checked and insured.',
    'Groups can meet online.',
  ])('leave to staff what is theirs to say: %s', (words) => {
    const edits = paragraph(words);
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual([]);
  });
});
