import { BUYERS_LABELS } from '../buyers/confirmed-lines.ts';
import type { Buyers, BuyersLine } from '../settings/buyers.ts';
import { outdated } from './dated.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/buyers.yaml';

const WHY: Readonly<Record<BuyersLine, string>> = {
  insurance: 'Most contracts ask for professional indemnity, public and employers’ liability.',
  dspt: 'NHS bodies ask suppliers who handle their data for a published assessment.',
  'cyber-essentials': 'Central government and many others ask for a certificate of this year.',
  dpia: 'A buyer who shares data asks whether its risks were assessed: UK GDPR, Article 35.',
  'modern-slavery':
    'The law asks for a statement above a turnover of £36 million (Modern Slavery Act 2015, section 54); buyers ask smaller suppliers too.',
  'carbon-plan':
    'Central government and the NHS ask for a carbon reduction plan above certain sums.',
  'social-value':
    'Public buyers weigh what a contract does for society: Procurement Act 2023, section 12.',
};

/** What buyers ask for and the site does not show, or shows with a date more than a year old. None of it stops a build. */
export const buyersBlockers = (buyers: Buyers, today: number): LaunchBlocker[] =>
  (Object.keys(BUYERS_LABELS) as BuyersLine[]).flatMap((line): LaunchBlocker[] => {
    const { says, confirmed } = buyers[line] ?? {};
    const old = confirmed && outdated(confirmed, today, { yearly: true });
    if (says && confirmed && !old) return [];
    const what = old
      ? `${BUYERS_LABELS[line]} ${old}.`
      : `Nothing is confirmed of this: ${BUYERS_LABELS[line]}.`;
    const fix = `Write ${line} → says and ${line} → confirmed in ${FILE}; the site shows nothing of it until then.`;
    return [{ group: 'buyer', what, fix, why: WHY[line] }];
  });
