import type { Claim, Evidence } from '../settings/evidence.ts';
import { outdated } from './dated.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/evidence.yaml';

/** What the site claims, as it says it. */
const CLAIMS: Readonly<Record<Claim, string>> = {
  evaluation: 'an extensive evaluation of a previous project, and its findings',
  workforce: 'a more stable workforce',
  improvement: 'measurable improvement in practice',
  'masters-level': 'facilitators qualified to at least master’s level',
  'years-of-experience': '20 years’ experience on average',
};

const WHY =
  'What is claimed to businesses must be true, and its evidence held before it is published: the Business Protection from Misleading Marketing Regulations 2008; CAP Code, rule 3.7.';

/** The claims whose evidence nobody has said the place of, or looked at in the last year. Nothing of it is published. */
export const evidenceBlockers = (evidence: Evidence, today: number): LaunchBlocker[] =>
  (Object.keys(CLAIMS) as Claim[]).flatMap((claim): LaunchBlocker[] => {
    const { kept, checked } = evidence[claim] ?? {};
    const old = checked && outdated(checked, today, { yearly: true });
    if (kept && checked && !old) return [];
    const what = old
      ? `The evidence for ${CLAIMS[claim]} ${old}.`
      : `It is not known where the evidence is for ${CLAIMS[claim]}.`;
    const fields = ['kept', 'checked'].map((field) => `${claim} → ${field}`).join(' and ');
    return [
      { group: 'claims', what, fix: `Look at it, and write ${fields} in ${FILE}.`, why: WHY },
    ];
  });
