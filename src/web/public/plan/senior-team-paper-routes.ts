import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { showSheet } from './plan-sheet.ts';
import { planCosts, planWho } from './plan-sheet-view.ts';

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
