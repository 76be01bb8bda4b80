import { stringify } from 'yaml';
import { type Claim, unlisted } from '#collections/checks/claims.ts';
import type { PageText } from '#collections/checks/page-text.ts';
import { readLedger } from '#collections/checks/read-ledger.ts';
import { pageTexts } from './check-words.ts';

const asks = ({ says }: Claim) => /\?[”’)]*$/.test(says);

/** Sentences of a page that the ledger lacks: questions under `question`, the rest under `source` with the quotation to fill in. */
function missing(page: PageText, claims: readonly Claim[]) {
  const questions = claims.filter(asks).map(({ says }) => says);
  const others = claims.filter((claim) => !asks(claim));
  return {
    [page.id]: {
      ...(others.length > 0 && { source: others.map(({ says }) => ({ says, source: '' })) }),
      ...(questions.length > 0 && { question: questions }),
    },
  };
}

const ledger = readLedger(process.cwd());
for (const page of pageTexts(process.cwd())) {
  const claims = unlisted(page, ledger);
  if (claims.length > 0) console.log(stringify(missing(page, claims), { lineWidth: 0 }));
}
