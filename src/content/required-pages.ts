import type { PageShell } from '#domain/page-slots.ts';
import type { Fault } from './checks/fault.ts';
import { attempt } from './faults.ts';
import { readFrontmatter } from './frontmatter.ts';
import { addressOf, PAGES_FOLDER, type PageFile } from './page-files.ts';

/** Where the pages are that functions fill; what is filled in is the field “live”. */
export const LIVE_ADDRESSES = {
  enquiry: '/enquire/',
  complaint: '/complaint/',
  callback: '/callback/',
  'discovery-call': '/discovery-call/',
  plan: '/plan/',
  'senior-team-paper': '/make-the-case/senior-team-paper/',
  'your-plan': '/make-the-case/your-plan/',
} as const satisfies Partial<Record<PageShell, string>>;

/** Other pages that the software leads to by itself; each may move, when its new page lists the old address. */
export const LED_TO = ['/contact/', '/privacy/', '/train-your-own-facilitators/'] as const;

const missing = (id: string, why: string, instead: string): Fault => ({
  where: `${PAGES_FOLDER}/${id}.mdx`,
  wrong: `The page is missing, and ${why}.`,
  instead,
});

const PUT_BACK = 'Put it back, under this name.';

/** What a page has written in its field “live”, as far as its fields can be read. */
function liveOf({ file, source }: PageFile): unknown {
  const { value: fields } = attempt(() => readFrontmatter(file, source));
  return fields && (fields.value as { live?: unknown } | null)?.live;
}

function liveFault(pages: readonly PageFile[], live: string, address: string): Fault[] {
  const page = pages.find(({ id }) => addressOf(id) === address);
  if (!page) {
    return [missing(address.slice(1, -1), `the site fills in “${live}” there`, PUT_BACK)];
  }
  const unread = (page.unread ?? []).length > 0;
  if (unread || liveOf(page) === live) return [];
  const wrong = `The site fills in “${live}” on this page, and its fields do not say so.`;
  return [{ where: page.file, line: 1, wrong, instead: `Write “live: ${live}” among its fields.` }];
}

/**
 * Pages that are not there and that the software cannot do without: home, the page for addresses nobody has, those
 * that functions fill, and those it leads to. `moved` are the old addresses that other pages list.
 */
export function requiredPageFaults(
  pages: readonly PageFile[],
  moved: ReadonlyMap<string, string>,
): Fault[] {
  const there = new Set(pages.map(({ id }) => id));
  const whole = [
    ['index', 'the site begins with it'],
    ['404', 'readers see it at an address that does not exist'],
  ] as const;
  return [
    ...whole.filter(([id]) => !there.has(id)).map(([id, why]) => missing(id, why, PUT_BACK)),
    ...Object.entries(LIVE_ADDRESSES).flatMap(([live, address]) => liveFault(pages, live, address)),
    ...LED_TO.filter((address) => !there.has(address.slice(1, -1)) && !moved.has(address)).map(
      (address) =>
        missing(
          address.slice(1, -1),
          'the site leads to it',
          `Put it back, or write ${address} under “Earlier addresses” (was) of the page that takes its place.`,
        ),
    ),
  ];
}
