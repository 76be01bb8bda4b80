import { afterAll, describe, expect, test, vi } from 'vitest';
import { PictureFileSchema } from '#content/components.ts';
import { cannotShow } from '../../netlify/edit/cannot-show.ts';
import { pageWordsFindings } from '../../netlify/edit/checks/in-form.ts';
import { openPage } from '../../netlify/edit/checks/open-page.ts';
import { foundIn } from '../../netlify/edit/findings.ts';
import { fieldFor } from '../../netlify/edit/forms/field-for.ts';
import { formOf, staffLine } from '../../netlify/edit/place-names.ts';
import { readKnown } from '../../netlify/edit/read-known.ts';
import { copyContent } from '../support/editor.ts';
import { formSays } from '../support/form-says.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const copy = copyContent();
afterAll(() => copy.remove());

// The window in which the page’s form is open.
vi.stubGlobal('location', { pathname: '/keystatic/collection/pages/item/managers' });

const { site } = readKnown(SMALL_SITE);
const PAGE = 'pages/managers.mdx';
const PARAGRAPH = 'Would you be in the group yourself?';

function says(path: string, from: string, to: string) {
  const text = copy.onDisk(path);
  expect(text).toContain(from);
  if (!site) throw new Error('The small site is known.');
  return formSays(
    copy.reading.editor,
    site,
    path,
    text.replace(from, () => to),
  );
}

type Row = readonly [what: string, path: string, from: string, to: string, said: RegExp];

const inWords = (what: string, to: string, said: RegExp): Row => [what, PAGE, PARAGRAPH, to, said];

/** What would keep the site from being published, from the lists the checks are held to (mistakes-*.test.ts). */
const REFUSED: readonly Row[] = [
  inWords(
    'a size that is not so',
    'Groups of 8 to 10 people work well.',
    /contradicts a fact, “10 to 12 people”\. .* or change “Group size” in “Facts and numbers”/,
  ),
  inWords(
    'a size in words',
    'There are eight people in a group.',
    /Press \+ and choose Fact, or write <Fact id="group-size" \/>/,
  ),
  inWords('a rhythm that is not so', 'They meet twice a month.', /weekly, fortnightly or monthly/),
  inWords(
    'hours that are not so',
    'Ring us Monday to Friday, 8am to 6pm.',
    /contradicts the hours of the line/,
  ),
  inWords('our number, mistyped', 'Ring 07800 970 094 and ask.', /is not the number people ring/),
  inWords('a number of another place', 'Ring 01632 960 001.', /is not the number people ring/),
  inWords('nothing but a size', '8 to 10 people.', /contradicts a fact/),
  [
    'the title of another page',
    PAGE,
    'title: If your team is joining a group',
    'title: Call us to talk it through',
    /The page \/contact\/ has the title/,
  ],
  inWords('a link to no page', 'See [prices](/prices/).', /No page has the address \/prices\//),
  inWords('a link without its slash', 'See [the planner](/plan).', /Did you mean \/plan\/\?/),
  inWords('a link in capitals', 'See [the planner](/Plan/).', /Did you mean \/plan\/\?/),
  inWords('a fact misspelt', 'It is <Fact id="lenght" />.', /Did you mean length\?/),
  inWords(
    'questions that are not named',
    '<AskUs />',
    /“Names” in “Ask Us” is missing\. Add it: questions from “Questions people ask”\./,
  ),
  inWords('a question there is not', '<AskUs ids="cost parking" />', /each one of: cost, checks/),
  inWords(
    'a door that leads nowhere',
    '<Door heading="Plan">\n\nWords.\n\n</Door>',
    /“Address” in “Door” is missing/,
  ),
  inWords('a drawing there is not', '<Figure circle="opne" />', /Did you mean open\?/),
  inWords(
    'a button without words',
    '<ButtonLink href="/plan/"></ButtonLink>',
    /Write the words on the button\./,
  ),
  inWords('a heading without words', '##', /A heading has no words\. Write them/),
  inWords('too many lines', '<Blank label="Names" lines={30} />', /“Lines” in “Blank” is 30/),
  ['no title', PAGE, 'title: If your team is joining a group\n', '', /title/i],
  [
    'a long title',
    PAGE,
    'title: If your team is joining a group',
    'title: If your team is joining a group, what to settle before the first one',
    /68 characters; 60 is the most\. Shorten it by 8/,
  ],
  [
    'no description',
    PAGE,
    'description: What a group needs from the people who manage its members.',
    "description: ''",
    /description/i,
  ],
  [
    'a short description',
    PAGE,
    'What a group needs from the people who manage its members.',
    'For line managers.',
    /18 characters; 50 is the least\. Say 32 more/,
  ],
  [
    'an address without its slashes',
    PAGE,
    'href: /make-the-case/room-and-rota/',
    'href: make-the-case/room-and-rota',
    /with a slash at each end/,
  ],
  [
    'a number in a heading that is not so',
    PAGE,
    'heading: Have it on one sheet',
    'heading: Groups of 8 to 10 people',
    /contradicts a fact/,
  ],
  [
    'an old address without slashes',
    PAGE,
    'circle: sizes',
    'circle: sizes\nwas: legal',
    /with a slash at each end, such as "\/legal\/"/,
  ],
  ['no place in the menu', PAGE, 'menu: {}', 'menu:\n  place: 0\n  label: Managers', /1/],
  [
    'hours too late',
    'settings/line.yaml',
    "closes: '18:00'",
    "closes: '19:00'",
    /never stays open after 6pm\. Write 6pm or earlier/,
  ],
  [
    'hours too early',
    'settings/line.yaml',
    "opens: '09:00'",
    "opens: '08:00'",
    /never opens before 9am\. Write 9am or later/,
  ],
  [
    'hours that end before they begin',
    'settings/line.yaml',
    "opens: '09:00'\n    closes: '18:00'",
    "opens: '14:00'\n    closes: '12:00'",
    /must close after it opens/,
  ],
  [
    'hours in words',
    'settings/line.yaml',
    "opens: '09:00'",
    'opens: nine',
    /Write the hours as “9am to 5pm”, or “closed”\./,
  ],
  [
    'a number from abroad',
    'settings/line.yaml',
    '07800 970 049',
    '"+44 7800 970049"',
    /as people dial it in the UK/,
  ],
  ['no horizon', 'settings/calls.yaml', 'horizon-days: 41', 'horizon-days: 0', /1/],
  ['nobody to take a call', 'settings/calls.yaml', 'calls-at-once: 1', 'calls-at-once: 0', /1/],
  [
    'nothing kept',
    'settings/retention.yaml',
    'months-after-last-contact: 12',
    'months-after-last-contact: 0',
    /1/,
  ],
  [
    'an address that is none',
    'settings/identity.yaml',
    'name: Reflective Practice Groups',
    'name: Reflective Practice Groups\nemail: name at example.org',
    /email/i,
  ],
  [
    'a VAT number that is none',
    'settings/identity.yaml',
    'name: Reflective Practice Groups',
    'name: Reflective Practice Groups\nvat-number: "12"',
    /Write GB and 9 digits/,
  ],
  [
    'a fact without words',
    'settings/facts.yaml',
    'says: 10 to 12 people',
    "says: ''",
    /what readers see/i,
  ],
  [
    'a question without its mark',
    'questions.yaml',
    'What does it cost?',
    'What it costs',
    /with a question mark at its end/,
  ],
  ['a name in capitals', 'questions.yaml', 'id: cost', 'id: Cost', /small letters, with hyphens/],
  [
    'a component in an answer',
    'questions.yaml',
    'What does it cost?',
    'What does it cost?\n    answer: <Phone />',
    /Leave out < > \{ and \}/,
  ],
  [
    'an answer that contradicts a fact',
    'questions.yaml',
    'What does it cost?',
    'What does it cost?\n    answer: It pays for groups of 6.',
    /“groups of 6” contradicts a fact/,
  ],
];

const ADVISED: readonly Row[] = [
  inWords('an exclamation mark', 'Come and see!', /!/),
  inWords('a word we avoid', 'Groups empower staff.', /empower/),
  inWords('a journey', 'It is a journey.', /“journey” is a word we avoid/),
  inWords(
    'a count that is no fact',
    'We know over 50 organisations.',
    /is a number that is not one of the facts/,
  ),
  inWords('a promise', 'We reply within a day.', /promises a lot/),
  inWords('American spelling', 'How you organize it is up to you.', /British spelling/),
  inWords(
    'our number, typed',
    'Ring 07800 970 049 and ask.',
    /Press \+ and choose Phone, or write <Phone \/>/,
  ),
  inWords('a price', 'A group costs £400.', /is a price that is not in the settings/),
  inWords('click here', '[Click here](/plan/).', /does not say where the link leads/),
  inWords('therapy', 'We offer therapy.', /is not what the service is/),
  inWords(
    'an address, typed',
    'Write to name@example.org and ask.',
    /Press \+ and choose Identity, or write <Identity field="email" \/>/,
  ),
  inWords('a fact without its “usually”', 'Each meeting is <Fact id="length" />.', /usually/),
  inWords('a heading that skips', '#### Who decides?', /heading/i),
  inWords('a long sentence', `A group ${'and another group '.repeat(12)}meets.`, /words/),
  ['a claim under a heading', PAGE, 'lede: Someone', 'lede: A proven way! Someone', /!/],
];

/** What no field can know by itself: the form saves it, and the foot of the window says it from then on. */
const BETWEEN: readonly Row[] = [
  [
    'a fact whose words and numbers differ',
    'settings/facts.yaml',
    'least: 3',
    'least: 2',
    /^Facts and numbers: “A day → What readers see” is .*For the planner it is 2 and 4, in the lines below it\. Write the same in both\./,
  ],
  [
    'a day with fewer than an hour',
    'settings/limits.yaml',
    'a-day: 1000',
    'a-day: 1',
    /^Limits on requests: “Emails to one address → A day” .*A day has at least as many as an hour/,
  ],
  [
    'data kept for less long than calls are ahead',
    'settings/retention.yaml',
    'months-after-last-contact: 12',
    'months-after-last-contact: 1',
    /^How long data is kept: “Months after last contact” .* \(“Horizon days” in “Calls people book”\), and one would be erased before it takes place\. Write 2 or more\./,
  ],
  [
    'a form that nothing is filled in',
    PAGE,
    'circle: sizes',
    'circle: sizes\ntemplate: form',
    /^The page \/managers\/: “Filled in by the site” .*because the template is "form"/,
  ],
  [
    'paper for a page that is no sheet',
    PAGE,
    'circle: sizes',
    'circle: sizes\nsheet: a4',
    /^The page \/managers\/: “Paper” .*only a page with the template "sheet" has it/,
  ],
  [
    'a place in the menu without its label',
    PAGE,
    'menu: {}',
    'menu:\n  place: 3',
    /^The page \/managers\/: “Menu → Label” is missing/,
  ],
  [
    'an old address that is a page’s now',
    PAGE,
    'circle: sizes',
    'circle: sizes\nwas: /contact/',
    /^The page \/managers\/ → Earlier addresses: \/contact\/ is the address of the page \/contact\/, so/,
  ],
  [
    'two questions with one name',
    'questions.yaml',
    'id: checks',
    'id: cost',
    /^Questions people ask: “What insurance.* have\? → Name” is .*a question above has this one/,
  ],
];

const wrong = (where: string, instead = 'Write.') => ({ where, line: 4, wrong: 'Wrong.', instead });

test.each([
  [wrong('content/pages/index.mdx'), 'Home page: Wrong. Write.', '/collection/pages/item/index'],
  [
    { ...wrong('content/pages/make-the-case/a-year.mdx'), label: 'Heading' },
    'The page /make-the-case/a-year/ → Heading: Wrong. Write.',
    '/collection/pages/item/make-the-case%2Fa-year',
  ],
  [
    wrong('content/pages/plan.mdx', 'Write <Phone />.'),
    'The page /plan/: Wrong. Press + and choose Phone, or write <Phone />.',
    '/collection/pages/item/plan',
  ],
  [wrong('content/settings/line.yaml'), 'Telephone and hours: Wrong. Write.', '/singleton/line'],
  [
    wrong('content/pages/plan.mdx', 'Change it in content/settings/facts.yaml.'),
    'The page /plan/: Wrong. Change it in “Facts and numbers”.',
    '/collection/pages/item/plan',
  ],
  [
    wrong('content/pages/plan.mdx', 'content/pages/contact.mdx has it; see content/spelling.txt.'),
    'The page /plan/: Wrong. the page /contact/ has it; see content/spelling.txt.',
    '/collection/pages/item/plan',
  ],
  [
    { where: 'content/pages/plan.mdx', wrong: '“foot → under” is missing.', instead: 'Add it.' },
    'The page /plan/: “Foot → Under” is missing. Add it.',
    '/collection/pages/item/plan',
  ],
  [
    wrong('content/pages/plan.mdx', 'Write <WaysToTalk />.'),
    'The page /plan/: Wrong. Press + and choose Ways To Talk, or write <WaysToTalk />.',
    '/collection/pages/item/plan',
  ],
  [wrong('content/questions.yaml'), 'Questions people ask: Wrong. Write.', '/singleton/questions'],
])('staff are told of %s by the name of its form', (finding, said, form) => {
  expect([staffLine(finding), formOf(finding)]).toEqual([said, form]);
});

test('a page that cannot be drawn says in those words what to fix', () => {
  const page = cannotShow({ refusals: [wrong('content/settings/line.yaml', 'Write <b>.')] });
  expect(page).toContain('This page cannot be shown until this is fixed:');
  expect(page).toContain('<li>Telephone and hours: Wrong. Write &lt;b&gt;.</li>');
  expect(cannotShow({ refusals: [] })).toContain('Ask the person who looks after the site.');
});

const NEITHER = 'Groups of 8 meet.';

/** Where each of these is found, as its form labels it. */
test.each([
  ['Title', PAGE, 'title: If your team is joining a group', `title: ${NEITHER}`],
  ['Heading', PAGE, 'heading: If your team is joining a group', `heading: ${NEITHER}`],
  [
    'Description',
    PAGE,
    'description: What a group needs from the people who manage its members.',
    `description: ${NEITHER} It needs the people who manage its members.`,
  ],
  ['Words under the heading', PAGE, 'lede: Someone', `lede: ${NEITHER} Someone`],
  ['The next step → Text', PAGE, /^ {2}text: /m, `  text: ${NEITHER} `],
  ['Menu → Label', PAGE, 'menu: {}', `menu:\n  place: 9\n  label: ${NEITHER}`],
  ['Words', PAGE, PARAGRAPH, NEITHER],
  [
    'What does it cost? → Answer',
    'questions.yaml',
    'What does it cost?',
    `What does it cost?\n    answer: ${NEITHER}`,
  ],
  [
    `What of this: ${NEITHER} Or not? → Question`,
    'questions.yaml',
    'What does it cost?',
    `"What of this: ${NEITHER} Or not?"\n    answer: That depends.`,
  ],
  ['Hours → Monday', 'settings/line.yaml', "closes: '18:00'", "closes: '19:00'"],
] as const)('staff are told of a mistake in %s by that name', (label, path, from, to) => {
  const before = copy.onDisk(path);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  copy.change(path, after);
  const { refusals } = foundIn(copy.root);
  copy.change(path, before);
  expect(refusals.map((finding) => finding.label)).toEqual([label]);
  // Nothing but words can stand in a field.
  if (label !== 'Words') expect(refusals.map(staffLine).join()).not.toContain('<Fact');
});

test('a picture too large to be kept is refused where it is chosen', () => {
  const field = fieldFor('file', PictureFileSchema) as unknown as { validate(value: object): void };
  const chosen = (bytes: number) => ({
    data: new Uint8Array(bytes),
    extension: 'jpg',
    filename: 'A room.jpg',
  });
  expect(() => field.validate(chosen(9_100_000))).toThrow(
    'The picture A room.jpg has 9.1 MB; 4.0 MB is the most. Save it smaller, ',
  );
  expect(() => field.validate(chosen(4_000_000))).not.toThrow();
});

describe('a mistake in a form', () => {
  test('is refused or advised, each of forty and more', () => {
    expect(REFUSED.length + ADVISED.length).toBeGreaterThanOrEqual(40);
    const { refusals } = says(PAGE, PARAGRAPH, PARAGRAPH);
    expect(refusals).toEqual([]);
  });

  test('a page without words is refused, unless the site fills it in', () => {
    if (!site) throw new Error('The small site is known.');
    const refused = (open?: string) => pageWordsFindings('', site, [], open).refusals;
    expect(refused()).toEqual([
      'The page has no words. Write what readers come for, or take the page away.',
    ]);
    expect(refused('contact')).toHaveLength(1);
    expect(refused('plan')).toEqual([]);
    expect(openPage('/keystatic/collection/pages/item/make-the-case%2Findex')).toBe(
      'make-the-case',
    );
    expect(openPage('/keystatic/branch/main/collection/pages/create')).toBeUndefined();
  });

  test.each(REFUSED)('is refused where it is made: %s', (_, path, from, to, said) => {
    const { refusals } = says(path, from, to);
    expect(refusals.join('\n')).toMatch(said);
  });

  test.each(BETWEEN)('is told at the foot of the window: %s', (_, path, from, to, said) => {
    expect(says(path, from, to).refusals).toEqual([]);
    const before = copy.onDisk(path);
    expect(foundIn(copy.root).refusals).toEqual([]);
    copy.change(path, before.replace(from, to));
    const { refusals } = foundIn(copy.root);
    copy.change(path, before);
    expect(refusals.map(staffLine).join('\n')).toMatch(said);
  });

  test.each(ADVISED)('is advised on, and holds nothing up: %s', (_, path, from, to, said) => {
    const { refusals, advice } = says(path, from, to);
    const before = new Set(says(PAGE, PARAGRAPH, PARAGRAPH).advice);
    expect(refusals).toEqual([]);
    expect(advice.filter((line) => !before.has(line)).join('\n')).toMatch(said);
  });
});
