import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimFaults, claimsOf, unlisted } from '#collections/checks/claims.ts';
import { faultLine } from '#collections/checks/fault.ts';
import { LedgerSchema, type PageLedger } from '#collections/checks/ledger.ts';
import { faultsOf } from '#collections/faults.ts';
import { makePageText } from '../support/make-page.ts';

const source = readFileSync('tests/content/source.txt', 'utf8');

/** What the fields of every page made here rest on. */
const FIELDS: PageLedger = {
  navigation: ['A page', 'A page to check.'],
  question: ['What is on this page?'],
};

const faults = (body: string, entry: PageLedger) =>
  claimFaults([makePageText(body)], { 'a-page': entry }, source).map(faultLine);

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
      'A page to check.',
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
      `content/pages/a-page.mdx:9: “${SAYS}” has no basis in content/claims.yaml. List what it rests on, or leave it out: the site says nothing the source does not.`,
    ]);
    expect(unlisted(makePageText(SAYS), { 'a-page': FIELDS })).toEqual([{ says: SAYS, line: 7 }]);
  });

  it.each([
    [
      'a sentence that has left its page',
      { ...FIELDS, remark: ['Words.', 'Gone.'] },
      'a-page: “Gone.” is no longer on the page.',
    ],
    [
      'a sentence twice',
      { ...FIELDS, remark: ['Words.'], invitation: ['Words.'] },
      'a-page: “Words.” is listed twice.',
    ],
    [
      'a statement as a question',
      { ...FIELDS, question: [...(FIELDS.question ?? []), 'Words.'] },
      'a-page: “Words.” is listed as a question and asks nothing.',
    ],
    [
      'a quotation the source does not have',
      { ...FIELDS, source: [{ says: 'Words.', source: 'two people present' }] },
      'a-page: “Words.” rests on “two people present”, which the source does not say.',
    ],
    [
      'one such quotation among several',
      { ...FIELDS, source: [{ says: 'Words.', source: [QUOTE, 'two people present'] }] },
      'a-page: “Words.” rests on “two people present”, which the source does not say.',
    ],
  ])('may not have %s', (_, entry, expected) => {
    expect(faults('Words.', entry)).toEqual([
      expect.stringContaining(`content/claims.yaml: ${expected}`),
    ]);
  });

  it('may not have a page that is gone', () => {
    expect(claimFaults([], { gone: { remark: ['Words.'] } }, source).map(faultLine)).toEqual([
      'content/claims.yaml: gone: “Words.” is no longer on the page. Take the entry out, or bring it up to date.',
    ]);
  });

  it('knows only the bases there are', () => {
    expect(
      faultsOf('content/claims.yaml', LedgerSchema, { plan: { opinion: ['Words.'] } }),
    ).toEqual([
      expect.stringContaining('content/claims.yaml: plan → opinion: received ["Words."].'),
    ]);
  });
});
