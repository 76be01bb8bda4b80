import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import { type CaseFilter, casesAddress } from '#domain/desk/cases-query.ts';
import {
  byFollowUp,
  type Caller,
  type CallToday,
  type ConflictingCall,
  type HeldCase,
  type OpenComplaint,
  type Undelivered,
  undeliveredInWords,
  type Waiting,
} from '#domain/desk/digest.ts';
import {
  CASES_PATH,
  deskCasePath,
  NEW_CASE_PATH,
  NEW_COMPLAINT_PATH,
  UNUSUAL_PATH,
} from '#domain/desk/paths.ts';
import { CALENDARS_PATH, OFFER_ALL_PATH, STRANDED_PATH } from '#domain/desk/times.ts';
import { whyWaiting } from '#domain/desk/waiting.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { failingInWords } from '../calendars/calendars-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { personOf } from '../cases/cases-view.ts';

/** More would push what stands below them out of sight. */
const MOST_SHOWN = 50;

const plural = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

/** Who a case is from, as the link to it. */
const nameLink = (caller: Caller): Html =>
  html`<a href="${deskCasePath(caller.reference)}">${personOf({ name: caller.name, organisation: caller.organisation })}</a>`;

/** The reference of a case, and who of the staff sees to it. */
const refOf = ({ reference, owner }: Pick<Caller, 'reference' | 'owner'>): Html =>
  html`<span class="case-ref"><span class="visually-hidden">Reference </span>${reference}</span>${owner === undefined ? '' : html` <span class="case-owner">Seen to by ${owner}</span>`}`;

/** One entry: what it is found by, whose it is, and what there is to know. */
const entry = (key: Html | string, who: Html | string, said: readonly (Html | string)[]): Html =>
  html`<li><p class="waits-key">${key}</p>${who ? html`<p>${who}</p>` : ''}${said.map((line) => html`<p class="waits-said">${line}</p>`)}</li>`;

interface Part {
  id: string;
  heading: string;
  /** How the line at the top of the page counts it; undefined when there is nothing of it. */
  short: string | undefined;
  /** It cannot wait for its turn. */
  pressing?: boolean;
  body: Html;
}

const list = (entries: readonly Html[]): Html => html`<ul class="waits">${entries}</ul>`;

const mail = ({ mail: halted }: Today): Part => ({
  id: 'mail',
  heading: 'No mail goes out',
  short: halted ? 'no mail goes out' : undefined,
  pressing: true,
  body: html`<p>The mail service refuses this site (“${halted?.why}”). ${plural(halted?.waiting ?? 0, 'message is waiting', 'messages are waiting')}, to be sent once it accepts us again. Nothing is thrown away meanwhile. If you look after this site, check that its key and its sender address are still good.</p>`,
});

const unusual = ({ unusual: all }: Today): Part => ({
  id: 'unusual',
  heading: 'An unusual hour',
  short: all.length > 0 ? plural(all.length, 'unusual hour', 'unusual hours') : undefined,
  pressing: true,
  body: html`<p>More came in within an hour than is usual. <a href="${UNUSUAL_PATH}">See what came in</a>, and undo it if it was a flood.</p>`,
});

/** How pressing a complaint is, above the name it came from. */
const complaintEntry = (one: OpenComplaint, now: number): Html =>
  entry(
    nameLink(one),
    html`About: ${COMPLAINT_ABOUT[one.about].toLowerCase()}${one.phone === undefined ? '' : html`, ${callerLink(one.phone)}`}`,
    [clockOfComplaint(one, now), refOf(one)],
  );

const isLate = ({ receivedAt }: OpenComplaint, now: number) =>
  complaintClock(receivedAt, now).state === 'overdue';

/** How the line at the top counts complaints: those that are overdue are said. */
function complaintsInShort(all: readonly OpenComplaint[], now: number): string | undefined {
  if (all.length === 0) return undefined;
  const late = all.filter((one) => isLate(one, now)).length;
  return `${plural(all.length, 'complaint', 'complaints')}${late > 0 ? `, ${late} overdue` : ''}`;
}

const complaints = ({ complaints: all, now }: Today): Part => ({
  id: 'complaints',
  heading: 'Complaints',
  short: complaintsInShort(all, now),
  pressing: true,
  body: html`<p>Each is to be answered within 30 days of the day it came. The oldest comes first. Note the outcome at the case, and it leaves this list.</p>
${list(all.map((one) => complaintEntry(one, now)))}`,
});

const holds = ({ holds: all, now }: Today): Part => ({
  id: 'holds',
  heading: 'On hold, to look at again',
  short: all.length > 0 ? `${all.length} on hold to look at` : undefined,
  body: html`<p>The date that was set for them has come. They stay on hold until you take the hold off.</p>
${list(all.map((one) => entry(nameLink(one), refOf(one), [one.reason, `To be looked at again since ${dayInWords(one.lookAgain, wallClockAt(now).day)}.`])))}`,
});

function lost(one: Undelivered): Html {
  const { reference, audience, phone } = one;
  const to = audience === 'staff' ? 'staff' : 'the enquirer';
  const ring = audience === 'enquirer' && phone;
  const key = reference ? nameLink({ ...one, reference }) : 'About no enquiry';
  return entry(key, reference ? refOf({ ...one, reference }) : '', [
    undeliveredInWords(one, to),
    ...(ring ? [html`They gave the number ${callerLink(phone)}.`] : []),
  ]);
}

const undelivered = ({ undelivered: all, undeliveredDays }: Today): Part => ({
  id: 'undelivered',
  heading: 'Not delivered',
  short: all.length > 0 ? `${all.length} not delivered` : undefined,
  pressing: true,
  body: html`<p>These messages did not arrive, and will not be tried again. Contact these people another way, and note the outcome at the case. It then leaves this list, as it does after ${undeliveredDays} days.</p>
${list(all.map(lost))}`,
});

const calendars = ({ calendars: all, now }: Today): Part => ({
  id: 'calendars',
  heading: 'Calendars that cannot be read',
  short:
    all.length > 0
      ? plural(all.length, 'calendar cannot be read', 'calendars cannot be read')
      : undefined,
  body: html`<p>We look there when staff are busy, and try again whenever someone looks at times. Whose it is can <a href="${CALENDARS_PATH}">give the address again</a>.</p>
${list(all.map((one) => entry(html`<span class="as-typed">${one.staff}</span>`, '', [failingInWords(one, now)])))}`,
});

const strandedEntry = (call: ConflictingCall, now: number): Html =>
  entry(
    nameLink(call),
    html`${CALL_NAMES[call.kind]} on ${callInWords(call, now)}, ${callerLink(call.phone)}`,
    [
      conflictInWords(call.because),
      html`${call.offered ? 'They were sent other times, and have not chosen one yet.' : 'They do not know yet.'}`,
      refOf(call),
    ],
  );

const stranded = ({ stranded: all, now }: Today): Part => ({
  id: 'stranded',
  heading: 'Calls that cannot take place',
  short:
    all.length > 0
      ? plural(all.length, 'call cannot take place', 'calls cannot take place')
      : undefined,
  pressing: true,
  body: html`<p>Their time has been closed or blocked since they were booked. ${all.length > 1 ? html`<a href="${OFFER_ALL_PATH}">Offer everyone new times</a>, or <a href="${STRANDED_PATH}">see them one by one</a>` : html`<a href="${STRANDED_PATH}">Offer other times, or move it</a>`}</p>
${list(all.map((call) => strandedEntry(call, now)))}`,
});

const clockAt = (instant: number): Html =>
  html`<time datetime="${isoInstant(instant)}">${clockInWords(wallClockAt(instant).minute)}</time>`;

const callEntry = (one: CallToday, now: number): Html =>
  entry(
    html`${clockAt(one.start)} to ${clockAt(one.end)}`,
    html`${nameLink(one)}, ${callerLink(one.phone)}`,
    [
      html`A ${CALL_NAMES[one.kind]}${one.end <= now ? ' that is over' : ''}, ${refOf(one)}`,
      ...(one.because ? [html`<b>It cannot take place.</b> ${conflictInWords(one.because)}`] : []),
    ],
  );

const calls = ({ calls: all, now }: Today): Part => ({
  id: 'calls',
  heading: 'Calls today',
  short: all.length > 0 ? plural(all.length, 'call today', 'calls today') : undefined,
  body:
    all.length > 0
      ? html`<p class="hint">Times are UK time.</p>${list(all.map((one) => callEntry(one, now)))}`
      : html`<p>No calls are booked for today.</p>`,
});

/** Who is on next: the day after this one on which we open. */
const nextDay = ({ next: { day, calls: all }, now }: Today): Part => ({
  id: 'next-day',
  heading: `Calls on ${dayInWords(day, wallClockAt(now).day)}`,
  short: undefined,
  body:
    all.length > 0
      ? list(all.map((one) => callEntry(one, now)))
      : html`<p>No calls are booked for that day.</p>`,
});

/** Leads on to the list that holds what is left out here. */
const theRest = (more: number, filter: CaseFilter): Html =>
  html`<p><a href="${casesAddress({ q: '', filter, start: 'first' })}">And ${more} more</a></p>`;

/** Those who wait, in an order, and how many more there are. */
const waitingList = (all: readonly Waiting[], now: number): Html => html`
${list(all.slice(0, MOST_SHOWN).map((one) => entry(nameLink(one), refOf(one), [whyWaiting(one, now)])))}
${all.length > MOST_SHOWN ? theRest(all.length - MOST_SHOWN, 'waiting') : ''}`;

function waiting({ waiting: all, now }: Today): Part {
  const { others } = byFollowUp(all);
  return {
    id: 'waiting',
    heading: 'Waiting for us',
    short: others.length > 0 ? `${others.length} waiting` : undefined,
    body: html`<p>The longest wait comes first.</p>${waitingList(others, now)}`,
  };
}

function followUps({ waiting: all, now }: Today): Part {
  const { due } = byFollowUp(all);
  return {
    id: 'follow-up',
    heading: 'To follow up',
    short: due.length > 0 ? `${due.length} to follow up` : undefined,
    body: html`<p>The date that was set for them has come.</p>${waitingList(due, now)}`,
  };
}

/** Offers of which a stranded call says nothing already. */
function offered({ offered: all, stranded: conflicting, now }: Today): Part {
  const told = new Set(conflicting.map(({ reference }) => reference));
  const open = all.filter(({ reference }) => !told.has(reference));
  return {
    id: 'offered',
    heading: 'Offered times, none chosen yet',
    short: open.length > 0 ? plural(open.length, 'offer is open', 'offers are open') : undefined,
    body: html`<p>The oldest offer comes first. Ring them, or note the outcome.</p>
${list(open.slice(0, MOST_SHOWN).map((one) => entry(nameLink(one), refOf(one), [`Offered on ${instantInWords(one.at, now)}.`])))}`,
  };
}

/** What somebody sent that is in quarantine: the beginning of what they wrote, and the calls they asked for. */
function heldWhat({ enquired, message, calls }: HeldCase, now: number): Html {
  const asked = calls.map(
    (call) =>
      html`A ${CALL_NAMES[call.kind]} for ${callInWords(call, now)}${call.topic ? html`: “${call.topic}”` : ''}. `,
  );
  const wrote = enquired
    ? html`An enquiry${message ? html`: “${message}”` : ' without a message.'}`
    : html``;
  return html`${asked}${wrote}`;
}

function quarantined({ quarantined: all, quarantineDays, now }: Today): Part {
  const shown = all.slice(0, MOST_SHOWN);
  const more = all.length - shown.length;
  return {
    id: 'quarantine',
    heading: 'In quarantine',
    short: all.length > 0 ? `${all.length} in quarantine` : undefined,
    body: html`<p>These looked automatic. No notice of them went out, and each is erased ${plural(quarantineDays, 'day', 'days')} after it came, unless it is on hold. If a person wrote one, release it at its case.</p>
${list(shown.map((one) => entry(nameLink(one), refOf(one), [heldWhat(one, now), `Came on ${instantInWords(one.at, now)}.`])))}
${more > 0 ? theRest(more, 'quarantine') : ''}`,
  };
}

/** The parts in the order in which they wait. */
const PARTS = [
  complaints,
  stranded,
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
  quarantined,
] as const;

/** Parts that stand even when there is nothing of them. */
const ALWAYS: readonly string[] = ['calls', 'next-day'];

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

/** What waits first, each leading to its case; then the calendar feed. */
export function todayView(today: Today, whose: Html): Html {
  const { day } = wallClockAt(today.now);
  const parts = PARTS.map((part) => part(today));
  const told = parts.filter(({ short }) => short !== undefined);
  return html`
<p class="lede">${dayInWords(day, day)}${told.length === 0 ? ': nothing is waiting' : ''}</p>
${told.length > 0 ? html`<ul class="waits-short">${told.map(shortLink)}</ul>` : ''}
${RINGS}
${whose}
${parts.filter(({ id, short }) => short !== undefined || ALWAYS.includes(id)).map(section)}
${calendar(today)}`;
}
