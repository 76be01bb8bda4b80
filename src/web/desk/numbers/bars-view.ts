import { html } from 'hono/html';
import type { Html } from '../../views/form-view.ts';

/** One bar: what stands below it, and its parts from the bottom up, of which each has the look of its place. */
interface Bar {
  label: string;
  parts: readonly number[];
}

/** A drawing of bars; `said` says the same in words. */
export interface Bars {
  id: string;
  title: string;
  said: string;
  bars: readonly Bar[];
  /** What each part is, where there is more than one. */
  parts: readonly string[];
  /** How a height is written. */
  inWords?: (value: number) => string;
}

const WIDTH = 720;
const HEIGHT = 220;
const TOP = 24;
const BOTTOM = 34;
const ROOM = HEIGHT - TOP - BOTTOM;

const total = ({ parts }: Bar) => parts.reduce((all, part) => all + part, 0);

const rounded = (value: number) => Math.round(value * 10) / 10;

/** One bar with its parts one on another, the number above it, and its label below. */
function bar(one: Bar, index: number, { bars, inWords = String }: Bars, most: number): Html {
  const step = WIDTH / bars.length;
  const x = index * step + step * 0.18;
  const width = step * 0.64;
  const middle = rounded(x + width / 2);
  const heights = one.parts.map((part) => (part / most) * ROOM);
  const top = HEIGHT - BOTTOM - heights.reduce((all, height) => all + height, 0);
  let foot = HEIGHT - BOTTOM;
  const drawn = heights.map((height, part) => {
    foot -= height;
    return height === 0
      ? ''
      : html`<rect class="bar-part part-${part}" x="${rounded(x)}" y="${rounded(foot)}" width="${rounded(width)}" height="${rounded(height)}"/>`;
  });
  const value = total(one);
  return html`${drawn}${value === 0 ? '' : html`<text class="bar-value" x="${middle}" y="${rounded(top - 6)}">${inWords(value)}</text>`}<text class="${index % 2 === (bars.length - 1) % 2 ? 'bar-label' : 'bar-label bar-label-between'}" x="${middle}" y="${HEIGHT - 12}">${one.label}</text>`;
}

const key = (parts: readonly string[]): Html =>
  parts.length < 2
    ? html``
    : html`<ul class="bar-key">${parts.map((part, index) => html`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class="bar-part part-${index}" width="12" height="12"/></svg> ${part}</li>`)}</ul>`;

/** Bars drawn at the server, for those who see them; what they say stands in words for everybody. */
export function barsView(all: Bars): Html {
  const most = Math.max(1, ...all.bars.map(total));
  return html`<figure class="bars" aria-labelledby="${all.id}">
<figcaption><h2 id="${all.id}">${all.title}</h2><p>${all.said}</p></figcaption>
${key(all.parts)}
<svg class="bars-drawn" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${all.title}: ${all.said} The table below has every number.">
<line class="bar-ground" x1="0" y1="${HEIGHT - BOTTOM}" x2="${WIDTH}" y2="${HEIGHT - BOTTOM}"/>
${all.bars.map((one, index) => bar(one, index, all, most))}
</svg></figure>`;
}
