import type { Phrase, PhraseList } from './phrases.ts';

const spelt = (find: string, right: string): Phrase => [find, `Write “${right}”.`];

/** American spellings that a British dictionary has too, in another meaning or as a second choice. */
export const AMERICAN: PhraseList = {
  wrong: 'is not the British spelling used here',
  phrases: [
    spelt('organiz\\w+', 'organis…'),
    spelt('(?:un)?recogniz\\w+', 'recognis…'),
    spelt(
      '(?:emphasiz|summariz|prioritiz|apologiz|criticiz|specializ|generaliz|realiz)\\w*',
      '…is…',
    ),
    spelt('(?:to|can|could|may|will|would|who|they|we|you) practice', 'practise'),
    spelt('license(?= to)', 'licence'),
    spelt('gray', 'grey'),
    spelt('gotten', 'got'),
    spelt('toward', 'towards'),
    spelt('program(?:s|matic)?(?! code)', 'programme'),
  ],
};
