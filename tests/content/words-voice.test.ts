import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abbreviationFaults } from '#collections/checks/abbreviation.ts';
import { type Fault, faultLine } from '#collections/checks/fault.ts';
import { voiceFaults } from '#collections/checks/page-checks.ts';
import { passagesOf } from '#collections/checks/passage.ts';
import { quotationFaults } from '#collections/checks/quotations.ts';
import { makePageText } from '../support/make-page.ts';

const source = readFileSync('tests/content/source.txt', 'utf8');

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

const voice = (body: string) => lines(passagesOf(makePageText(body)).flatMap(voiceFaults));

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
