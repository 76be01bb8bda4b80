import type { PhraseList } from './phrases.ts';

/** Slips in the text this site was written from, which must not reach it. */
export const SLIPS: PhraseList = {
  wrong: 'is a slip',
  phrases: [
    ["dilemma[’']s", 'Write “dilemmas”.'],
    ['(?:deeper|an|the) understand', 'Write “understanding”.'],
    ['toil', 'Write “toll”.'],
    ['others issues', 'Write “other people’s issues”.'],
    ['organisationa', 'Write “organisational”.'],
    ['professional qualified', 'Write “professionally qualified”.'],
    ['masters[- ]level', 'Write “master’s level”.'],
    ['\\d+ years experience', 'Write “years’ experience”.'],
    ['include and', 'Write “include a”.'],
    ['work force', 'Write “workforce”.'],
  ],
};

/** An apostrophe makes no plural. */
export const APOSTROPHE_PLURALS: PhraseList = {
  wrong: 'has an apostrophe that makes no plural',
  exact: true,
  phrases: [
    ["RPG[’']s", 'Write “groups”.'],
    ["(?!RPG)[A-Z]{2,}[’']s", 'Write the plural without it, or turn the sentence round.'],
    ["\\d{2,4}[’']s", 'Write the plural without it, such as “1990s”.'],
  ],
};
