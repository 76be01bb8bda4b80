import { html } from 'hono/html';
import { CASES_PATH, NEW_CASE_PATH, NEW_COMPLAINT_PATH } from '#domain/desk/paths.ts';
import { CALENDARS_PATH } from '#domain/desk/times.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { complaints, holds, quarantined, requests } from './other-parts-view.ts';
import { calls, conflicting, nextDay } from './today-calls-view.ts';
import type { Part } from './today-part.ts';
import { calendars, mail, undelivered, unusual } from './troubles-view.ts';
import { coming, followUps, offered, waiting } from './waiting-cases-view.ts';

/** The parts in the order in which they wait. */
const PARTS = [
  complaints,
  requests,
  conflicting,
  mail,
  unusual,
  undelivered,
  calendars,
  calls,
  nextDay,
  followUps,
  holds,
  waiting,
  offered,
  coming,
  quarantined,
] as const;

/** Parts that stand even when there is nothing of them. */
const ALWAYS: readonly string[] = ['calls', 'next-day'];

const isTold = ({ id, short, ahead }: Part) =>
  short !== undefined || ahead === true || ALWAYS.includes(id);

const section = ({ id, heading, body }: Part): Html =>
  html`<section class="waits-part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;

const INVITED = html`<p>Calls come to the staff addresses as invitations. To subscribe to a calendar instead, set the staff calendar to “feed” in the settings: its address then shows here.</p>`;

const ownFeed = (feed: string): Html => html`
<p>Subscribe your calendar to this address, and every call appears in it. It is yours alone, and ends when you leave the staff list.</p>
<details><summary>Show the address</summary>
<p class="as-typed"><code>${feed}</code></p>
<p><b>Anyone who has this address can read every call of the past 30 days and to come, with names and numbers, without signing in.</b> Give it to your own calendar, and to nobody else. If other people may have it, raise <code>feed-generation</code> in <code>content/settings/staff-calendar.yaml</code> by one. Everybody’s address then stops working, and a new one shows here.</p>
</details>`;

const calendar = ({ feed }: Today): Html => html`
<section class="waits-part" aria-labelledby="calendar"><h2 id="calendar">Calls in your own calendar</h2>
${feed === undefined ? INVITED : ownFeed(feed)}
<p>If your calendar is to say when you are busy, so that nobody books you then, <a href="${CALENDARS_PATH}">give its address</a>.</p></section>`;

const shortLink = ({ id, short, pressing }: Part): Html =>
  html`<li><a${pressing ? html` class="pressing"` : ''} href="#${id}">${short}</a></li>`;

/** What cannot wait for the rest of the page to be read. */
const RINGS = html`<p>Does someone ring? <a href="${CASES_PATH}">Find them</a>, or write down <a href="${NEW_CASE_PATH}">a new case</a> or <a href="${NEW_COMPLAINT_PATH}">a complaint</a>.</p>`;

/** What is said when no part has anything: of everybody’s cases, or of some. */
const nothingWaits = ({ othersCalls }: Today) =>
  othersCalls ? ': nothing is waiting in these cases' : ': nothing is waiting';

/** What waits first, each leading to its case; then the calendar feed. */
export function todayView(today: Today, whose: Html): Html {
  const { day } = wallClockAt(today.now);
  const parts = PARTS.map((part) => part(today));
  const told = parts.filter(({ short }) => short !== undefined);
  return html`
<p class="lede">${dayInWords(day, day)}${told.length === 0 ? nothingWaits(today) : ''}</p>
${told.length > 0 ? html`<ul class="waits-short">${told.map(shortLink)}</ul>` : ''}
${RINGS}
${whose}
${parts.filter(isTold).map(section)}
${calendar(today)}`;
}
