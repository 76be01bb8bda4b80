import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of a page on its slow phone: scores from 0 to 100, times in milliseconds. */
export interface Measured {
  readonly scores: Readonly<Record<Category, number>>;
  readonly fcp: number;
  readonly lcp: number;
  /** How long a press would have waited, in all. */
  readonly blocked: number;
  /** As much of it as the page itself kept the press waiting; the rest is the browser’s own beginning. */
  readonly blockedByPage: number;
  readonly cls: number;
  readonly requests: number;
  /** The audits that cost the page points. */
  readonly lost: readonly string[];
}

/** A task longer than this keeps a press waiting for the rest of it (web.dev/articles/tbt). */
const LONG_MS = 50;

/** What Lighthouse calls a task that belongs to no page: here, a new process getting ready. */
const NO_PAGE = 'Unattributable';

interface LongTask {
  readonly url: string;
  readonly startTime: number;
  readonly duration: number;
}

/** How long tasks of the page would have kept a press waiting after its first paint. */
const blockedByTasks = (tasks: readonly LongTask[], fcp: number): number =>
  tasks
    .filter(({ url }) => url !== NO_PAGE)
    .map(({ startTime, duration }) => startTime + duration - Math.max(startTime, fcp) - LONG_MS)
    .reduce((sum, blocked) => sum + Math.max(0, blocked), 0);

/** On a busy machine a browser sometimes loses the beginning of a recording. */
const TRIES = 3;

/** Loads the page once in the browser that listens on `port`, as if it were new to it. */
export async function measure(url: string, port: number, tried = 1): Promise<Measured> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'silent',
    onlyCategories: [...CATEGORIES],
    disableFullPageScreenshot: true,
  });
  const { audits, categories, runtimeError } = result?.lhr ?? {};
  if (!audits || !categories || runtimeError) {
    if (tried < TRIES) return measure(url, port, tried + 1);
    throw new Error(`${url}: ${runtimeError?.message}`);
  }
  const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const score = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  const judged = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? []);
  const lost = judged.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
  const requests = audits['network-requests']?.details;
  const longTasks = audits['long-tasks']?.details;
  if (longTasks?.type !== 'table') throw new Error(`${url}: Lighthouse lists no long tasks.`);
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((category) => [category, score(category)]),
    ) as Measured['scores'],
    fcp: number('first-contentful-paint'),
    lcp: number('largest-contentful-paint'),
    blocked: number('total-blocking-time'),
    blockedByPage: blockedByTasks(
      longTasks.items as unknown as LongTask[],
      number('first-contentful-paint'),
    ),
    cls: number('cumulative-layout-shift'),
    requests: requests?.type === 'table' ? requests.items.length : Number.NaN,
    lost: [...new Set(lost.map(({ id }) => id))],
  };
}

const middle = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of each figure. */
export function medianOf(runs: readonly Measured[]): Measured {
  const of = (pick: (run: Measured) => number) => middle(runs.map(pick));
  const score = (category: Category) => of(({ scores }) => scores[category]);
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((category) => [category, score(category)]),
    ) as Measured['scores'],
    fcp: of(({ fcp }) => fcp),
    lcp: of(({ lcp }) => lcp),
    blocked: of(({ blocked }) => blocked),
    blockedByPage: of(({ blockedByPage }) => blockedByPage),
    cls: of(({ cls }) => cls),
    requests: of(({ requests }) => requests),
    lost: [...new Set(runs.flatMap(({ lost }) => lost))],
  };
}
