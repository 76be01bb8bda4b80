import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { showSheet } from './plan-sheet.ts';
import { planWhole } from './plan-sheet-view.ts';

/** A plan on one sheet; without one in the address, a table to copy the planner’s numbers into. */
export default handler({
  GET: showSheet({
    sheet: 'your-plan',
    title: 'Your plan, on one sheet',
    parts: (plan, facts, origin) => ({ 'plan-whole': planWhole(plan, facts, origin) }),
  }),
});

export const config: Config = { path: ['/make-the-case/your-plan', '/make-the-case/your-plan/'] };
