import { html } from 'hono/html';
import { spanInWords } from '#domain/blocks/block.ts';
import { counted } from '#domain/count-words.ts';
import { closedInWords } from '#domain/hours/closed-days.ts';
import type { DayAhead } from '#domain/slots/days-ahead.ts';
import { weekdayOf } from '#domain/time/day.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import type { Html } from './form-view.ts';

/** What a row says besides what the public meets: what is booked, and what can be done. */
export interface DayNotes {
  booked?: (day: DayAhead) => Html;
  act?: (day: DayAhead, name: string) => Html;
}

const openness = ({ hours, closed }: DayAhead): string => {
  if (closed) return `Closed: ${closedInWords(closed)}`;
  return hours
    ? `Open ${clockInWords(hours.opens)} to ${clockInWords(hours.closes)}`
    : 'Closed: bank holidays are not known so far ahead';
};

const blocked = ({ hours, blocks }: DayAhead) =>
  (hours ? blocks : []).map(
    (block) =>
      html`<p class="day-blocked">Blocked ${spanInWords(block)}${block.why === undefined ? '' : `: ${block.why}`}</p>`,
  );

function free({ hours, free: offered, beyond }: DayAhead): Html {
  if (!hours) return html``;
  if (beyond) return html`<p>Too far ahead to be booked yet</p>`;
  const { callback, 'discovery-call': discoveryCall } = offered;
  return callback + discoveryCall === 0
    ? html`<p>Nothing free</p>`
    : html`<p>${counted(callback, 'time')} free for a callback,<br>${discoveryCall} for a discovery call</p>`;
}

function row(day: DayAhead, today: number, { booked, act }: DayNotes): Html {
  const name = dayInWords(day.day, today);
  return html`<div${day.hours ? '' : html` class="is-closed"`}>
  <dt>${name}${day.day === today ? html` <span class="day-today">today</span>` : ''}</dt>
  <dd><p>${openness(day)}</p>${blocked(day)}</dd>
  <dd>${free(day)}${booked?.(day)}${act?.(day, name)}</dd>
</div>`;
}

const monday = ({ day }: DayAhead) => day - weekdayOf(day);

/** The weekdays ahead, week by week, in the order they come. */
export const daysAheadView = (
  days: readonly DayAhead[],
  today: number,
  notes: DayNotes = {},
): Html =>
  html`${[...Map.groupBy(days, monday).values()].map(
    (week) => html`<dl class="days-ahead">${week.map((day) => row(day, today, notes))}</dl>`,
  )}`;
