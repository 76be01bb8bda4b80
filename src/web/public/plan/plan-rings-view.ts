import { html, raw } from 'hono/html';
import { drawCircle } from '#domain/circle/draw.ts';
import { counted } from '#domain/count-words.ts';
import type { GroupedRow, Option } from '#domain/plan/options.ts';
import { peopleInWords } from '#domain/plan/wording.ts';
import type { Html } from '../../views/form-view.ts';

/** With more groups than this, one ring stands for all the groups of its size, unless less is asked for. */
const MOST_RINGS = 48;

interface Ring {
  size: number;
  /** What stands under the ring, and what the ring is announced as. */
  caption: string;
  name: string;
}

/** A ring for each group of a row. */
const ringsOf = ({ level, sizes }: GroupedRow): Ring[] =>
  sizes.map((size) => {
    const people = level ? counted(size, level.slice(0, -1), level) : peopleInWords(size);
    return { size, caption: people, name: `A group of ${people}` };
  });

/** A ring for each size of group, saying how many groups it stands for. */
const ringsBySize = ({ sizes }: Option): Ring[] =>
  [...new Set(sizes)].map((size) => {
    const count = sizes.filter((one) => one === size).length;
    const caption = `${counted(count, 'group')} of ${size}`;
    return { size, caption, name: caption };
  });

const drawn = ({ size, caption, name }: Ring) => html`<li>
  ${raw(drawCircle({ kind: 'people', seats: size, name }))}
  <span aria-hidden="true">${caption}</span>
</li>`;

/** Each group as a ring with as many seats as it has people; with more groups than `most`, each size. */
export function rings(option: Option, most = MOST_RINGS): Html {
  const all = option.groups > most ? ringsBySize(option) : option.rows.flatMap(ringsOf);
  return html`<ul class="rings">${all.map(drawn)}</ul>`;
}

/** Where the groups of a plan will stand, faint until there is one. */
export const waitingRings = (): Html =>
  html`<div class="rings waiting" aria-hidden="true">${[12, 11, 10].map((seats) => html`<p>${raw(drawCircle({ kind: 'people', seats }))}</p>`)}</div>`;
