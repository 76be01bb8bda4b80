import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { counted } from '#domain/count-words.ts';
import type { CallToday, ConflictingCall } from '#domain/desk/digest.ts';
import { CONFLICTING_PATH, OFFER_ALL_PATH } from '#domain/desk/times.ts';
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

export const conflicting = ({ conflicting: all, now }: Today): Part => ({
  id: 'stranded',
  heading: 'Calls that cannot take place',
  short:
    all.length > 0
      ? counted(all.length, 'call cannot take place', 'calls cannot take place')
      : undefined,
  pressing: true,
  body: html`<p>Their time has been closed or blocked since they were booked. ${all.length > 1 ? html`<a href="${OFFER_ALL_PATH}">Offer everyone new times</a>, or <a href="${CONFLICTING_PATH}">see them one by one</a>` : html`<a href="${CONFLICTING_PATH}">Offer other times, or move it</a>`}</p>
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

export const calls = ({ calls: all, now }: Today): Part => ({
  id: 'calls',
  heading: 'Calls today',
  short: all.length > 0 ? counted(all.length, 'call today', 'calls today') : undefined,
  body:
    all.length > 0
      ? html`<p class="hint">Times are UK time.</p>${list(all.map((one) => callEntry(one, now)))}`
      : html`<p>No calls are booked for today.</p>`,
});

/** Who is on next: the day after this one on which we open. */
export const nextDay = ({ next: { day, calls: all }, now }: Today): Part => ({
  id: 'next-day',
  heading: `Calls on ${dayInWords(day, wallClockAt(now).day)}`,
  short: undefined,
  body:
    all.length > 0
      ? list(all.map((one) => callEntry(one, now)))
      : html`<p>No calls are booked for that day.</p>`,
});
