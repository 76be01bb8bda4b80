import { ADDRESS } from '../address.ts';
import { nearest } from '../nearest.ts';
import { addressOf } from '../page-files.ts';
import { attributesOf, everyNode, isElement, lineOf } from '../page-tree.ts';
import type { Answer } from './answers.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { headingIds, plainText } from './plain-text.ts';

type Words = Pick<Fault, 'wrong' | 'instead'>;

/** Where a link leads, and where it stands. */
interface Link {
  readonly to: string;
  /** The page it is on, by its address; undefined for an answer. */
  readonly from?: string | undefined;
  readonly where: string;
  readonly line: number | undefined;
}

/** What links and pictures can lead to. */
export interface Site {
  /** The ids of every page that is shown, also of those that cannot be read. */
  readonly ids: readonly string[];
  /** Where addresses that pages had lead now. */
  readonly moved: ReadonlyMap<string, string>;
  /** The questions that are answered, which the page that lists them can be linked to by. */
  readonly answers: readonly Answer[];
  /** Whether the folder public has a file at an address. */
  readonly hasFile: (address: string) => boolean;
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

function linksOf({ id, file, tree, fields, nextLine }: PageText): Link[] {
  const here = { from: addressOf(id), where: file };
  const written = [...everyNode(tree)].flatMap((node): Link[] => {
    const line = lineOf(node);
    // An email address typed among the words becomes a link by itself; another check finds it.
    if (node.type === 'link' && node.url === `mailto:${plainText(node)}`) return [];
    if (node.type === 'link' || node.type === 'definition')
      return [{ ...here, to: node.url, line }];
    const href = isElement(node) ? attributesOf(node)['href'] : undefined;
    // How an address in a component is written is held by the component’s schema.
    return typeof href === 'string' && ADDRESS.test(href) ? [{ ...here, to: href, line }] : [];
  });
  return fields.next ? [...written, { ...here, to: fields.next.href, line: nextLine }] : written;
}

function partsOf({ tree }: PageText, answers: readonly Answer[]): string[] {
  const nodes = [...everyNode(tree)];
  const headings = nodes.filter(({ type }) => type === 'heading').map(plainText);
  const lists = nodes.some((node) => isElement(node) && node.name === 'AllQuestions');
  return [...headingIds(headings), ...(lists ? answers.map(({ id }) => id) : [])];
}

/** An address as it was probably meant: in small letters, with a slash at each end. */
const asMeant = (path: string) =>
  `/${path.toLowerCase().replace(/^\/+|\/+$|(?:\/index)?\.(?:mdx|html)$/g, '')}/`.replace(
    '//',
    '/',
  );

const look = (path: string) =>
  `If a page had it, write ${path} under “Earlier addresses” of the page its readers should see; or take the link away.`;

function nowhere(path: string, known: readonly string[]): Words {
  const meant = known.includes(asMeant(path)) ? asMeant(path) : nearest(asMeant(path), known);
  return {
    wrong: `No page has the address ${path}.`,
    instead: meant === undefined ? look(path) : `Did you mean ${meant}?`,
  };
}

/** Every address there is, and the parts of the pages that could be read. */
interface Places {
  readonly addresses: readonly string[];
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly hasFile: Site['hasFile'];
  readonly moved: Site['moved'];
}

function inwardFault({ to, from = '' }: Link, { addresses, parts, hasFile, moved }: Places) {
  const [path = '', part = ''] = to.split('#');
  const address = path === '' ? from : (path.split('?')[0] ?? path);
  if (!addresses.includes(address)) {
    return hasFile(address) || moved.has(address) ? undefined : nowhere(address, addresses);
  }
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

/** A link to an address that a page had; readers who follow it come to the page that took its place. */
function movedWords({ to }: Link, moved: Site['moved']): Words | undefined {
  const now = moved.get(to.split(/[?#]/)[0] ?? to);
  return now === undefined
    ? undefined
    : { wrong: `The page ${to} has moved.`, instead: `Write ${now}.` };
}

const outward = ({ to }: Link) => OUTWARD.find(([start]) => start.test(to));

const linksIn = (pages: readonly PageText[], answers: readonly Answer[]): Link[] => [
  ...pages.flatMap(linksOf),
  ...answers.flatMap(({ where, line, links }) => links.map((to) => ({ to, where, line }))),
];

const said = ({ where, line }: Link, words: Words | undefined): Fault[] =>
  words ? [{ where, line, ...words }] : [];

/** Links in the words of pages and answers that lead nowhere. */
export function pageLinkFaults(
  pages: readonly PageText[],
  { ids, answers, hasFile, moved }: Site,
): Fault[] {
  const places: Places = {
    addresses: [...ids.map(addressOf), ...ANSWERED],
    parts: new Map(pages.map((page) => [addressOf(page.id), partsOf(page, answers)])),
    hasFile,
    moved,
  };
  return linksIn(pages, answers)
    .filter((link) => outward(link) === undefined)
    .flatMap((link) => said(link, inwardFault(link, places)));
}

/** Links to addresses that pages had: they lead on, by a detour. */
export const movedLinkFaults = (pages: readonly PageText[], { answers, moved }: Site): Fault[] =>
  linksIn(pages, answers).flatMap((link) => said(link, movedWords(link, moved)));

/** Links that leave the site, and not as they should. */
export const outwardLinkFaults = (
  pages: readonly PageText[],
  answers: readonly Answer[],
): Fault[] =>
  linksIn(pages, answers).flatMap((link) => {
    const [, words] = outward(link) ?? [];
    return said(link, words && { wrong: `${link.to} ${words.says}.`, instead: words.instead });
  });
