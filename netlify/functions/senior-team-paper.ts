import type { Config } from '@netlify/functions';
import { planCosts, planWho } from '#views/plan-sheet.ts';
import { handler } from '../lib/handler.ts';
import { showSheet } from '../lib/plan-sheet.ts';

/** The paper for the senior team: its facts and its blanks and, where a plan is in the address, its numbers. */
export default handler({
  GET: showSheet({
    sheet: 'senior-team-paper',
    title: 'Paper for the senior team',
    parts: (plan, facts) => ({
      'plan-who': planWho(plan, facts),
      'plan-figures': planCosts(plan),
    }),
  }),
});

export const config: Config = {
  path: ['/make-the-case/senior-team-paper', '/make-the-case/senior-team-paper/'],
};
