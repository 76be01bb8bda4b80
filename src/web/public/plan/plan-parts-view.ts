import { html } from 'hono/html';
import { figure } from '#domain/count-words.ts';
import { type Advice, advice } from '#domain/plan/advice.ts';
import type { Figure } from '#domain/plan/figures.ts';
import { LEVEL_LABELS } from '#domain/plan/levels.ts';
import type { GroupedRow } from '#domain/plan/options.ts';
import type { PlanThatFits, PlanToFix } from '#domain/plan/plan.ts';
import { type Segment, sentence } from '#domain/plan/sentence.ts';
import { groupsInWords } from '#domain/plan/wording.ts';
import type { Facts } from '#domain/settings/facts.ts';
import type { Html } from '../../views/form-view.ts';

const said = ({ text, strong }: Segment) => (strong ? html`<b>${text}</b>` : html`${text}`);

/** Figures of a plan, as a table. */
export const figureTable = (shown: readonly Figure[]): Html => html`<table class="table figures">
  <caption class="visually-hidden">The plan in figures</caption>
  <tbody>${shown.map(
    ({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody>
</table>`;

const levelRow = ({ level, people, sizes }: GroupedRow): Html =>
  html`<tr><th scope="row">${level && LEVEL_LABELS[level]}</th><td>${figure(people)}</td><td>${groupsInWords(sizes).join(' ')}</td></tr>`;

const mixes = (plan: PlanThatFits) => plan.rows.every(({ level }) => level === undefined);

/** Groups level by level in a line, “Managers: 2 groups (each of 11).”; nothing when levels mix. */
export const levelLine = (plan: PlanThatFits): Html =>
  mixes(plan)
    ? html``
    : html`<p>${plan.chosen.rows.map(({ level, sizes }) => `${level && LEVEL_LABELS[level]}: ${groupsInWords(sizes).join(' ')}.`).join(' ')}</p>`;

/** Groups level by level; nothing when levels mix. */
export function levelTable(plan: PlanThatFits): Html {
  if (mixes(plan)) return html``;
  return html`<table class="table">
  <caption>Groups at each level</caption>
  <thead><tr><th scope="col">Level</th><th scope="col">People</th><th scope="col">Groups</th></tr></thead>
  <tbody>${plan.chosen.rows.map(levelRow)}</tbody>
</table>`;
}

const advised = ({ lead, also }: Advice): Html => html`<p class="result">${lead}</p><p>${also}</p>`;

/** The plan in one sentence, its figures standing out. */
export const planSentence = (plan: PlanThatFits): Html =>
  html`<p class="result">${sentence(plan).map(said)}</p>`;

/** What would make people fit, row by row, and nothing of what else they might do. */
export const planRemedy = (plan: PlanToFix, facts: Facts): Html =>
  html`${plan.rows.map((row) => advice(row, facts)).map((found) => (found ? html`<p class="result">${found.lead}</p>` : html``))}`;

/** What would make people fit, row by row. */
export const planAdvice = (plan: PlanToFix, facts: Facts): Html =>
  html`${plan.rows.map((row) => advice(row, facts)).map((found) => (found ? advised(found) : html``))}`;
