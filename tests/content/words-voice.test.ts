import { describe, expect, it } from 'vitest';
import { abbreviationFaults } from '#content/checks/abbreviation.ts';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import { voiceAdvice } from '#content/checks/page-checks.ts';
import { passagesOf } from '#content/checks/passage.ts';
import { makePageText } from '../support/make-page.ts';

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

const voice = (body: string) => lines(passagesOf(makePageText(body)).flatMap(voiceAdvice));

describe('the voice', () => {
  it.each([
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
    ['It is proven.', '“proven” is a word we avoid.'],
    ['An evidence-based service.', '“evidence-based” is a word we avoid.'],
    ['Think of your service users.', '“service users” is a word we avoid.'],
    ['What is the ROI?', '“ROI” is a word we avoid.'],
    ['How you organize it.', '“organize” is not the British spelling used here. Write “organis…”.'],
    ['A training program.', '“program” is not the British spelling used here. Write “programme”.'],
    ['We reply within a day.', '“We reply within” promises a lot. Leave out how soon,'],
    ['Our groups halve absence.', '“halve” promises a lot. Say what an evaluation found'],
    ['It is trusted by many.', '“trusted by” promises a lot. Name them'],
    ['What is to be mended.', '“mended” is a word we avoid. Write “fix”'],
    ['Whoever comes is welcome.', '“Whoever” is a word we avoid.'],
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
      '<Doors>\n<Door href="/plan/" heading="Your journey">\n\nIt is bespoke.\n\n</Door>\n</Doors>';
    const text = makePageText(body, { lede: 'Holistic.', next: undefined });
    expect(
      passagesOf(text)
        .flatMap(voiceAdvice)
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
