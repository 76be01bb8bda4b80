import { describe, expect, it } from 'vitest';
import { contradictionFaults } from '#content/checks/contradictions.ts';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import { hedgeFaults } from '#content/checks/hedges.ts';
import { numberFaults } from '#content/checks/numbers.ts';
import { passagesOf } from '#content/checks/passage.ts';
import type { FactId } from '#domain/settings/facts.ts';
import { makePageText } from '../support/make-page.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const settings = TEST_SETTINGS;

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

const numbers = (body: string) =>
  passagesOf(makePageText(body)).flatMap((passage) => numberFaults(passage, settings));
const found = (faults: readonly Fault[]) =>
  faults.map(({ wrong }) => /“([^”]*)”/.exec(wrong)?.[1] ?? '');

describe('numbers about the service', () => {
  it.each([
    ['in figures', 'They read 8 to 10 papers.', ['8 to 10']],
    ['in figures, with what they count', 'Over 50 organisations do.', ['50 organisations']],
    ['in figures with a sign', 'Nine in ten, or 90%, stay.', ['90%']],
    ['in words', 'It lasts two hours.', ['two hours']],
    ['in words, with one between', 'There are twelve yearly meetings.', ['twelve yearly meetings']],
    ['as a size', 'There are teams of eight.', ['teams of eight']],
    ['as half an hour', 'It takes half an hour.', ['half an hour']],
    ['as how often', 'It is cleaned twice a month.', ['twice a month']],
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
      `${FILE}:10: “40 times” is a number that is not one of the facts. If it is one of the facts, write <Fact id="…" /> (they are in content/settings/facts.yaml). If it is right, leave it.`,
    ]);
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

describe('numbers that contradict the settings', () => {
  const wrong = (body: string) =>
    passagesOf(makePageText(body)).flatMap((passage) => contradictionFaults(passage, settings));

  it.each([
    ['group-size', 'Small groups of 8 meet.', 'groups of 8'],
    ['group-size', 'We run groups of up to fifteen.', 'groups of up to fifteen'],
    ['group-size', 'There are 8 to 12 people in each group.', '8 to 12 people in each group'],
    ['group-size', 'Each group has\n20 members.', 'Each group has 20 members'],
    ['length', 'Groups are usually 90 minutes long.', 'Groups are usually 90 minutes'],
    ['length', 'Each group lasts an hour.', 'group lasts an hour'],
    ['length', 'A group is two hours.', 'group is two hours'],
    ['length', 'Our 90-minute groups help.', '90-minute groups'],
    ['length', 'Groups meet for an hour and a half.', 'Groups meet for an hour and a half'],
    ['rhythm', 'Groups usually meet twice a month.', 'Groups usually meet twice a month'],
    ['a-day', 'Facilitators usually run 5 groups a day.', '5 groups a day'],
    ['a-day', 'They run 2 groups over the course of a day.', '2 groups over the course of a day'],
    [
      'a-day',
      'Over the course of a day they usually run 5 or 6 groups.',
      'Over the course of a day they usually run 5 or 6 groups',
    ],
    [
      'a-day',
      'Of 10 to 12 people, 5 or 6 groups meet in a day, each of 1 hour 15 minutes.',
      '5 or 6 groups meet in a day',
    ],
    ['a-project', 'Projects usually run for 2 years.', 'Projects usually run for 2 years'],
    ['a-project', 'It is a six-month project.', 'six-month project'],
    ['training', 'It takes at least ten sessions.', 'at least ten sessions'],
    ['training', 'The training takes 6 sessions.', 'training takes 6 sessions'],
    ['experience', 'On average they have 15 years’ experience.', 'average they have 15 years'],
    [
      'experience',
      'They have 25 years of experience on average.',
      '25 years of experience on average',
    ],
    [
      'evaluation-levels',
      'The evaluation found impact on four levels.',
      'evaluation found impact on four levels',
    ],
  ])('are refused: %s, “%s”', (fact, body, words) => {
    const found = wrong(body);
    expect(found.map((fault) => fault.wrong)).toEqual([
      `“${words}” contradicts a fact, “${settings.facts[fact as FactId].says}”.`,
    ]);
    expect(found[0]?.instead).toContain(`<Fact id="${fact}" />`);
    // It is told once: no advice on the same number.
    expect(numbers(body)).toEqual([]);
  });

  it.each([
    'Groups of 10 to 12 meet weekly, fortnightly or monthly.',
    'There are ten to twelve people in a group.',
    'Groups are usually an hour and a quarter, or 75 minutes.',
    'Groups are usually 1 hour and 15 minutes long.',
    'They run 3 or 4 groups over the course of a day.',
    'Projects are usually commissioned for a year: 12 months.',
    'Projects usually last 12 months.',
    'Training takes at least twelve sessions.',
    'On average, they have twenty years’ experience.',
    'An evaluation found impact on three levels.',
    'Ring Monday to Friday, 9am to 6pm.',
    // Other numbers, about other things.
    'An organisation of 40 people has four groups.',
    'The room is free 15 minutes before each group.',
    'Some groups meet for two hours.',
    'A previous project ran for 2 years.',
    'Your call lasts half an hour.',
    'Jo has 15 years’ experience.',
    'Groups of managers meet.',
    'In a day, managers of 40 people plan a year.',
    'In a year we meet 40 to 50 groups; a day is set aside for each.',
    'A day costs £900 for 5 people.',
  ])('are not seen in “%s”', (body) => {
    expect(wrong(body).map((fault) => fault.wrong)).toEqual([]);
  });

  it.each([
    '<Picture file="/pictures/plan/room.jpg" words="Groups of 8 meet." />',
    '<Figure circle="open" name="Groups of 8 meet." />',
    '<Identity field="email" before="Groups of 8 meet: write to" />',
    '| Who | When |\n| --- | --- |\n| Groups of 8 meet | weekly |',
  ])('are seen in %s', (body) => {
    expect(wrong(body).map((fault) => fault.wrong)).toEqual([
      expect.stringMatching(/^“Groups of 8” contradicts a fact/),
    ]);
  });

  it('are seen among others in one sentence, once a fact has changed', () => {
    const body =
      'Usually 3 or 4 groups meet in a day, in groups of 10 to 12 people, and a group lasts 75 minutes.';
    const [passage] = passagesOf(makePageText(body)).slice(-1);
    if (!passage) throw new Error('The page has no words.');
    const { facts } = settings;
    const told = (changed: Partial<typeof facts>) =>
      contradictionFaults(passage, { ...settings, facts: { ...facts, ...changed } }).map(
        (fault) => fault.wrong,
      );
    expect(told({})).toEqual([]);
    expect(told({ 'a-day': { says: '2 or 3 groups', least: 2, most: 3 } })).toEqual([
      '“3 or 4 groups meet in a day” contradicts a fact, “2 or 3 groups”.',
    ]);
    expect(told({ length: { says: '1 hour 30 minutes', minutes: 90 } })).toEqual([
      '“group lasts 75 minutes” contradicts a fact, “1 hour 30 minutes”.',
    ]);
    expect(told({ 'group-size': { says: '6 to 8 people', least: 6, most: 8 } })).toEqual([
      '“groups of 10 to 12” contradicts a fact, “6 to 8 people”.',
    ]);
  });

  it('follow the settings when they change', () => {
    const [passage] = passagesOf(makePageText('Groups of 8 meet.')).slice(-1);
    const { facts } = settings;
    const smaller = { ...facts, 'group-size': { says: '6 to 8 people', least: 6, most: 8 } };
    if (!passage) throw new Error('The page has no words.');
    expect(contradictionFaults(passage, settings)).toHaveLength(1);
    expect(contradictionFaults(passage, { ...settings, facts: smaller })).toEqual([]);
  });
});
