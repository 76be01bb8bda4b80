import { showSheet } from './plan-sheet.ts';
import { planCosts, planWho, planWhole } from './plan-sheet-view.ts';

/** A plan on one sheet; without one in the address, a table to copy the planner’s numbers into. */
export const showYourPlan = showSheet({
  sheet: 'your-plan',
  title: 'Your plan, on one sheet',
  parts: (plan, facts, origin) => ({ 'plan-whole': planWhole(plan, facts, origin) }),
});

/** The paper for the senior team: its facts and its blanks and, where a plan is in the address, its numbers. */
export const showSeniorTeamPaper = showSheet({
  sheet: 'senior-team-paper',
  title: 'Paper for the senior team',
  parts: (plan, facts) => ({
    'plan-who': planWho(plan, facts),
    'plan-figures': planCosts(plan),
  }),
});
