import { describe, expect, it } from 'vitest';
import { LEDGER_FILE } from '#collections/checks/claims.ts';
import { contentCopy, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { faultsAfter } = contentCopy();

const ASKS =
  'Run npm run claims: it asks you, and writes the answer down. A sentence that rests on nothing does not belong here.';
const TAKES_OUT =
  'Run npm run claims: it takes the entry out, or lets the sentence that came in its place have it.';

const QUESTION = 'Would you be in the group yourself?';

const MISTAKES: readonly Mistake[] = [
  [
    'a sentence that is new',
    paragraph(`${QUESTION}\n\nLearning is slow.`),
    [`${PAGE}:25: “Learning is slow.” is new, and nothing says yet what it rests on. ${ASKS}`],
  ],
  [
    'a sentence that has changed',
    paragraph('Would you like to be in the group?'),
    [
      `${LEDGER_FILE}:33: “${QUESTION}” is listed for the page managers, and no longer on it. ${TAKES_OUT}`,
      `${PAGE}:23: “Would you like to be in the group?” is new, and nothing says yet what it rests on. ${ASKS}`,
    ],
  ],
  [
    'a sentence that is gone',
    paragraph(''),
    [
      `${LEDGER_FILE}:33: “${QUESTION}” is listed for the page managers, and no longer on it. ${TAKES_OUT}`,
    ],
  ],
  [
    'words the source does not have',
    { [LEDGER_FILE]: ['source: small groups of 10 to 12', 'source: small groups of 8 to 10'] },
    [
      `${LEDGER_FILE}:21: “A group is [group-size].” is said to rest on “small groups of 8 to 10”, which is not in the text the site is written from. Quote that text exactly (tests/content/source.txt), or change the sentence.`,
    ],
  ],
  [
    'a kind there is not',
    { [LEDGER_FILE]: ['  source:\n    - says: A group', '  opinion:\n    - says: A group'] },
    [
      `${LEDGER_FILE}:19: There is no “managers → opinion”. Take it out, or write one of: source, software, law, public, question, invitation, navigation, arithmetic, open, remark.`,
    ],
  ],
  [
    'a sentence listed twice, once as a question',
    {
      [LEDGER_FILE]: [
        `    - ${QUESTION}\n`,
        `    - ${QUESTION}\n    - The people in a group are busy.\n`,
      ],
    },
    [
      `${LEDGER_FILE}:26: “The people in a group are busy.” is listed twice for the page managers. Keep the entry that is right.`,
      `${LEDGER_FILE}:34: “The people in a group are busy.” is listed as a question and asks nothing. Move it under what it rests on.`,
    ],
  ],
];

describe('mistakes in what sentences rest on', () => {
  it.each(MISTAKES)('are caught, and told so that they can be mended: %s', (_, edits, said) => {
    expect(faultsAfter(edits)).toEqual(said);
  });
});
