import { html } from 'hono/html';
import { type Block, blockInWords } from '#domain/blocks/block.ts';
import { BLOCK_PATH, removeBlockPath, STRANDED_PATH, TIMES_PATH } from '#domain/desk/times.ts';
import type { DayAhead } from '#domain/slots/days-ahead.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { daysAheadView } from '../../views/days-ahead-view.ts';
import type { Html } from '../../views/form-view.ts';
import { flashView } from '../flash-view.ts';

/** What the page of times tells. Instants are in milliseconds. */
export interface TimesView {
  done: string | undefined;
  /** How many calls cannot take place when they are booked for. */
  stranded: number;
  blocks: readonly Block[];
  days: readonly DayAhead[];
  now: number;
}

const strandedNote = (count: number): Html =>
  count === 0
    ? html``
    : html`<p class="times-stranded"><strong>${count === 1 ? '1 call is' : `${count} calls are`} booked for a time that has been closed or blocked since.</strong> <a href="${STRANDED_PATH}">See ${count === 1 ? 'it' : 'them'} and offer other times</a></p>`;

const blockItem = (block: Block, now: number): Html => {
  const time = blockInWords(block, now);
  return html`<li class="times-block"><span>${time}${block.why === undefined ? '' : `: ${block.why}`}</span>
<a href="${removeBlockPath(block.id)}">Remove<span class="visually-hidden"> the block on ${time}</span></a></li>`;
};

const blocksSection = ({ blocks, now }: TimesView): Html => html`
<section class="times-part" aria-labelledby="blocked"><h2 id="blocked">Blocked</h2>
${
  blocks.length === 0
    ? html`<p>Nothing is blocked.</p>`
    : html`<ul class="times-blocks">${blocks.map((block) => blockItem(block, now))}</ul>`
}
<p class="actions"><a class="button" href="${BLOCK_PATH}">Block an hour or a day</a></p></section>`;

const booked = ({ booked: count, hours }: DayAhead): Html => {
  if (count === 0) return hours ? html`<p>No call booked</p>` : html``;
  return html`<p><strong>${count === 1 ? '1 call' : `${count} calls`} booked</strong></p>`;
};

const blockLink = ({ day, hours }: DayAhead, name: string): Html =>
  hours
    ? html`<p class="day-act"><a href="${BLOCK_PATH}?date=${isoDate(day)}">Block time<span class="visually-hidden"> on ${name}</span></a></p>`
    : html``;

/** What is stranded, what is blocked, and the four weeks ahead. */
export const timesView = (view: TimesView): Html => html`
${flashView(view.done)}
${strandedNote(view.stranded)}
${blocksSection(view)}
<section class="times-part" aria-labelledby="ahead"><h2 id="ahead">The next four weeks</h2>
<p>What the public can book at present. The week’s hours and longer closures are kept in the settings, in <code>content/settings/line.yaml</code>; bank holidays are known.</p>
${daysAheadView(view.days, wallClockAt(view.now).day, { booked, act: blockLink })}</section>`;

/** What will happen when a block is removed, and the button that does it. */
export const removeBlockView = (block: Block, now: number): Html => html`
<p class="lede">You are about to remove the block on ${blockInWords(block, now)}${block.why === undefined ? '' : ` (${block.why})`}.</p>
<p>Its time is offered to the public again at once, wherever the line is open and nothing is booked.</p>
<form method="post">
  <p class="actions"><button class="button">Remove the block</button> <a class="button quiet" href="${TIMES_PATH}">Keep it</a></p>
</form>`;
