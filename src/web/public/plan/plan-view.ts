import { html } from 'hono/html';
import { hoursInWords } from '#domain/hours/words.ts';
import { planAddress } from '#domain/plan/address.ts';
import type { PlanState } from '#domain/plan/state.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { errorSummary, type Html } from '../../views/form-view.ts';
import { phoneLink } from '../../views/message-page-view.ts';
import { planAnswer } from './plan-answer-view.ts';
import { planForm } from './plan-form-view.ts';
import { waitingRings } from './plan-rings-view.ts';

const line = ({ phone, hours }: Settings['line']): Html =>
  html`${phoneLink(phone)}, ${hoursInWords(hours)}.`;

/** Before there is a plan: what will stand here, and that nothing is kept. */
const beforePlan = (): Html => html`
  ${waitingRings()}
  <p class="lede">Fill in the numbers to see the groups, the facilitator days, the room and the time a year’s project takes.</p>
  <p>It is arithmetic, not a quote. Nothing you enter is stored.</p>`;

/** The planner: its form, and beside it the answer. `origin` is the site’s address, with no slash after it. */
export function planner(
  state: PlanState,
  { facts, line: contact }: Pick<Settings, 'facts' | 'line'>,
  origin = '',
): Html {
  const address = state.kind === 'planned' ? planAddress(state.plan) : '/plan/';
  const answered = state.kind === 'planned' ? html` data-answered` : html``;
  const answer =
    state.kind === 'planned'
      ? planAnswer(state.plan, state.notes, { facts, line: line(contact), origin })
      : beforePlan();
  return html`<div class="planner">
  ${planForm(state.typed, state.kind === 'faults' ? state.faults : [], facts)}
  <p class="visually-hidden" role="status" data-plan-status></p>
  <section class="plan" aria-labelledby="plan-title" data-plan data-address="${address}"${answered}>
    <h2 class="visually-hidden" id="plan-title">Your plan</h2>${answer}
  </section>
</div>`;
}

/** What stands above the planner when something is to be fixed. */
export const plannerFaults = (state: PlanState): Html =>
  errorSummary(state.kind === 'faults' ? state.faults : []);
