import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './checks/fault.ts';
import { PAGES_FOLDER, type PageFile } from './page-files.ts';

const NAME = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/;

/** First parts of addresses that the software answers by itself, so that no page can have them. */
const TAKEN: readonly string[] = [
  'api',
  'desk',
  'desk-shell',
  'hours',
  'notice',
  'style',
  'your-call',
  'your-enquiry',
];

const plain = (entry: string) =>
  entry
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/(?<=^|\/)-+|-+(?=$|\/)/g, '');

function nameFault(entry: string): Fault | undefined {
  const where = `${PAGES_FOLDER}/${entry}`;
  const instead = `Name it ${plain(entry)}.mdx: small letters, with hyphens between words.`;
  if (!entry.endsWith('.mdx')) {
    return { where, wrong: 'This is no page: its name does not end with .mdx.', instead };
  }
  if (!NAME.test(entry)) {
    return { where, wrong: 'The name of the file would make an address nobody can type.', instead };
  }
  const [first = ''] = entry.replace(/\.mdx$/, '').split('/');
  return TAKEN.includes(first)
    ? {
        where,
        wrong: `The address /${first}/ belongs to the software.`,
        instead: 'Give the page another name.',
      }
    : undefined;
}

const twice = (pages: readonly PageFile[]): Fault[] =>
  pages.flatMap(({ file, id }, index) => {
    const other = pages.findIndex((page) => page.id === id);
    return other === index
      ? []
      : [
          {
            where: file,
            wrong: `It has the same address as ${pages[other]?.file}: /${id}/.`,
            instead: 'Keep one of the two, or give one another name.',
          },
        ];
  });

/** Files below the folder of pages whose names make no address, or one that is taken. */
export const fileNameFaults = (root: string, pages: readonly PageFile[]): Fault[] => [
  ...globSync('**/*', { cwd: join(root, PAGES_FOLDER), withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(root, PAGES_FOLDER).length + 1).replaceAll('\\', '/'))
    .flatMap((entry) => nameFault(entry) ?? []),
  ...twice(pages),
];
