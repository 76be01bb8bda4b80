import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentFaults } from '#collections/check-content.ts';
import { abbreviationFaults } from '#collections/checks/abbreviation.ts';
import { builtWords } from '#collections/checks/built-words.ts';
import { type Fault, faultLine } from '#collections/checks/fault.ts';
import { headingFaults } from '#collections/checks/headings.ts';
import { hedgeFaults } from '#collections/checks/hedges.ts';
import { imageFaults } from '#collections/checks/images.ts';
import { linkFaults } from '#collections/checks/links.ts';
import { numberFaults } from '#collections/checks/numbers.ts';
import { voiceFaults, wordFaults } from '#collections/checks/page-checks.ts';
import { passagesOf } from '#collections/checks/passage.ts';
import { quotationFaults } from '#collections/checks/quotations.ts';
import { gradeFaults, readingGrade } from '#collections/checks/reading-grade.ts';
import { averageLength, sentenceFaults } from '#collections/checks/sentence-length.ts';
import { readSettings } from '#collections/settings.ts';
import { siteFaults } from '../../netlify/build/site-faults.ts';
import { makeBuiltPage, makePageText } from '../support/make-page.ts';

const settings = readSettings(process.cwd());
const source = readFileSync('tests/content/source.txt', 'utf8');

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

const voice = (body: string) => lines(passagesOf(makePageText(body)).flatMap(voiceFaults));
const numbers = (body: string) =>
  passagesOf(makePageText(body)).flatMap((passage) => numberFaults(passage, settings));
const found = (faults: readonly Fault[]) =>
  faults.map(({ wrong }) => /“([^”]*)”/.exec(wrong)?.[1] ?? '');

describe('numbers about the service', () => {
  it.each([
    ['in figures', 'Groups of 8 to 10 meet.', ['8 to 10']],
    ['in figures, with what they count', 'Over 50 organisations do.', ['50 organisations']],
    ['in figures with a sign', 'Nine in ten, or 90%, stay.', ['90%']],
    ['in words', 'It lasts two hours.', ['two hours']],
    ['in words, with one between', 'There are twelve yearly meetings.', ['twelve yearly meetings']],
    ['as a size', 'There are groups of eight.', ['groups of eight']],
    ['as half an hour', 'It takes half an hour.', ['half an hour']],
    ['as how often', 'They meet twice a month.', ['twice a month']],
    ['as a share', 'Forty per cent stayed.', ['per cent']],
    ['from one to another in words', 'There are ten to twelve people.', ['ten to twelve people']],
    ['a part of a fact', 'Groups of 10 to 12 meet.', ['10 to 12']],
  ])('are found %s', (_, body, expected) => {
    expect(found(numbers(body))).toEqual(expected);
  });

  it.each([
    ['a fact by its name', 'Groups of <Fact id="group-size" /> meet.'],
    ['a fact as it reads', 'Groups of 10 to 12 people meet, usually for 1 hour 15 minutes.'],
    ['a fact broken over a line', 'Groups of 10 to 12\npeople meet.'],
    ['what follows from the facts', '12 monthly meetings make a year.'],
    ['the number and its hours', 'Ring 07800 970 049, Monday to Friday, 9am to 6pm.'],
    ['settings', 'The call lasts <CallLength />; we keep it for <Retention of="enquiries" />.'],
    [
      'Relay UK, paper, a law and a standard',
      'Dial 18001. Print it on A4. Article 6(1)(f). Guidelines 2.2.',
    ],
    ['one, which counts nothing', 'One person presents each time.'],
  ])('may stand as %s', (_, body) => {
    expect(numbers(body)).toEqual([]);
  });

  it('are told with their line and what to write', () => {
    expect(lines(numbers('Words.\n\nWords that run\nto 40 times a year.'))).toEqual([
      `${FILE}:10: “40 times” is a number that is not one of the facts. Write <Fact id="…" /> for a number about the service (they are in content/settings/facts.yaml), or leave the number out.`,
    ]);
  });
});

describe('the voice', () => {
  it.each([
    ['A place costs £90 a year.', '“£90” is a price, or reads as one.'],
    ['There is a day rate.', '“day rate” is a price, or reads as one.'],
    ['The first is free of charge.', '“free of charge” is a price, or reads as one.'],
    ['Our RPG’s are small.', '“RPG’s” has an apostrophe that makes no plural. Write “groups”.'],
    ["Since the 1990's.", "“1990's” has an apostrophe that makes no plural."],
    ['They share dilemma’s.', '“dilemma’s” is a slip. Write “dilemmas”.'],
    [
      'To get to a deeper understand of it.',
      '“deeper understand” is a slip. Write “understanding”.',
    ],
    ['The toil of the work.', '“toil” is a slip. Write “toll”.'],
    ['Hearing others issues.', '“others issues” is a slip. Write “other people’s issues”.'],
    ['Their organisationa outcomes.', '“organisationa” is a slip. Write “organisational”.'],
    ['They are professional qualified.', '“professional qualified” is a slip.'],
    ['At least masters level.', '“masters level” is a slip. Write “master’s level”.'],
    ['A stable work force.', '“work force” is a slip. Write “workforce”.'],
    ['It includes and teaches, or would include and RPG.', '“include and” is a slip.'],
    ['It is a journey.', '“journey” is a word we avoid. Say what happens, in order.'],
    ['We empower teams.', '“empower” is a word we avoid.'],
    ['Unlocking what people know.', '“Unlocking” is a word we avoid.'],
    ['It builds resilience.', '“resilience” is a word we avoid.'],
    ['A safe\nspace for all.', '“safe space” is a word we avoid.'],
    [
      'We deliver groups.',
      '“deliver” is a word we avoid. Write “run” for groups, “send” for emails.',
    ],
    ['It is proven.', '“proven” is a word we avoid.'],
    ['An evidence-based service.', '“evidence-based” is a word we avoid.'],
    ['Think of your service users.', '“service users” is a word we avoid.'],
    ['What is the ROI?', '“ROI” is a word we avoid.'],
    ['How you organize it.', '“organize” is not the British spelling. Write “organis…”.'],
    ['Their behavior.', '“behavior” is not the British spelling. Write “behaviour”.'],
    ['A training program.', '“program” is not the British spelling. Write “programme”.'],
    [
      'People sit in a circle.',
      '“sit in a circle” claims what the service has not said. Draw it; do not say it.',
    ],
    ['What you say is confidential.', '“is confidential” claims what the service has not said.'],
    ['Each facilitator is DBS-checked.', '“DBS-checked” claims what the service has not said.'],
    ['Groups can meet online.', '“Groups can meet online” claims what the service has not said.'],
    [
      'We reply within a day.',
      '“We reply within” claims what the service has not said. Leave out how soon.',
    ],
    ['Join now!', '“now!” has an exclamation mark. End with a full stop.'],
  ])('is told of “%s”', (body, expected) => {
    const [fault = '', ...others] = voice(body);
    expect(fault).toContain(`${FILE}:7: ${expected}`);
    expect(others).toEqual([]);
  });

  it.each([
    'People share dilemmas and difficulties, and look at the toll of the work.',
    'What does it cost? Ask us: the site gives no prices.',
    'They reach a deeper understanding of other people’s issues.',
    'Their practice, and how they practise it, is the organisation’s own.',
    'Is what I say confidential? Where do you work, and can groups meet online?',
    'The NHS trust’s managers were freed to listen.',
    'We recognise the behaviour. Towards the end, colours faded in the centre.',
  ])('has nothing to say of “%s”', (body) => {
    expect(voice(body)).toEqual([]);
  });

  it('reads fields, headings and what stands in components, each with its line', () => {
    const body =
      '<Doors>\n<Door href="/plan/" heading="Your journey">\n\nWe deliver.\n\n</Door>\n</Doors>';
    const text = makePageText(body, { lede: 'Holistic.', next: undefined });
    expect(
      passagesOf(text)
        .flatMap(voiceFaults)
        .map(({ line }) => line),
    ).toEqual([5, 9, 11]);
  });
});

describe('hedges', () => {
  const faults = (body: string) => lines(hedgeFaults(makePageText(body), settings));

  it.each([
    [
      'Words.\n\nIt lasts <Fact id="length" />.',
      '9: “1 hour 15 minutes” is not always so. Say “usually”',
    ],
    ['A project is 1 year.', '7: “1 year” is not always so. Say “usually”'],
    ['They run <Fact id="a-day" /> a day. This is usual.', '7: “3 or 4 groups” is not always so.'],
    [
      'They have <Fact id="experience" />.',
      '7: “20 years’ experience” is not always so. Say “on average”',
    ],
  ])('are missed: %s', (body, expected) => {
    expect(faults(body)).toEqual([expect.stringContaining(`${FILE}:${expected}`)]);
  });

  it('are kept in the same sentence', () => {
    const body =
      'It usually lasts <Fact id="length" />. They average <Fact id="experience" />. Groups of <Fact id="group-size" /> meet.';
    expect(faults(body)).toEqual([]);
  });
});

describe('“RPG”', () => {
  const faults = (...bodies: string[]) =>
    abbreviationFaults(bodies.map((body) => makePageText(body))).map(({ wrong }) => wrong);

  it('may be explained once on the site', () => {
    expect(faults('RPG is short for reflective practice group.', 'Groups meet.')).toEqual([]);
  });

  it('may not be used, before or after', () => {
    expect(faults('An RPG is small.', 'RPGs meet.')).toEqual(
      Array(2).fill('“RPG” is used without being explained.'),
    );
    expect(faults('RPG is short for reflective practice group. Every RPG is small.')).toEqual([
      '“RPG” is used without being explained.',
    ]);
  });

  it('may not be explained twice', () => {
    const explained = 'RPG is short for reflective practice group.';
    expect(faults(explained, explained)).toEqual(['“RPG” is explained a second time.']);
  });
});

describe('quotations', () => {
  const faults = (body: string) => lines(quotationFaults(makePageText(body), source));

  it.each([
    [
      'a block',
      'Words.\n\n> It was good.',
      `${FILE}:9: A block of quotation reads as somebody’s words.`,
    ],
    [
      'a long one',
      'Words.\n\nOne wrote, “I have never felt so well heard by colleagues before.”',
      `${FILE}:9: “I have never felt so well heard by colleagues before.” reads as somebody’s words.`,
    ],
    [
      'one that somebody said',
      '“It was good,” said a manager.',
      `${FILE}:7: ” said reads as somebody’s words.`,
    ],
    [
      'one with a name under it',
      '“It was good.” — A manager',
      `${FILE}:7: ” — A reads as somebody’s words.`,
    ],
  ])('are found: %s', (_, body, expected) => {
    expect(faults(body)[0]).toContain(expected);
  });

  it.each([
    'There was “measurable improvement in practice”.',
    'The words are “more positive views of the organisation, more stable work force, and measurable improvement in practice”.',
    '“We are not sure yet” is an answer.',
  ])('may be a reader’s own phrase, or the source’s: %s', (body) => {
    expect(faults(body)).toEqual([]);
  });
});

describe('pictures', () => {
  it('say what they show', () => {
    expect(lines(imageFaults(makePageText('Words.\n\n![](/a.png)')))).toEqual([
      `${FILE}:9: The picture /a.png has no words for people who do not see it. Write what it shows between the square brackets.`,
    ]);
    expect(imageFaults(makePageText('![Chairs in a ring](/a.png)'))).toEqual([]);
  });
});

describe('sentences', () => {
  const words = (count: number) => `So${' so'.repeat(count - 1)}.`;

  it('have 25 words at most, and a line', () => {
    expect(sentenceFaults(makePageText(`A. B. C.\n\n${words(25)}`))).toEqual([]);
    expect(lines(sentenceFaults(makePageText(`A. B. C.\n\nShort.\n${words(26)}`)))).toEqual([
      `${FILE}:10: “${words(26)}” has 26 words. Make it two sentences: 25 words is the most.`,
    ]);
  });

  it('have 15 words on average, headings and lists apart', () => {
    expect(averageLength(makePageText(`${words(14)} ${words(16)}\n\n## A\n\n- B\n- C`))).toBe(15);
    expect(sentenceFaults(makePageText(`${words(15)} ${words(15)}`))).toEqual([]);
    expect(lines(sentenceFaults(makePageText(`${words(15)} ${words(16)}`)))).toEqual([
      `${FILE}: Its sentences have 15.5 words on average. Shorten some: 15 is the most.`,
    ]);
  });
});

describe('the reading grade', () => {
  it('is Flesch-Kincaid’s, worked by hand', () => {
    // 6 words in 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(readingGrade(makePageText('The cat sat on the mat.'))).toBeCloseTo(-1.45, 2);
  });

  it('leaves out lists, tables, headings and the service’s own terms', () => {
    const plain = 'The cat sat on the mat.';
    const more =
      '\n\n## Organisational considerations\n\n- Extraordinarily complicated.\n\n| Multidisciplinary |\n| --- |\n| Interorganisational |';
    expect(readingGrade(makePageText(plain + more))).toBe(readingGrade(makePageText(plain)));
    const terms = 'The facilitator cat sat on the reflective practice group mat.';
    expect(readingGrade(makePageText(terms))).toBe(readingGrade(makePageText(plain)));
  });

  const HARD =
    'Considerable deliberation regarding interdependent professional responsibilities necessitates extraordinary perseverance.';
  const MIDDLING = 'Managers often carry a worry that nobody else can see or hear.';

  it('is 7 at most for participants, 9 for everyone, and not asked of what the law asks for', () => {
    expect(lines(gradeFaults(makePageText(HARD)))[0]).toMatch(
      /^content\/pages\/a-page\.mdx: It reads at grade \d+\.\d\. Use shorter sentences and plainer words: 9 is the most for everyone\.$/,
    );
    expect(gradeFaults(makePageText(HARD, { duty: true }))).toEqual([]);
    expect(readingGrade(makePageText(MIDDLING))).toBeGreaterThan(7);
    expect(gradeFaults(makePageText(MIDDLING))).toEqual([]);
    expect(gradeFaults(makePageText(MIDDLING, { readers: 'participants' }))).toHaveLength(1);
  });
});

describe('headings of a published page', () => {
  const faults = (body: string) => lines(headingFaults(makeBuiltPage('/a/', body)));

  it.each([
    ['no main heading', '<h2>A</h2>', '/a/: It has 0 main headings.'],
    ['two main headings', '<h1>A</h1><h1>B</h1>', '/a/: It has 2 main headings.'],
    [
      'a level left out',
      '<h1>A</h1><h3>B</h3>',
      '/a/: The heading “B” is 2 levels below the one before it. Begin it with ##.',
    ],
  ])('are told of %s', (_, body, expected) => {
    expect(faults(body)[0]).toContain(expected);
  });

  it('may go down one level and up any', () => {
    expect(faults('<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>')).toEqual([]);
  });
});

describe('links of published pages', () => {
  const other = makeBuiltPage('/other/', '<h1>O</h1><h2 id="part">P</h2>');
  const faults = (markup: string) =>
    lines(linkFaults([makeBuiltPage('/a/', markup), other], (path) => path === '/your-enquiry/'));

  it.each([
    ['an address nothing answers', '<a href="/nowhere/">N</a>', '/nowhere/, but nothing is there.'],
    [
      'an address without its last slash',
      '<a href="/other">O</a>',
      '/other, but nothing is there.',
    ],
    ['an address from here', '<a href="other/">O</a>', 'other/, but nothing is there.'],
    [
      'a part that is not there',
      '<a href="/other/#gone">O</a>',
      '/other/#gone, but that page has no part called “gone”.',
    ],
    [
      'a part of this page that is not there',
      '<a href="#top">T</a>',
      '#top, but that page has no part',
    ],
    [
      'a form that goes nowhere',
      '<form action="/api/nothing"></form>',
      '/api/nothing, but nothing is there.',
    ],
  ])('are told of %s', (_, markup, expected) => {
    expect(faults(markup)[0]).toContain(`/a/: It links to ${expected}`);
  });

  it('may lead to pages, their parts, functions, telephones and other sites', () => {
    const hrefs = [
      '/other/',
      '/other/#part',
      '/other/?a=1',
      '/your-enquiry/',
      'tel:+441632960001',
      'https://example.org/',
    ];
    expect(faults(hrefs.map((href) => `<a href="${href}">L</a>`).join(''))).toEqual([]);
  });
});

it('reads what is on a published page, block by block, and no script', () => {
  const page = makeBuiltPage(
    '/a/',
    '<main><p>One.</p><p>Two <b>words</b>.</p><script>no!</script></main>',
  );
  expect(builtWords(page).map(({ text }) => text)).toEqual(['One.', 'Two words.']);
});

it('finds every kind of fault when it reads pages together', () => {
  const body = 'A journey of 40 steps.\n\n> Words.\n\n![](/a.png)\n\nAn RPG.';
  const wrongs = lines(wordFaults([makePageText(body)], settings, source)).join('\n');
  for (const word of ['“journey”', '“40”', 'quotation', 'picture', '“RPG”']) {
    expect(wrongs).toContain(word);
  }
});

describe('this site', () => {
  it('has nothing to mend in its words, or in what they rest on', () => {
    expect(lines(contentFaults(process.cwd()))).toEqual([]);
  });

  it('has nothing to mend in what was built: links, headings, furniture and forms', async () => {
    expect(lines(await siteFaults(process.cwd()))).toEqual([]);
  });
});
