import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { counted } from '#domain/count-words.ts';
import type { CallToday, ConflictingCall } from '#domain/desk/digest.ts';
import { daySheetPath } from '#domain/desk/paths.ts';
import { CONFLICTING_PATH, OFFER_ALL_PATH } from '#domain/desk/times.ts';
import { isoDate } from '#domain/time/day.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { entry, list, nameLink, type Part, refOf } from './today-part.ts';

const conflictingEntry = (call: ConflictingCall, now: number): Html =>
  entry(
    nameLink(call),
    html`${CALL_NAMES[call.kind]} on ${callInWords(call, now)}, ${callerLink(call.phone)}`,
    [
      conflictInWords(call.because),
      html`${call.offered ? 'They were sent other times, and have not chosen one yet.' : 'They do not know yet.'}`,
      refOf(call),
    ],
  );

/** Where they are seen to: all at once, where there are several and an email reaches somebody, or each by itself. */
function waysOn(all: readonly ConflictingCall[]): Html {
  const isMailed = all.some(({ writable }) => writable);
  if (all.length > 1 && isMailed) {
    return html`<a href="${OFFER_ALL_PATH}">Offer everyone new times</a>, or <a href="${CONFLICTING_PATH}">see them one by one</a>`;
  }
  if (isMailed) return html`<a href="${CONFLICTING_PATH}">Offer other times, or move it</a>`;
  return html`<a href="${CONFLICTING_PATH}">${all.length > 1 ? 'See them one by one' : 'See what can be done'}</a>`;
}

export const conflicting = ({ conflicting: all, now }: Today): Part => ({
  id: 'stranded',
  heading: 'Calls that cannot take place',
  short:
    all.length > 0
      ? counted(all.length, 'call cannot take place', 'calls cannot take place')
      : undefined,
  pressing: true,
  body: html`<p>Their time has been closed or blocked since they were booked. ${waysOn(all)}</p>
${list(all.map((call) => conflictingEntry(call, now)))}`,
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

/** The calls of a day, in order, with the sheet of them; `others` is how many there are of cases that are not shown. */
function callsOf(
  all: readonly CallToday[],
  { day, now, others = 0 }: { day: number; now: number; others: number | undefined },
): Html {
  const sheet = html`<a href="${daySheetPath(isoDate(day))}">The sheet of the day, to print</a>`;
  const more = others === 0 ? '' : `${counted(others, 'call is', 'calls are')} of other cases.`;
  if (all.length > 0) {
    return html`<p class="hint">Times are UK time. ${more} ${sheet}</p>${list(all.map((one) => callEntry(one, now)))}`;
  }
  const then = day === wallClockAt(now).day ? 'today' : 'that day';
  return others === 0
    ? html`<p>No calls are booked for ${then}.</p>`
    : html`<p>None of these cases has a call ${then}. ${more} ${sheet}</p>`;
}

export const calls = ({ calls: all, othersCalls, now }: Today): Part => ({
  id: 'calls',
  heading: 'Calls today',
  short: all.length > 0 ? counted(all.length, 'call today', 'calls today') : undefined,
  body: callsOf(all, { day: wallClockAt(now).day, now, others: othersCalls?.today }),
});

/** Who is on next: the day after this one on which we open. */
export const nextDay = ({ next: { day, calls: all }, othersCalls, now }: Today): Part => ({
  id: 'next-day',
  heading: `Calls on ${dayInWords(day, wallClockAt(now).day)}`,
  short: undefined,
  body: callsOf(all, { day, now, others: othersCalls?.next }),
});
