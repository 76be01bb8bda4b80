import { ADDRESS } from '../address.ts';
import { nearest } from '../nearest.ts';
import { addressOf } from '../page-files.ts';
import { attributesOf, everyNode, isElement, lineOf } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { headingIds, plainText } from './plain-text.ts';

type Words = Pick<Fault, 'wrong' | 'instead'>;

/** Where a link leads, and the line it stands on. */
interface Link {
  readonly to: string;
  readonly line: number;
}

/** Addresses that functions answer and no page has. */
export const ANSWERED: readonly string[] = ['/your-enquiry/'];

/** Links that do not lead to a page of this site: what is wrong with them, if anything. */
const OUTWARD: readonly (readonly [
  start: RegExp,
  words?: Omit<Words, 'wrong'> & { says: string },
])[] = [
  [/^https:\/\//],
  [
    /^http:\/\//,
    {
      says: 'is not private on its way',
      instead: 'Begin it with https://, and try whether it still leads there.',
    },
  ],
  [
    /^mailto:/,
    {
      says: 'is an email address typed by hand',
      instead:
        'Write <Identity field="email" />: the address stands once, in content/settings/identity.yaml.',
    },
  ],
  [
    /^tel:/,
    {
      says: 'is a number typed by hand',
      instead: 'Write <Phone />: the number stands once, in content/settings/line.yaml.',
    },
  ],
];

function linksOf({ tree, fields, nextLine }: PageText): Link[] {
  const written = [...everyNode(tree)].flatMap((node): Link[] => {
    const line = lineOf(node);
    // An email address typed among the words becomes a link by itself; another check finds it.
    if (node.type === 'link' && node.url === `mailto:${plainText(node)}`) return [];
    if (node.type === 'link' || node.type === 'definition') return [{ to: node.url, line }];
    const href = isElement(node) ? attributesOf(node)['href'] : undefined;
    // How an address in a component is written is held by the component’s schema.
    return typeof href === 'string' && ADDRESS.test(href) ? [{ to: href, line }] : [];
  });
  return fields.next ? [...written, { to: fields.next.href, line: nextLine }] : written;
}

/** The names of the parts of each page, by its address. */
const partsOf = (pages: readonly PageText[]): Map<string, string[]> =>
  new Map(
    pages.map(({ id, tree }) => [
      addressOf(id),
      headingIds(
        [...everyNode(tree)]
          .filter(({ type }) => type === 'heading')
          .map((node) => plainText(node)),
      ),
    ]),
  );

/** An address as it was probably meant: in small letters, with a slash at each end. */
const mended = (path: string) =>
  `/${path.toLowerCase().replace(/^\/+|\/+$|(?:\/index)?\.(?:mdx|html)$/g, '')}/`.replace(
    '//',
    '/',
  );

const LOOK = 'Look in content/pages for the page you mean: who-its-for.mdx there is /who-its-for/.';

function nowhere(path: string, known: readonly string[]): Words {
  const meant = known.includes(mended(path)) ? mended(path) : nearest(mended(path), known);
  return {
    wrong: `No page has the address ${path}.`,
    instead: meant === undefined ? LOOK : `Did you mean ${meant}?`,
  };
}

/** What links can lead to: every address there is, and the parts of the pages that could be read. */
interface Site {
  readonly addresses: readonly string[];
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

function inwardFault(to: string, from: string, { addresses, parts }: Site): Words | undefined {
  const [path = '', part = ''] = to.split('#');
  const address = path === '' ? from : (path.split('?')[0] ?? path);
  if (!addresses.includes(address)) return nowhere(address, addresses);
  const there = parts.get(address);
  if (!there || part === '' || there.includes(decodeURIComponent(part))) return undefined;
  const meant = nearest(part, there);
  return {
    wrong: `The page ${address} has no part called “${part}”.`,
    instead:
      meant === undefined
        ? `Take #${part} off the address, or write one of: ${there.join(', ') || 'none'}.`
        : `Did you mean ${path}#${meant}?`,
  };
}

function linkFault(to: string, from: string, site: Site): Words | undefined {
  for (const [start, words] of OUTWARD) {
    if (start.test(to)) return words && { wrong: `${to} ${words.says}.`, instead: words.instead };
  }
  return inwardFault(to, from, site);
}

/** Links in the words of pages that lead nowhere, or where they should not. `ids` are those of every page, also of those that cannot be read. */
export function pageLinkFaults(pages: readonly PageText[], ids: readonly string[]): Fault[] {
  const site: Site = { addresses: [...ids.map(addressOf), ...ANSWERED], parts: partsOf(pages) };
  return pages.flatMap((page) =>
    linksOf(page).flatMap(({ to, line }) => {
      const words = linkFault(to, addressOf(page.id), site);
      return words ? [{ where: page.file, line, ...words }] : [];
    }),
  );
}
