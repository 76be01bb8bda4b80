import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oneLine } from '#content/checks/block.ts';
import { sentencesOf } from '#content/checks/sentences.ts';
import { FACTS } from '../support/facts.ts';
import { unsaid, unsaidIn } from '../support/facts-said.ts';
import { type SourceFact, sourceFacts } from '../support/source-facts.ts';

const SOURCE = readFileSync('tests/content/source.txt', 'utf8');

/** The same in other words, as a page might say it. */
const REWRITTEN = oneLine(`
  Our regular groups of 10 to 12 have an external facilitator. They meet weekly, fortnightly or monthly, usually for
  1 hour 15 minutes. A different person presents each time. The group listens first.
  It is then supported to look beyond behaviour and dilemmas, towards a deeper understanding of inner worlds, of
  relationships, and of how they affect one another.
  We look for patterns, dynamics and processes in people and their networks. They are often not immediately obvious.
  It is a place to share difficulties and dilemmas. You are really heard. Groups address the emotional impact of the
  work, and its toll, which may be affecting practice and outcomes.
  People learn as much from listening to colleagues as from presenting.
  Groups can run across an entire organisation, for teams, or for people from different parts of it. They suit almost
  any setting and every level: directors, senior managers, managers, practitioners and carers.
  Open reflective spaces are about group processes and dynamics.
  We train your own facilitators, who run the groups. It takes a minimum of 12 sessions. They hold a group, a teaching session and a reading.
  We usually run 3 or 4 groups in one day. A project is usually for a year.
  You provide a small, quiet room for each group.
  An extensive evaluation of a previous project found three levels of impact: emotional impact, organisational and
  professional outcomes, and reflection and thoughtful practice. People felt supported. They felt closer to colleagues throughout
  the organisation. They had time and space to think. There was enhanced practice, and thinking and action on cases.
  There were more positive views of their organisation. There was a more stable workforce. There was measurable improvement in practice.
  Facilitators have a range of backgrounds. We match them to your organisation. They are professionally qualified. They hold at least a master’s degree. They average 20 years’ experience.
  We welcome any organisation. Ring us.
`);

const facts = sourceFacts(FACTS);

/** A site that says one text on every page a fact must stand on. */
const sayingEverywhere = (text: string) =>
  new Map(facts.flatMap(({ on }) => on.map((address) => [address, text] as const)));

/** A text without the sentences in which a part of a fact is said. */
const without = (text: string, part: RegExp) =>
  sentencesOf(text)
    .map((sentence) => sentence.text)
    .filter((sentence) => !part.test(sentence))
    .join('\n');

describe('what the source says', () => {
  it.each([
    ['in its own words', SOURCE],
    ['in other words', REWRITTEN],
  ])('is found %s', (_, text) => {
    expect(unsaid(facts, sayingEverywhere(text))).toEqual([]);
  });

  it.each(facts.map((fact) => [fact.says, fact] as const))(
    'is missed on each page once a part of it is taken out: %s',
    (_, fact: SourceFact) => {
      for (const text of [SOURCE, REWRITTEN]) {
        for (const part of fact.parts) {
          const left = without(text, part);
          expect(left.length).toBeLessThan(text.length);
          expect(unsaidIn(left, fact), String(part)).toContain(part);
        }
        for (const address of fact.on) {
          const pages = sayingEverywhere(text).set(address, 'Ring us and ask.');
          expect(unsaid([fact], pages)).toEqual([
            expect.stringContaining(`${address} does not say`),
          ]);
        }
      }
    },
  );

  it('is not said by a page that asks, or by one that is not there', () => {
    const asking = 'What size should a group be? Who presents? What did an evaluation find?';
    expect(unsaid(facts, sayingEverywhere(asking))).toHaveLength(
      facts.reduce((sum, { on }) => sum + on.length, 0),
    );
    const nowhere = unsaid(facts.slice(0, 1), new Map());
    expect(nowhere).toHaveLength(facts[0]?.on.length ?? 0);
    expect(nowhere[0]).toMatch(/^\/ is not there to say: /);
  });

  it('follows the settings when staff change a number', () => {
    const smaller = sourceFacts({
      ...FACTS,
      'group-size': { says: '6 to 8 people', least: 6, most: 8 },
    });
    expect(unsaid(smaller, sayingEverywhere(SOURCE))).toHaveLength(smaller[0]?.on.length ?? 0);
    const said = SOURCE.replace('10 to 12', '6 to 8');
    expect(unsaid(smaller, sayingEverywhere(said))).toEqual([]);
  });
});
