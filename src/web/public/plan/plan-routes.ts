import type { Config } from '@netlify/functions';
import { planName } from '#domain/plan/sentence.ts';
import { type PlanState, planState } from '#domain/plan/state.ts';
import { fromForm } from '#domain/plan/typed.ts';
import { type Call, handler } from '../../http/handler.ts';
import { page } from '../../http/page-shell.ts';
import { seeOther } from '../../http/responses.ts';
import { planner, plannerFaults } from './plan-view.ts';

const TITLE = 'Plan a project';

const titleOf = (state: PlanState) => {
  if (state.kind === 'blank') return TITLE;
  if (state.kind === 'faults') return `Error: ${TITLE}`;
  return `${TITLE}: ${planName(state.plan)}`;
};

async function showPlan({ app, request }: Call): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const address = fromForm(query);
  if (address !== undefined) return seeOther(`/plan/?${address}`);
  const state = planState(query, app.site.settings.facts);
  const filling = {
    title: titleOf(state),
    above: plannerFaults(state),
    live: planner(state, app.site.settings, new URL(app.environment.URL).origin),
  };
  return page(app.site, 'plan', filling, {
    status: state.kind === 'faults' ? 400 : 200,
    // The planner itself is for search engines too; each of its many answers is not.
    open: state.kind === 'blank',
  });
}

/** `/plan/`: the form, and the plan that is in the address. Nothing about it is kept. */
export default handler({ GET: showPlan });

export const config: Config = { path: ['/plan', '/plan/'] };
