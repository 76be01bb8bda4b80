import type { PhraseList } from './phrases.ts';

const INSTEAD = 'Leave it out: what a project costs is a question to ask us.';

const AMOUNT = '\\d(?:[\\d,.]*\\d)?';

/** Sums of money in figures. */
export const MONEY: RegExp = new RegExp(
  `[£€$]\\s?${AMOUNT}|\\b${AMOUNT}\\s+(?:pounds|pence|GBP)`,
  'g',
);

/** The service publishes no prices. Asking what it costs is no price. */
export const PRICES: PhraseList = {
  wrong: 'is a price, or reads as one',
  phrases: [
    [`[£€$]\\s?${AMOUNT}`, INSTEAD],
    [`${AMOUNT} (?:pounds|pence|GBP)`, INSTEAD],
    [
      '(?:\\p{L}+ )?(?:hundred|thousand|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) pounds',
      INSTEAD,
    ],
    ['(?:plus|including|excluding|inc|ex) VAT', INSTEAD],
    ['free of charge', INSTEAD],
    ['(?:day|daily|hourly|half-day) rates?', INSTEAD],
    ['discount(?:s|ed)?', INSTEAD],
    ['(?:prices?|fees?|costs?) (?:start|begin|are|is|from|of)', INSTEAD],
    ['(?:cheap|affordable|low-cost|good value|value for money|cost-effective)', INSTEAD],
  ],
};
