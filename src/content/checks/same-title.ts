import { addressOf } from '../page-files.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

const asSaid = (title: string) => title.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** What is said of a title that another page has; undefined where none has it. */
export function sameTitle(
  title: string,
  others: readonly (readonly [id: string, title: string])[],
): Pick<Fault, 'wrong' | 'instead'> | undefined {
  const [id] = others.find(([, other]) => asSaid(other) === asSaid(title)) ?? [];
  return id === undefined || title.trim() === ''
    ? undefined
    : {
        wrong: `The page ${addressOf(id)} has the title “${title.trim()}” too.`,
        instead: 'Write another, so that people who search can tell them apart.',
      };
}

/** Titles that an earlier page has. */
export const sameTitleFaults = (pages: readonly PageText[]): Fault[] =>
  pages.flatMap(({ file, fields, titleLine }, index) => {
    const before = pages.slice(0, index).map(({ id, fields: { title } }) => [id, title] as const);
    const said = sameTitle(fields.title, before);
    return said ? [{ where: file, line: titleLine, ...said }] : [];
  });
