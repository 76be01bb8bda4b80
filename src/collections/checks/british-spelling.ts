import type { Phrase, PhraseList } from './phrases.ts';

const spelt = (find: string, right: string): Phrase => [find, `Write “${right}”.`];

/** American spellings likely in this site's words. */
export const AMERICAN: PhraseList = {
  wrong: 'is not the British spelling',
  phrases: [
    spelt('organiz\\w+', 'organis…'),
    spelt('(?:un)?recogniz\\w+', 'recognis…'),
    spelt(
      '(?:emphasiz|summariz|prioritiz|apologiz|criticiz|specializ|generaliz|realiz)\\w*',
      '…is…',
    ),
    spelt('analyz\\w+', 'analys…'),
    spelt('behaviors?', 'behaviour'),
    spelt('colors?', 'colour'),
    spelt('favor(?:s|ed|ing|ites?)?', 'favour'),
    spelt('honor(?:s|ed|ing)?', 'honour'),
    spelt('labor', 'labour'),
    spelt('neighbor\\w*', 'neighbour'),
    spelt('rumors?', 'rumour'),
    spelt('center(?:s|ed)?', 'centre'),
    spelt('practic(?:ed|ing)', 'practis…'),
    spelt('(?:to|can|could|may|will|would|who|they|we|you) practice', 'practise'),
    spelt('defense', 'defence'),
    spelt('offense', 'offence'),
    spelt('license(?= to)', 'licence'),
    spelt('fulfill(?:ment)?', 'fulfil'),
    spelt('enroll?ment', 'enrolment'),
    spelt('counselors?', 'counsellor'),
    spelt('(?:travel|model|cancel|label)(?:ed|ing)', '…lled or …lling'),
    spelt('gray', 'grey'),
    spelt('catalog', 'catalogue'),
    spelt('dialog', 'dialogue'),
    spelt('gotten', 'got'),
    spelt('toward', 'towards'),
    spelt('program(?:s|matic)?(?! code)', 'programme'),
    spelt('mom', 'mum'),
  ],
};
