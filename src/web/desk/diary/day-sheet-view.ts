import { html } from 'hono/html';
import { spanInWords } from '#domain/blocks/block.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { DIARY_PATH, daySheetPath, deskCasePath } from '#domain/desk/paths.ts';
import { closedInWords } from '#domain/hours/closed-days.ts';
import { openInWords } from '#domain/hours/words.ts';
import { isoDate } from '#domain/time/day.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords } from '#domain/time/words.ts';
import type { DaySheet } from '#services/desk/day-sheet.ts';
import type { Html } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';

type SheetCall = DaySheet['calls'][number];

const clock = (instant: number): Html =>
  html`<time datetime="${isoInstant(instant)}">${clockInWords(wallClockAt(instant).minute)}</time>`;

const called = (kind: SheetCall['kind']) =>
  CALL_NAMES[kind].charAt(0).toUpperCase() + CALL_NAMES[kind].slice(1);

const callRow = (call: SheetCall): Html => html`<li class="sheet-call">
<p class="sheet-time">${clock(call.start)} to ${clock(call.end)}</p>
<div><h2><a href="${deskCasePath(call.reference)}">${nameFirst(call)}</a></h2>
<p class="sheet-phone">${callerLink(call.phone)}</p>
<p>${called(call.kind)}. Reference ${call.reference}.</p>
${call.topic === undefined ? '' : html`<p>${call.topic}</p>`}
${call.because ? html`<p class="diary-closed"><b>Cannot take place.</b> ${conflictInWords(call.because)}</p>` : ''}</div></li>`;

function openness({ open, closed, dated }: DaySheet): Html {
  if (closed) return html`The line is closed: ${closedInWords(closed)}.`;
  if (!open) return html`The line is closed: bank holidays are not known for this day.`;
  const why = dated.flatMap((each) => each.why ?? []).join('; ');
  return open.length === 0
    ? html`The line is open at no time: all of the day is blocked.`
    : html`The line is ${openInWords(open)}${why ? ` (${why})` : ''}. Times are UK time.`;
}

const another = (day: number, words: string): Html =>
  html`<a class="button quiet" href="${daySheetPath(isoDate(day))}">${words}</a>`;

/** One day on a sheet: when the line is open, what is blocked, and whom to ring when. */
export const daySheetView = (sheet: DaySheet, now: number): Html => html`
<p class="lede">${openness(sheet)}</p>
<nav class="actions diary-weeks" aria-label="Days">${another(sheet.day - 1, 'Day before')} ${another(wallClockAt(now).day, 'Today')} ${another(sheet.day + 1, 'Day after')} <a class="button quiet" href="${DIARY_PATH}?week=${isoDate(sheet.day)}">The week</a></nav>
${
  sheet.blocks.length === 0
    ? ''
    : html`<ul class="sheet-blocks">${sheet.blocks.map((block) => html`<li>Blocked ${spanInWords(block)}${block.why === undefined ? '' : `: ${block.why}`}</li>`)}</ul>`
}
${
  sheet.calls.length === 0
    ? html`<p>No call is booked on this day.</p>`
    : html`<p class="off-paper">To have it beside the telephone, print this page.</p><ol class="sheet">${sheet.calls.map(callRow)}</ol>`
}
${
  sheet.coming.length === 0
    ? ''
    : html`<h2>To look at again on this day</h2><ul class="sheet-blocks">${sheet.coming.map((one) => html`<li><a href="${deskCasePath(one.reference)}">${nameFirst(one) || 'No name given'}</a>, reference ${one.reference}</li>`)}</ul>`
}
<p class="hint">As it stood on ${instantInWords(now, now)}.</p>`;
