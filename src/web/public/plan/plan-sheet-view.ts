import { html } from 'hono/html';
import { planAddress } from '#domain/plan/address.ts';
import { costFigures, figures, placesWords } from '#domain/plan/figures.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { PlanState } from '#domain/plan/state.ts';
import { writeTyped } from '#domain/plan/typed.ts';
import type { Facts } from '#domain/settings/facts.ts';
import type { Html } from '../../views/form-view.ts';
import {
  figureTable,
  levelLine,
  levelTable,
  planAdvice,
  planRemedy,
  planSentence,
} from './plan-parts-view.ts';
import { rings } from './plan-rings-view.ts';

/** More rings than this would take a sheet another page. */
const MOST_RINGS = 12;

/** Who takes part, and the groups they make; or what would make them fit. */
export const planWho = (plan: Plan, facts: Facts): Html =>
  plan.status === 'fits' ? html`${planSentence(plan)}${levelLine(plan)}` : planRemedy(plan, facts);

/** What the year asks of an organisation, as a table. */
export const planCosts = (plan: Plan): Html => figureTable(costFigures(plan));

const places = (plan: Plan, facts: Facts): Html =>
  plan.status === 'fits' ? html`<p>${placesWords(plan, facts).join(' ')}</p>` : html``;

/** All of the plan on one sheet. `origin` is the site’s address, with no slash after it. */
export const planWhole = (plan: Plan, facts: Facts, origin: string): Html => html`
  <h2>The plan</h2>
  ${plan.status === 'fits' ? html`${planSentence(plan)}${levelTable(plan)}${rings(plan.chosen, MOST_RINGS)}` : planAdvice(plan, facts)}
  <h2>In figures</h2>
  ${figureTable(figures(plan))}
  ${places(plan, facts)}
  <p>This plan is at <a href="${planAddress(plan)}">${origin}${planAddress(plan)}</a></p>`;

/** What stands above a sheet, and stays off the paper: whether a plan is in it, and the way to change that. */
export function aboveSheet(state: PlanState): Html {
  if (state.kind === 'blank') return html``;
  if (state.kind === 'planned') {
    return html`<div class="notice-box off-paper">
  <p>Your plan is filled in. <a href="${planAddress(state.plan)}">Change the plan</a></p>
  ${state.notes.map((note) => html`<p>${note}</p>`)}
</div>`;
  }
  return html`<div class="notice-box off-paper">
  <p>The numbers in this page’s address don’t make a plan yet, so the sheet is blank. It works on paper too.
  <a href="/plan/?${writeTyped(state.typed) || 'people='}">Put the numbers right</a></p>
</div>`;
}
