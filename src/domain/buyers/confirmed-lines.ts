import type { Buyers, BuyersLine } from '../settings/buyers.ts';
import { dayFromIso } from '../time/day.ts';
import { dateInWords } from '../time/words.ts';

/** What the page for buyers calls each line, in its order. */
export const BUYERS_LABELS: Readonly<Record<BuyersLine, string>> = {
  insurance: 'Insurance',
  dspt: 'Data security for the NHS (DSPT)',
  'cyber-essentials': 'Cyber Essentials',
  dpia: 'Data protection impact assessment',
  'modern-slavery': 'Modern slavery',
  'carbon-plan': 'Carbon reduction',
  'social-value': 'Social value',
};

/** One line of the page for buyers; `confirmed` reads “1 December 2026”. */
export interface ConfirmedLine {
  readonly id: BuyersLine;
  readonly label: string;
  readonly says: string;
  readonly confirmed: string;
}

/** The lines that have both their words and the day they were confirmed: nothing else is shown, and without one there is no page. */
export const confirmedLines = (buyers: Buyers): ConfirmedLine[] =>
  (Object.keys(BUYERS_LABELS) as BuyersLine[]).flatMap((line) => {
    const { says, confirmed } = buyers[line] ?? {};
    const day = confirmed === undefined ? undefined : dayFromIso(confirmed);
    if (says === undefined || day === undefined) return [];
    return [{ id: line, label: BUYERS_LABELS[line], says, confirmed: dateInWords(day) }];
  });
