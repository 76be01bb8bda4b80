import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import { deskCasePath, UNUSUAL_PATH, unusualHourPath } from '#domain/desk/paths.ts';
import { REFUSAL_KINDS, type RefusalKind } from '#domain/limits/refusal-kind.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { CameIn, HourRead, UnusualHour } from '#services/desk/unusual-hours.ts';
import type { RefusalCount } from '#services/limits/refusals.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { personOf } from '../cases/cases-view.ts';

const when = (at: Date, now: number): Html =>
  html`<time datetime="${isoInstant(at.getTime())}">${instantInWords(at.getTime(), now)}</time>`;

const hourItem = ({ id, noticedAt, undoneAt }: UnusualHour, now: number): Html => html`
<li><p><a href="${unusualHourPath(id)}">Noticed on ${when(noticedAt, now)}</a></p>
<p>${undoneAt ? html`Undone on ${when(undoneAt, now)}.` : 'Not undone.'}</p></li>`;

const KINDS = Object.entries(REFUSAL_KINDS) as [RefusalKind, string][];

/** What was refused by day, of which only the days and kinds that have any are rows. */
function refusedTable(refused: readonly RefusalCount[], now: number): Html {
  if (refused.length === 0) return html`<p>Nothing was refused in the last two weeks.</p>`;
  const today = wallClockAt(now).day;
  const row = ({ day, kind, count }: RefusalCount) => html`
<tr><td><time datetime="${day}">${dayInWords(dayFromIso(day) ?? today, today)}</time></td><td>${REFUSAL_KINDS[kind]}</td><td>${count}</td></tr>`;
  const ordered = [...new Set(refused.map(({ day }) => day))].flatMap((day) =>
    KINDS.flatMap(([kind]) => refused.filter((one) => one.day === day && one.kind === kind)),
  );
  return html`<div class="wide-table" tabindex="0" role="region" aria-label="Refusals by day"><table class="table">
<thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">How many</th></tr></thead>
<tbody>${ordered.map(row)}</tbody></table></div>`;
}

/** Unusual hours, and what was refused in the last two weeks. `now` is in milliseconds. */
export interface UnusualView {
  hours: readonly UnusualHour[];
  refused: readonly RefusalCount[];
  limits: { cases: number; 'emails-withheld': number };
  now: number;
}

/** What was out of the ordinary: hours in which much came in, and what was refused. */
export const unusualView = ({ hours, refused, limits, now }: UnusualView): Html => html`
<section class="waits-part" aria-labelledby="hours"><h2 id="hours">The last 30 days</h2>
<p>An hour is unusual when ${limits.cases} new cases come in, or ${counted(limits['emails-withheld'], 'email is', 'emails are')} held back because an address had had too many. All staff then get one email.</p>
${hours.length === 0 ? html`<p>There was none.</p>` : html`<ul class="sessions">${hours.map((hour) => hourItem(hour, now))}</ul>`}
</section>
<section class="waits-part" aria-labelledby="refused"><h2 id="refused">What was refused</h2>
<p>Counted by day. Nothing is kept of who it was or what they sent. A few each day are normal: old links, people who have signed out, programs that try every site.</p>
${refusedTable(refused, now)}
</section>`;

const STATES: Readonly<Record<CameIn['state'], string>> = {
  'came in': 'Can be undone',
  quarantine: 'In quarantine',
  'seen to': 'Staff have seen to it, so it stays',
};

const cameInItem = (one: CameIn, now: number): Html => html`
<tr><td><a href="${deskCasePath(one.reference)}">${personOf({ name: one.name, organisation: one.organisation })}</a> <span class="case-ref">${one.reference}</span></td><td><time datetime="${isoInstant(one.at)}">${instantInWords(one.at, now)}</time></td><td>${one.calls === 0 ? 'None' : counted(one.calls, 'call', 'calls')}</td><td>${STATES[one.state]}</td></tr>`;

const table = (cases: readonly CameIn[], now: number): Html => html`
<div class="wide-table" tabindex="0" role="region" aria-label="What came in"><table class="table">
<thead><tr><th scope="col">From</th><th scope="col">When</th><th scope="col">Times taken</th><th scope="col">How it stands</th></tr></thead>
<tbody>${cases.map((one) => cameInItem(one, now))}</tbody></table></div>`;

const BACK = html`<a class="button quiet" href="${UNUSUAL_PATH}">Back to unusual hours</a>`;

const undoable = (cases: readonly CameIn[]) => cases.filter(({ state }) => state === 'came in');

const span = ({ fromAt, untilAt }: UnusualHour, now: number): Html =>
  html`${when(fromAt, now)} to ${when(untilAt, now)}`;

const DONE = html`<p class="notice-box" role="status">It is undone. What came in is in quarantine, its times are free, and nobody was sent an email.</p>`;

/** What came in one unusual hour; `isDone`: it was just undone. */
export const hourView = ({ hour, cases }: HourRead, now: number, isDone: boolean): Html => html`
${isDone ? DONE : ''}
<p class="lede">From ${span(hour, now)}: ${counted(cases.length, 'case', 'cases')}</p>
${hour.undoneAt ? html`<p>Undone on ${when(hour.undoneAt, now)}.</p>` : ''}
<p class="actions">${undoable(cases).length > 0 ? html`<a class="button careful" href="${unusualHourPath(hour.id, 'undo')}">Undo this hour</a> ` : ''}${BACK}</p>
${cases.length === 0 ? html`<p>Nothing that came in then is kept any more.</p>` : table(cases, now)}`;

/** What undoing an hour will do, and the button that does it. `days` is how long quarantine lasts. */
export function undoHourView({ hour, cases }: HourRead, now: number, days: number): Html {
  const all = undoable(cases);
  const calls = all.reduce((sum, one) => sum + one.calls, 0);
  const kept = cases.filter(({ state }) => state === 'seen to').length;
  return html`
<p class="lede">You are about to undo what came in from ${span(hour, now)}.</p>
<ul class="case-will">
  <li>${counted(all.length, 'case goes', 'cases go')} to quarantine. Each is erased after ${counted(days, 'day', 'days')}, unless you release it.</li>
  <li>${counted(calls, 'call loses its time', 'calls lose their times')} at once.</li>
  <li>Nobody gets an email, and emails about these cases that have not gone out never do. <strong>If a real person is among them, release their case:</strong> they may have had a confirmation.</li>
  ${kept > 0 ? html`<li>${counted(kept, 'case stays as it is, because staff have seen to it.', 'cases stay as they are, because staff have seen to them.')}</li>` : ''}
  <li>Anything that comes in after you opened this page stays.</li>
  <li>The audit says that you did it.</li>
</ul>
<form method="post">
  ${hidden('upTo', String(Math.max(...all.map(({ at }) => at))))}
  <p class="actions"><button class="button careful">Undo this hour</button> <a class="button quiet" href="${unusualHourPath(hour.id)}">Back to what came in</a></p>
</form>`;
}
