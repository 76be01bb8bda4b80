import { expect, test } from 'vitest';
import { keepPage, pageToEditor } from '../../netlify/dev/edit/keep/keep-file.ts';
import { loadReading } from '../../netlify/dev/edit/load-reading.ts';
import { readKnown } from '../../netlify/dev/edit/read-known.ts';
import { asSaved } from '../support/as-saved.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const reading = loadReading()(readKnown(SMALL_SITE));

/** A page with every way of writing that the editor has another way for. */
const PAGE = `---
title: A page
heading: 'A page: with a colon'
description: What the page says. # for search results
template: reading

next:
  heading: Go on
  text: A call commits nobody.
  href: /discovery-call/
  label: Book a call
---

## A heading

First words, with _stress_ and **weight** and a [link](/plan/).

Groups of <Fact id="group-size" /> meet. The <Gloss term="facilitator">person who runs it</Gloss> comes.

- One
- Two, with <Fact id="length" />

1. Open it.
2. Close it.

<Steps>

<Step title="Before" circle="quiet">

What happens then.

</Step>

</Steps>

<Spec>

<Row term="Room">small and quiet</Row>
<Row term="Length">
  usually <Fact id="length" />, over a line that is so long that it has been taken to the next one
  here
</Row>

</Spec>

Ring <Phone />.<Identity field="email"> Or write to <Identity field="email" />.</Identity>

<Identity field="vat-number">

Number: <Identity field="vat-number" />.

</Identity>

| Meeting | Room |
| ------- | ---- |
| First   |      |
| Second  | Blue |

<Blank label="What I want to ask" lines={3} />

<ButtonLink href="/enquire/">Start an enquiry</ButtonLink>

Last words.
`;

const opened = asSaved(reading, 'pages/a.mdx', pageToEditor(PAGE));

/** What is changed in what the editor writes, and what that changes in the file. */
type Change = readonly [from: string, to: string];

async function saved(...changes: readonly Change[]): Promise<string> {
  const text = changes.reduce((whole, [from, to]) => {
    expect(whole.split(from)).toHaveLength(2);
    return whole.replace(from, () => to);
  }, opened);
  return keepPage(reading, PAGE, text);
}

const inFile = (...changes: readonly Change[]) =>
  changes.reduce((whole, [from, to]) => {
    expect(whole.split(from)).toHaveLength(2);
    return whole.replace(from, () => to);
  }, PAGE);

test('the editor by itself would write much of the page anew', () => {
  const before = new Set(PAGE.split('\n'));
  const anew = opened.split('\n').filter((line) => !before.has(line));
  expect(anew.length).toBeGreaterThan(20);
});

const SAME_IN_BOTH: readonly (readonly [name: string, from: string, to: string])[] = [
  ['words of a paragraph', 'Last words.', 'Other words.'],
  ['words beside a component', 'meet. The', 'meet often. The'],
  ['words a component explains', 'person who runs it', 'one who runs it'],
  ['a fact', 'Groups of <Fact id="group-size" />', 'Groups of <Fact id="length" />'],
  ['where a link leads', '](/plan/)', '](/managers/)'],
  ['the words of a link', '[link]', '[way on]'],
  ['a heading', '## A heading', '## Another heading'],
  ['the level of a heading', '## A heading', '### A heading'],
  ['what is written in a tag', 'title="Before"', 'title="At first"'],
  ['one of a few choices', 'circle="quiet"', 'circle="open"'],
  ['a number in a tag', 'lines={3}', 'lines={5}'],
  ['a term', 'term="Room"', 'term="The room"'],
  ['words in a component that has them on one line', 'small and quiet', 'very quiet'],
  ['words in a component that has them over lines', 'usually <Fact', 'always <Fact'],
  ['words shown once something is known', 'Number: <', 'The number: <'],
  ['words among others, shown once something is known', ' Or write to ', ' Or email '],
  ['words beside those', 'Ring <Phone />.', 'Call <Phone />.'],
  ['a field', 'title: A page\n', 'title: Another page\n'],
  ['a field of the next step', 'heading: Go on', 'heading: Go further'],
  ['words of a list', 'Two, with', 'Both, with'],
  ['words of a numbered list', 'Close it.', 'Shut it.'],
];

test.each(SAME_IN_BOTH)('%s', async (_, from, to) => {
  expect(await saved([from, to])).toBe(inFile([from, to]));
});

const OTHERWISE: readonly (readonly [name: string, inEditor: Change, inFile: Change])[] = [
  [
    'a paragraph more',
    ['Last words.', 'Last words.\n\nOne more.'],
    ['Last words.\n', 'Last words.\n\nOne more.\n'],
  ],
  [
    'a space too many',
    ['Last words.', 'Last&#x20;\n\n&#x20;words.'],
    ['Last words.\n', 'Last\n\nwords.\n'],
  ],
  ['a paragraph less', ['\n\nLast words.', ''], ['\n\nLast words.', '']],
  ['an item more', ['* One\n', '* One\n* And a half\n'], ['- One\n', '- One\n- And a half\n']],
  ['an item less', ['* One\n', ''], ['- One\n', '']],
  [
    'stress taken from words',
    ['with *stress* and', 'with stress and'],
    ['with _stress_ and', 'with stress and'],
  ],
  [
    'a row more',
    ['  <Row term="Length">', '  <Row term="Day">\n    whole\n  </Row>\n\n  <Row term="Length">'],
    ['<Row term="Length">', '\n<Row term="Day">whole</Row>\n\n<Row term="Length">'],
  ],
  [
    'a cell filled',
    ['| First   |      |', '| First   | Red |'],
    ['| First   |      |', '| First   | Red  |'],
  ],
  [
    'a component of its own',
    ['Last words.', 'Last words.\n\n<FactStrip ids="length" />'],
    ['Last words.\n', 'Last words.\n\n<FactStrip ids="length" />\n'],
  ],
  [
    'a colon in a field',
    ['title: A page\n', 'title: "Page: one"\n'],
    ['title: A page\n', "title: 'Page: one'\n"],
  ],
  [
    'a field more',
    ['description:', 'crumb: Page\ndescription:'],
    ['template: reading', 'crumb: Page\ntemplate: reading'],
  ],
];

test.each(OTHERWISE)('%s', async (_, inEditor, there) => {
  expect(await saved(inEditor)).toBe(inFile(there));
});

test('a page that is new is formatted as pages are', async () => {
  const written = `---\ntitle: New\nheading: New\ndescription: A new page.\nnext: {}\n---\n## One\n* a\n* b\n\n<Note>\n  Words.\n</Note>\n`;
  expect(await keepPage(reading, '', written)).toBe(
    `---\ntitle: New\nheading: New\ndescription: A new page.\n---\n\n## One\n\n- a\n- b\n\n<Note>Words.</Note>\n`,
  );
});
