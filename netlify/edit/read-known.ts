import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { attempt } from '../../src/content/faults.ts';
import { readFrontmatter } from '../../src/content/frontmatter.ts';
import { oldAddresses } from '../../src/content/old-addresses.ts';
import { pageFiles } from '../../src/content/page-files.ts';
import { settingsIn } from '../../src/content/settings.ts';
import type { SiteKnown } from './checks/site-known.ts';
import { QUESTIONS } from './forms/names.ts';
import type { Known } from './forms/site-facts.ts';

const QuestionsSchema = z.looseObject({
  [QUESTIONS]: z.array(z.looseObject({ id: z.string() })),
});
const FactsSchema = z.record(z.string(), z.looseObject({ says: z.string() }));

/** A file as far as it can be read: the editor opens whatever state content is in, or nothing could be fixed with it. */
function read<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.parse(parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** What the checks in forms need to know of the site below `root`. */
function siteKnown(root: string): SiteKnown {
  const pages = pageFiles(root);
  const fields = pages.map(({ id, file, source }) => {
    const { title, live } = (attempt(() => readFrontmatter(file, source)).value?.value ??
      {}) as Readonly<Record<string, unknown>>;
    return { id, title, live };
  });
  return {
    settings: settingsIn(root).settings,
    pages: pages.map(({ id }) => id),
    titles: fields.flatMap(({ id, title }) => (typeof title === 'string' ? [[id, title]] : [])),
    filled: fields.filter(({ live }) => live !== undefined).map(({ id }) => id),
    moved: oldAddresses(pages).map(({ from, to }) => [from, to] as const),
    files: globSync('**/*.*', { cwd: join(root, 'public') }).map((file) => `/${file}`),
  };
}

/** What the content below `root` holds that forms name. */
export function readKnown(root: string): Known {
  const questions = read(join(root, 'content/questions.yaml'), QuestionsSchema)?.[QUESTIONS] ?? [];
  const facts = read(join(root, 'content/settings/facts.yaml'), FactsSchema) ?? {};
  return {
    questions: questions.map(({ id }) => id),
    facts: Object.fromEntries(Object.entries(facts).map(([id, { says }]) => [id, says])),
    site: siteKnown(root),
  };
}
