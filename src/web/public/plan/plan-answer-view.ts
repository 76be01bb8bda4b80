import { html } from 'hono/html';
import { counted, figure } from '#domain/count-words.ts';
import { enquiryAddress, planAddress, sheetAddress } from '#domain/plan/address.ts';
import { assumptions, trainingWords } from '#domain/plan/assumptions.ts';
import { figures, placesWords } from '#domain/plan/figures.ts';
import type { Option } from '#domain/plan/options.ts';
import type { Plan, PlanThatFits, PlanToFix } from '#domain/plan/plan.ts';
import { daysInWords, groupsInWords } from '#domain/plan/wording.ts';
import type { Facts } from '#domain/settings/facts.ts';
import type { Html } from '../../views/form-view.ts';
import { figureTable, levelTable, planAdvice, planSentence } from './plan-parts-view.ts';
import { rings } from './plan-rings-view.ts';

/** What an answer needs besides the plan: the facts, the way to call, and where the site is, with no slash after it. */
export interface PlanSurroundings {
  facts: Facts;
  /** The line in words, as markup. */
  line: Html;
  origin: string;
}

/** One number of groups: a link to the plan that has it, unless this plan does. */
function compared(option: Option, plan: PlanThatFits): Html {
  const [groups, ofSizes] = groupsInWords(option.sizes);
  const name =
    option.groups === plan.chosen.groups
      ? html`<strong aria-current="true">${groups}</strong>`
      : html`<a href="${planAddress(plan, { groups: String(option.groups) })}">${groups}</a>`;
  return html`<li>${name} ${ofSizes}: ${counted(option.sessions, 'group session')}, ${daysInWords(option.daysPerYear)}</li>`;
}

/** Fewer, fuller groups or more, smaller ones, where more than one number fits. */
const comparison = (plan: PlanThatFits): Html =>
  plan.compared.length < 2
    ? html``
    : html`<h3>Fewer, fuller groups or more, smaller ones</h3>
<ul class="comparison">${plan.compared.map((option) => compared(option, plan))}</ul>`;

/** When a plan has fewer meetings than its rhythm allows, that it has, and the way to all of them. */
function shorterYear(plan: Plan): Html {
  if (plan.sessions === plan.ceiling) return html``;
  return html`<p class="hint">This plan has ${plan.sessions} of the ${plan.ceiling} ${plan.rhythm} meetings in a year.
  <a href="${planAddress(plan, { sessions: '' })}">Plan for all ${plan.ceiling}</a></p>`;
}

const taken = ({ facts }: PlanSurroundings): Html => html`<details class="notice-box" open>
  <summary>What this takes for granted</summary>
  <ul>${assumptions(facts).map((words) => html`<li>${words}</li>`)}</ul>
  <p>${trainingWords(facts).join(' ')} <a href="/train-your-own-facilitators/">More about training</a></p>
</details>`;

/** How to keep the plan. */
function keeping(plan: Plan, { origin }: PlanSurroundings): Html {
  const address = planAddress(plan);
  return html`<p class="hint">To keep this plan, print it or send a colleague its address. Nothing about it is stored.<br>
  <a href="${address}">${origin}${address}</a></p>`;
}

const actions = (plan: Plan): Html => html`<p class="actions">
  <a class="button" href="${enquiryAddress(plan)}">Enquire with this plan</a>
  <a class="button quiet" href="${sheetAddress('senior-team-paper', plan)}">Take this to your senior team</a>
  <a class="button quiet" href="${sheetAddress('your-plan', plan)}">Print your plan</a>
</p>`;

const whole = (plan: PlanThatFits, around: PlanSurroundings): Html => html`
  ${plan.large ? html`<p class="notice-box">For this many people, call us first. ${around.line}</p>` : html``}
  ${planSentence(plan)}
  ${shorterYear(plan)}
  ${rings(plan.chosen)}
  ${figureTable(figures(plan))}
  <p>${placesWords(plan, around.facts).join(' ')}</p>
  ${levelTable(plan)}
  ${comparison(plan)}`;

/** The way to plan without keeping levels apart, where that is what stands in the way. */
function mixed(plan: PlanToFix): Html {
  if (plan.rows.length < 2) return html``;
  const address = planAddress(plan, { people: String(plan.people), levels: {} });
  return html`<p><a href="${address}">Plan for all ${figure(plan.people)} people together</a></p>`;
}

/** What would make the plan whole, and the time it would take. */
const toFix = (plan: PlanToFix, around: PlanSurroundings): Html => html`
  ${planAdvice(plan, around.facts)}
  ${mixed(plan)}
  ${shorterYear(plan)}
  ${figureTable(figures(plan))}`;

/** Somebody to talk to: how every answer ends that people do not fit yet. */
const talk = (plan: Plan, { line }: PlanSurroundings): Html =>
  plan.status === 'fits'
    ? html``
    : html`<p class="notice-box">Call us to talk it through. ${line}</p>`;

/** The answer to a plan: what the year is, or what would make it fit, and the way on from there. */
export const planAnswer = (
  plan: Plan,
  notes: readonly string[],
  around: PlanSurroundings,
): Html => html`
  ${notes.map((note) => html`<p class="notice-box">${note}</p>`)}
  ${plan.status === 'fits' ? whole(plan, around) : toFix(plan, around)}
  ${taken(around)}
  ${keeping(plan, around)}
  ${actions(plan)}
  ${talk(plan, around)}`;
