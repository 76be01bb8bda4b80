import { html } from 'hono/html';
import { AUDIT_PATH, deskCasePath, UNUSUAL_PATH } from '#domain/desk/paths.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import type { AuditDay, AuditLineRead } from '#services/desk/read-audit.ts';
import type { Html } from '../../views/form-view.ts';

/** One day of the audit; days count from 1 January 1970. */
interface AuditView extends AuditDay {
  day: number;
  today: number;
}

const dayPath = (day: number, before?: number) =>
  `${AUDIT_PATH}?day=${isoDate(day)}${before === undefined ? '' : `&before=${before}`}`;

function who({ by }: AuditLineRead): string {
  if (by.kind === 'staff') return by.staff;
  return by.kind === 'left' ? 'Someone no longer on the staff list' : 'Not staff';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const caseOf = ({ reference, kept }: AuditLineRead): Html | string => {
  if (reference === null) return '';
  return kept
    ? html`<a class="case-ref" href="${deskCasePath(reference)}">${reference}</a>`
    : html`<span class="case-ref">${reference}</span> (erased)`;
};

const row = (line: AuditLineRead): Html => html`
<tr><td><time datetime="${isoInstant(line.at.getTime())}">${clockInWords(wallClockAt(line.at.getTime()).minute)}</time></td><td>${who(line)}</td><td>${capital(line.act)}</td><td>${caseOf(line)}</td></tr>`;

const beside = ({ earlier, later, more, day, today }: AuditView): Html => html`
<nav class="actions case-pages" aria-label="Days">
  ${more === undefined ? '' : html`<a class="button quiet" href="${dayPath(day, more)}">Earlier this day</a>`}
  ${earlier === undefined ? '' : html`<a class="button quiet" href="${dayPath(earlier)}">${dayInWords(earlier, today)}</a>`}
  ${later === undefined ? '' : html`<a class="button quiet" href="${dayPath(later)}">${dayInWords(later, today)}</a>`}
</nav>`;

/** Who did what when, on one day, and the days beside it on which anything was done. */
export const auditView = (view: AuditView): Html => html`
<p class="lede">${dayInWords(view.day, view.today)}</p>
<p>Each act at the desk leaves a line here, and so does each erasure. It says what was done, to which case, and by whom, and nothing about the person of the case. Reading a case leaves one line an hour for each person. Lines are kept for two years. <a href="${UNUSUAL_PATH}">Unusual hours, and what was refused</a></p>
<form class="case-search" method="get" action="${AUDIT_PATH}">
  <div class="field"><label for="day">Another day</label>
  <input id="day" name="day" type="date" class="short" value="${isoDate(view.day)}"></div>
  <button class="button">Show</button>
</form>
${
  view.lines.length === 0
    ? html`<p>Nothing was done on this day.</p>`
    : html`<div class="wide-table" tabindex="0" role="region" aria-label="What was done"><table class="table">
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Case</th></tr></thead>
<tbody>${view.lines.map(row)}</tbody></table></div>`
}
${beside(view)}`;
