import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimFaults, claimsOf, unlisted } from '#collections/checks/claims.ts';
import { faultLine } from '#collections/checks/fault.ts';
import { type Ledger, LedgerSchema, type PageLedger } from '#collections/checks/ledger.ts';
import { schemaFaults } from '#collections/schema-faults.ts';
import { makePageText } from '../support/make-page.ts';

const source = readFileSync('tests/content/source.txt', 'utf8');

/** What the fields of every page made here rest on. */
const FIELDS: PageLedger = {
  navigation: ['A page', 'A page to check, with a description that is long enough.'],
  question: ['What is on this page?'],
};

const read = (ledger: Ledger) => ({ ledger, lineOf: () => 3 });

const faults = (body: string, entry: PageLedger) =>
  claimFaults([makePageText(body)], ['a-page'], read({ 'a-page': entry }), source).map(faultLine);

const SAYS = 'One person presents.';
const QUOTE = 'one person presents each time';

describe('the sentences of a page', () => {
  it('are those of every part that can claim something, with settings by name', () => {
    const body = [
      '## What happens?',
      `${SAYS} Groups of <Fact id="group-size" /> meet. Ring <Phone />.`,
      '- An item.',
      '<Spec>',
      '<Row term="Length">usually <Fact id="length" /></Row>',
      '</Spec>',
      '<Blank label="Nothing claimed." />',
      '[Where to go](/plan/)',
      '<Step title="Before" circle="quiet">',
      'A step.',
      '</Step>',
    ].join('\n\n');
    const page = makePageText(body, { lede: 'A lede.' });
    expect(claimsOf(page).map(({ says }) => says)).toEqual([
      'A page',
      'A page to check, with a description that is long enough.',
      'What is on this page?',
      'A lede.',
      'What happens?',
      SAYS,
      'Groups of [group-size] meet.',
      'Ring [phone].',
      'An item.',
      'Length: usually [length]',
      'Before',
      'A step.',
    ]);
  });
});

describe('the ledger', () => {
  it('is whole when every sentence rests on something', () => {
    expect(faults(SAYS, { ...FIELDS, source: [{ says: SAYS, source: QUOTE }] })).toEqual([]);
  });

  it('lacks a sentence that a page has gained', () => {
    expect(faults(`Words.\n\n${SAYS}`, { ...FIELDS, remark: ['Words.'] })).toEqual([
      `content/pages/a-page.mdx:9: “${SAYS}” is new, and nothing says yet what it rests on. Run npm run claims: it asks you, and writes the answer down. A sentence that rests on nothing does not belong here.`,
    ]);
    expect(unlisted(makePageText(SAYS), { 'a-page': FIELDS })).toEqual([{ says: SAYS, line: 7 }]);
  });

  it.each([
    [
      'a sentence that has left its page',
      { ...FIELDS, remark: ['Words.', 'Gone.'] },
      '“Gone.” is listed for the page a-page, and no longer on it.',
    ],
    [
      'a sentence twice',
      { ...FIELDS, remark: ['Words.'], invitation: ['Words.'] },
      '“Words.” is listed twice for the page a-page.',
    ],
    [
      'a statement as a question',
      { ...FIELDS, question: [...(FIELDS.question ?? []), 'Words.'] },
      '“Words.” is listed as a question and asks nothing.',
    ],
    [
      'a quotation the source does not have',
      { ...FIELDS, source: [{ says: 'Words.', source: 'two people present' }] },
      '“Words.” is said to rest on “two people present”, which is not in the text the site is written from.',
    ],
    [
      'one such quotation among several',
      { ...FIELDS, source: [{ says: 'Words.', source: [QUOTE, 'two people present'] }] },
      '“Words.” is said to rest on “two people present”, which is not in the text the site is written from.',
    ],
  ])('may not have %s', (_, entry, expected) => {
    expect(faults('Words.', entry)).toEqual([
      expect.stringContaining(`content/claims.yaml:3: ${expected}`),
    ]);
  });

  it('may not have a page that is gone', () => {
    const ledger = read({ gone: { remark: ['Words.'] } });
    expect(claimFaults([], [], ledger, source).map(faultLine)).toEqual([
      'content/claims.yaml:3: Sentences are listed for a page called gone, and there is none. Run npm run claims: it takes them out. If the page has a new name, write that here instead.',
    ]);
  });

  it('says nothing of a page that cannot be read', () => {
    expect(claimFaults([], ['torn'], read({ torn: { remark: ['Words.'] } }), source)).toEqual([]);
  });

  it('knows only the bases there are', () => {
    const place = { file: 'content/claims.yaml', lineOf: () => 3 };
    const ledger = { plan: { opinion: ['Words.'] } };
    expect(schemaFaults(place, LedgerSchema, ledger).map(faultLine)).toEqual([
      expect.stringContaining('content/claims.yaml:3: There is no “plan → opinion”.'),
    ]);
  });
});
