import { describe, expect, it } from 'vitest';
import { type Fault, faultLine } from '#collections/checks/fault.ts';
import { hedgeFaults } from '#collections/checks/hedges.ts';
import { numberFaults } from '#collections/checks/numbers.ts';
import { passagesOf } from '#collections/checks/passage.ts';
import { readSettings } from '#collections/settings.ts';
import { makePageText } from '../support/make-page.ts';

const settings = readSettings(process.cwd());

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

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
