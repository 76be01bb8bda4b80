import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFaults } from '#collections/check-content.ts';
import { LEDGER_FILE } from '#collections/checks/claims.ts';
import { ledgerText, openLedger } from '#collections/checks/ledger-edit.ts';
import { bringUpToDate } from '../../netlify/build/claims/main.ts';
import { contentCopy, PAGE, SMALL_SITE } from '../support/mistakes.ts';

const { root } = contentCopy();

const PARAGRAPH = 'Would you be in the group yourself?';

/** Somebody who gives these answers, one to each question, and then goes away. */
function answering(...answers: readonly string[]) {
  const asked: string[] = [];
  const left = [...answers];
  return {
    asked,
    ask: async (question: string) => {
      asked.push(question);
      return left.shift();
    },
  };
}

/** The page with other words in place of the paragraph, and the ledger as it was. */
function write(words: string) {
  const page = readFileSync(join(SMALL_SITE, PAGE), 'utf8');
  writeFileSync(join(root, PAGE), page.replace(PARAGRAPH, words));
  writeFileSync(join(root, LEDGER_FILE), readFileSync(join(SMALL_SITE, LEDGER_FILE)));
}

const ledger = () => readFileSync(join(root, LEDGER_FILE), 'utf8');

/** The lines the ledger has gained and lost. */
function changes(): { gained: string[]; lost: string[] } {
  const before = readFileSync(join(SMALL_SITE, LEDGER_FILE), 'utf8').split('\n');
  const after = ledger().split('\n');
  return {
    gained: after.filter((line) => !before.includes(line)).map((line) => line.trim()),
    lost: before.filter((line) => !after.includes(line)).map((line) => line.trim()),
  };
}

describe('npm run claims', () => {
  it('asks nothing and changes nothing when there is nothing to list', async () => {
    write(PARAGRAPH);
    const { ask, asked } = answering();
    expect(await bringUpToDate(root, ask)).toEqual({ added: 0, removed: 0, left: 0 });
    expect(asked).toEqual([]);
    expect(changes()).toEqual({ gained: [], lost: [] });
  });

  it('lets a changed sentence keep what it rested on', async () => {
    write('Would you like to be in the group yourself?');
    const { ask, asked } = answering('');
    expect(await bringUpToDate(root, ask)).toEqual({ added: 1, removed: 1, left: 0 });
    expect(asked[0]).toContain(
      `It seems to stand in place of “${PARAGRAPH}”, which rested on this: it asks, and claims nothing.`,
    );
    expect(changes()).toEqual({
      gained: ['- Would you like to be in the group yourself?'],
      lost: [`- ${PARAGRAPH}`],
    });
    expect(contentFaults(root)).toEqual([]);
  });

  it('lists a new sentence under the kind it is said to be of', async () => {
    write(`${PARAGRAPH}\n\nLearning is slow.`);
    await bringUpToDate(root, answering('10').ask);
    expect(changes()).toEqual({ gained: ['remark:', '- Learning is slow.'], lost: [] });
    expect(contentFaults(root)).toEqual([]);
  });

  it('asks for the words of the source until they are there', async () => {
    write(`${PARAGRAPH}\n\nOne person presents each time.`);
    const { ask, asked } = answering(
      '1',
      'two people present',
      '',
      'one person presents  each time',
    );
    expect(await bringUpToDate(root, ask)).toEqual({ added: 1, removed: 0, left: 0 });
    expect(asked[2]).toContain('Those words are not there.');
    expect(changes().gained).toEqual([
      '- says: One person presents each time.',
      'source: one person presents each time',
    ]);
    expect(contentFaults(root)).toEqual([]);
  });

  it('leaves a sentence for another day, and keeps what it could take over', async () => {
    write('Would you like to be in the group yourself?');
    expect(await bringUpToDate(root, answering('s').ask)).toEqual({
      added: 0,
      removed: 0,
      left: 1,
    });
    expect(changes()).toEqual({ gained: [], lost: [] });
  });

  it('takes out what is no longer said', async () => {
    write('');
    expect(await bringUpToDate(root, answering().ask)).toEqual({ added: 0, removed: 1, left: 0 });
    expect(changes()).toEqual({ gained: [], lost: [`- ${PARAGRAPH}`] });
  });
});

it('leaves every line of the ledger that it is not asked to change', () => {
  const text = readFileSync(LEDGER_FILE, 'utf8');
  expect(ledgerText(openLedger(text))).toBe(text);
});
