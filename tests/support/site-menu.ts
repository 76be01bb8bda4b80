import { readFrontmatter } from '#content/frontmatter.ts';
import { pageFiles } from '#content/page-files.ts';
import { PageSchema } from '#content/page-schema.ts';
import { type Listed, type MenuLink, menuOf } from '#content/site-menus.ts';

/** Every page below `root` with its fields, as the menus need it. */
export const listedPages = (root: string): Listed[] =>
  pageFiles(root).map(({ id, file, source }) => ({
    id,
    data: PageSchema.parse(readFrontmatter(file, source).value),
  }));

/** The menu of this checkout's site. */
export const siteMenu = (): MenuLink[] => menuOf(listedPages(process.cwd()));
