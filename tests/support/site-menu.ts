import { readFrontmatter } from '#content/frontmatter.ts';
import { pageFiles } from '#content/page-files.ts';
import { PageSchema } from '#content/page-schema.ts';
import { readSettings } from '#content/settings.ts';
import { isFileShown } from '#content/shown-pages.ts';
import { type Listed, type MenuLink, menuOf } from '#content/site-menus.ts';

/** Every page below `root` that is shown, with its fields, as the menus need it. */
export function listedPages(root: string): Listed[] {
  const settings = readSettings(root);
  return pageFiles(root)
    .filter((page) => isFileShown(page, settings))
    .map(({ id, file, source }) => ({
      id,
      data: PageSchema.parse(readFrontmatter(file, source).value),
    }));
}

/** The menu of this checkout's site. */
export const siteMenu = (): MenuLink[] => menuOf(listedPages(process.cwd()));
