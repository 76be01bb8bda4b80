import { attempt } from '#content/faults.ts';
import { readFrontmatter } from '#content/frontmatter.ts';
import { addressOf, pageFiles } from '#content/page-files.ts';

/** Whether the fields at the top of a page keep it out of search results. */
const isHidden = (fields: unknown): boolean =>
  typeof fields === 'object' && fields !== null && 'noindex' in fields && fields.noindex === true;

/** The addresses of the pages below `root` that their own fields keep out of search results, and so out of the sitemap. */
export const hiddenAddresses = (root: string): readonly string[] =>
  pageFiles(root)
    .filter(({ file, source }) =>
      isHidden(attempt(() => readFrontmatter(file, source)).value?.value),
    )
    .map(({ id }) => addressOf(id));
