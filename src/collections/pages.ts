import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { checkPages } from './check-pages.ts';
import { PAGES_FOLDER, PAGES_PATTERN, pageId } from './page-files.ts';

const files = glob({
  base: PAGES_FOLDER,
  pattern: PAGES_PATTERN,
  generateId: ({ entry }) => pageId(entry),
});

/** Loads every page. Mistakes stop it before the first, with ContentError: all of them at once. */
export const pagesLoader: Loader = {
  name: 'pages',
  load: (context) => {
    checkPages(fileURLToPath(context.config.root));
    return files.load(context);
  },
};
