import { MOST_BYTES, MOST_SCRIPT } from '../support/weight.ts';
import type { Measured } from './lighthouse.ts';
import type { Row } from './row.ts';

/** What stands in one place of the table; `kept` says whether a budget was, where there is one. */
export interface Cell {
  readonly text: string;
  readonly kept?: boolean;
}

interface Column {
  readonly title: string;
  readonly of: (row: Row, bare: Measured | undefined) => Cell;
}

const NOTHING: Cell = { text: '–' };

/** How much longer than a bare page ours may take to appear. */
const MOST_TIMES = 1.25;

/** How much of a page may move while it appears: a fifth of what browsers call good. */
const MOST_SHIFT = 0.02;

const atMost = (value: number, most: number): Cell => ({
  text: String(value),
  kept: value <= most,
});
const none = (found: readonly string[]): Cell => ({
  text: String(found.length),
  kept: found.length === 0,
});

const score =
  (category: keyof Measured['scores']) =>
  (row: Row): Cell => {
    const value = row.measured?.scores[category];
    // A page that asks not to be found is none the worse for it.
    if (value === undefined || (category === 'seo' && row.weight.hidden)) return NOTHING;
    return { text: String(value), kept: value === 100 };
  };

const time =
  (metric: 'fcp' | 'lcp') =>
  ({ measured }: Row, bare: Measured | undefined): Cell => {
    if (!measured || !bare) return NOTHING;
    const times = measured[metric] / bare[metric];
    return {
      text: `${Math.round(measured[metric])} (${times.toFixed(2)})`,
      kept: times <= MOST_TIMES,
    };
  };

/** What the page itself blocks is held to nothing; in brackets with what the browser’s own beginning adds. */
const blocked = ({ measured }: Row): Cell => {
  if (!measured) return NOTHING;
  const byPage = Math.round(measured.blockedByPage);
  return { text: `${byPage} (${Math.round(measured.blocked)})`, kept: byPage === 0 };
};

const contrast =
  (light: 'light' | 'dark') =>
  (row: Row): Cell => {
    const { least, faint } = row[light].contrast;
    return { text: least.toFixed(1), kept: faint.length === 0 };
  };

const html = ({ weight }: Row): Cell => atMost(weight.html + weight.css, MOST_BYTES);

const script = ({ weight }: Row): Cell =>
  weight.toRead ? atMost(weight.script, MOST_SCRIPT) : { text: String(weight.script) };

/** The table's columns, each with the budget it is held to (docs/decisions/0009). */
export const COLUMNS: readonly Column[] = [
  { title: 'HTML', of: html },
  { title: 'CSS', of: ({ weight }) => ({ text: String(weight.css) }) },
  { title: 'script', of: script },
  { title: 'requests', of: ({ measured }) => ({ text: String(measured?.requests ?? '–') }) },
  { title: 'perf', of: score('performance') },
  { title: 'a11y', of: score('accessibility') },
  { title: 'best', of: score('best-practices') },
  { title: 'SEO', of: score('seo') },
  { title: 'FCP ms', of: time('fcp') },
  { title: 'LCP ms', of: time('lcp') },
  { title: 'blocked ms', of: blocked },
  {
    title: 'CLS',
    of: ({ measured }) =>
      measured ? { text: measured.cls.toFixed(4), kept: measured.cls <= MOST_SHIFT } : NOTHING,
  },
  { title: 'axe light', of: ({ light }) => none(light.axe) },
  { title: 'dark', of: ({ dark }) => none(dark.axe) },
  { title: 'contrast light', of: contrast('light') },
  { title: 'dark', of: contrast('dark') },
  { title: 'html-validate', of: ({ html }) => none(html) },
  { title: 'vnu', of: ({ nu }) => (nu ? none(nu) : NOTHING) },
  { title: 'broken links', of: ({ links }) => none(links) },
];
