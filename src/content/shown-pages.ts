import { confirmedLines } from '#domain/buyers/confirmed-lines.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { attempt } from './faults.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { PageFile } from './page-files.ts';
import type { PageFields } from './page-schema.ts';

/** Whether what a page is about is there, by the settings its field `only-with` names. */
const THERE: Readonly<
  Record<NonNullable<PageFields['only-with']>, (settings: Settings) => boolean>
> = { buyers: ({ buyers }) => confirmedLines(buyers).length > 0 };

/** Whether a page with these fields is built: one that depends on settings waits for them. */
export const isShown = (
  { 'only-with': needs }: Pick<PageFields, 'only-with'>,
  settings: Settings,
): boolean => needs === undefined || THERE[needs](settings);

/** The same of a page as it stands on disk; one whose fields cannot be read counts as shown. */
export function isFileShown({ file, source }: PageFile, settings: Settings): boolean {
  const fields = attempt(() => readFrontmatter(file, source)).value?.value;
  const needs = (fields as { 'only-with'?: unknown } | null | undefined)?.['only-with'];
  return needs === 'buyers' ? isShown({ 'only-with': needs }, settings) : true;
}
