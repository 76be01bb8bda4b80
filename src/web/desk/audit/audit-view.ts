import { html } from 'hono/html';
import { casesAddress } from '#domain/desk/cases-query.ts';
import { AUDIT_PATH, deskCasePath, UNUSUAL_PATH } from '#domain/desk/paths.ts';
import { REFERENCE_LENGTH } from '#domain/reference.ts';
import { DAY, isoDate } from '#domain/time/day.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import {
  type AuditAsked,
  type AuditLineRead,
  type AuditRead,
  LEFT,
  NOT_STAFF,
} from '#services/desk/read-audit.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { caseLink, type WhoseCase } from '../cases/case-link-view.ts';

/** What was asked of the audit; days count from 1 January 1970. */
interface AuditQuestion {
  asked: AuditAsked;
  /** What was typed as a reference. */
  typed: string;
  staff: readonly string[];
  today: number;
}

/** What was asked, and what there is. */
interface AuditView extends AuditQuestion, AuditRead {
  /** Whose case was asked for, while that is kept. */
  whose: WhoseCase | undefined;
}

const LEFT_WORDS = 'Someone no longer on the staff list';
const NOT_STAFF_WORDS = 'Not staff';

const addressOf = ({ day, reference, who, before }: AuditAsked): string => {
  const query = new URLSearchParams({
    ...(reference !== undefined && { case: reference }),
    ...(day !== undefined && { day: isoDate(day) }),
    ...(who !== undefined && { who }),
    ...(before !== undefined && { before: String(before) }),
  });
  return `${AUDIT_PATH}?${query}`;
};

function whoOf({ by }: AuditLineRead): string {
  if (by.kind === 'staff') return by.staff;
  return by.kind === 'left' ? LEFT_WORDS : NOT_STAFF_WORDS;
}

/** Acts whose name in the audit says less than what was done. */
const TOLD: Readonly<Record<string, string>> = {
  'case read': 'Case looked at',
  'opened, at the desk': 'Case written down at the desk',
  'case exported': 'Everything held in it opened, to print or send',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const actOf = ({ act }: AuditLineRead) => TOLD[act] ?? capital(act);

const caseOf = ({ reference, kept }: AuditLineRead): Html | string => {
  if (reference === null) return '';
  return kept
    ? html`<a class="case-ref" href="${deskCasePath(reference)}">${reference}</a>`
    : html`<span><span class="case-ref">${reference}</span> (erased)</span>`;
};

/** When a line was written: of one day its time, else its day too. */
const whenOf = ({ at }: AuditLineRead, { asked, today }: AuditView): string =>
  asked.day === undefined
    ? instantInWords(at.getTime(), today * DAY)
    : clockInWords(wallClockAt(at.getTime()).minute);

const row = (line: AuditLineRead, view: AuditView): Html => html`
<li class="audit-line"><time datetime="${isoInstant(line.at.getTime())}">${whenOf(line, view)}</time> <span class="as-typed">${whoOf(line)}</span> <b>${actOf(line)}</b> ${caseOf(line)}</li>`;

const beside = ({ earlier, later, more, asked, today }: AuditView): Html => html`
<nav class="actions case-pages" aria-label="Days">
  ${more === undefined ? '' : html`<a class="button quiet" href="${addressOf({ ...asked, before: more })}">${asked.day === undefined ? 'Earlier lines' : 'Earlier this day'}</a>`}
  ${earlier === undefined ? '' : html`<a class="button quiet" href="${addressOf({ ...asked, day: earlier, before: undefined })}">${dayInWords(earlier, today)}</a>`}
  ${later === undefined ? '' : html`<a class="button quiet" href="${addressOf({ ...asked, day: later, before: undefined })}">${dayInWords(later, today)}</a>`}
</nav>`;

const whoField = ({ asked, staff }: AuditQuestion): Html => html`
  <div class="field"><label for="who">Who</label>
  <select id="who" name="who"><option value="">Everybody</option>${[
    ...staff.map((address) => [address, address] as const),
    [LEFT, LEFT_WORDS] as const,
    [NOT_STAFF, NOT_STAFF_WORDS] as const,
  ].map(
    ([value, words]) =>
      html`<option value="${value}"${value === asked.who ? html` selected` : ''}>${words}</option>`,
  )}</select></div>`;

/** The ways to ask: for a day and somebody's acts on it, or for one case. */
const forms = (view: AuditQuestion): Html => html`
<div class="audit-ask">
<form class="audit-form" method="get" action="${AUDIT_PATH}">
  <div class="field"><label for="day">Day</label>
  <input id="day" name="day" type="date" value="${isoDate(view.asked.day ?? view.today)}"></div>
  ${whoField(view)}
  <button class="button">Show the day</button>
</form>
<form class="audit-form" method="get" action="${AUDIT_PATH}">
  <div class="field"><label for="case">One case, by its reference</label>
  <input id="case" name="case" value="${view.typed}" autocomplete="off"></div>
  ${view.asked.reference === undefined ? '' : hidden('who', view.asked.who)}
  <button class="button">Show the case</button>
</form>
</div>`;

/** What the lines below are of. */
function about({ asked, whose, today, lines }: AuditView): Html {
  const day = asked.day === undefined ? '' : dayInWords(asked.day, today);
  const who =
    asked.who === undefined
      ? ''
      : html` <span class="as-typed">${{ [LEFT]: LEFT_WORDS, [NOT_STAFF]: NOT_STAFF_WORDS }[asked.who] ?? asked.who}</span> alone.`;
  if (asked.reference === undefined) {
    return html`<p class="lede">${day}${who ? html`:${who}` : ''}</p>`;
  }
  const gone = lines.length === 0 ? 'no case has this reference' : 'erased';
  const which = whose ? caseLink(whose) : html`${asked.reference} (${gone})`;
  return html`<p class="lede">${which}${day ? `, ${day}` : ''}${who ? html`:${who}` : ''}</p>
${day ? html`<p><a href="${addressOf({ ...asked, day: undefined, before: undefined })}">Show every day of this case</a></p>` : ''}`;
}

const nothing = ({ asked }: AuditView): Html =>
  html`<p>${asked.day === undefined ? 'Nothing of it is in the audit.' : 'Nothing was done on this day.'}</p>`;

/** What the audit is, and the ways to ask it. */
const ways = (view: AuditQuestion): Html => html`
<p>Each act at the desk leaves a line here, and so does each erasure. It says what was done, to which case, and by whom. Opening a case leaves one line an hour for each person. Lines are kept for two years. <a href="${UNUSUAL_PATH}">Unusual hours, and what was refused</a></p>
${forms(view)}`;

/** What is said of something typed that cannot be looked for: nothing is listed, which could be taken for an answer. */
export const noReferenceView = (view: AuditQuestion): Html => html`${ways(view)}
<p class="lede" role="status">“<span class="as-typed">${view.typed}</span>” is not a reference, so nothing was looked for.</p>
<p>The audit holds references and no names: who a case was from goes with it when it is erased. A reference is ${REFERENCE_LENGTH} letters and digits. To find one by a name, <a href="${casesAddress({ q: view.typed, filter: 'all', start: 'first' })}">look for “${view.typed}” in the cases</a>.</p>`;

/** Who did what when: on one day, and the days beside it on which anything was done, or about one case. */
export const auditView = (view: AuditView): Html => html`${ways(view)}
${about(view)}
${view.lines.length === 0 ? nothing(view) : html`<ol class="audit-lines">${view.lines.map((line) => row(line, view))}</ol>`}
${beside(view)}`;
