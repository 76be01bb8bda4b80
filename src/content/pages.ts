import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { checkPages } from './check-pages.ts';
import { cleanedFields } from './cleaned-fields.ts';
import { PAGES_FOLDER, PAGES_PATTERN, pageId } from './page-files.ts';
import { PageSchema } from './page-schema.ts';

const files = glob({
  base: PAGES_FOLDER,
  pattern: PAGES_PATTERN,
  generateId: ({ entry }) => pageId(entry),
});

/** What stands in for the fields of a page while they are faulty. */
const TO_FIX = PageSchema.parse({
  title: 'To be fixed',
  heading: 'This page has its heading again once its fields are fixed',
  description: 'What stands here while something in the fields of this page is to be fixed.',
});

/** As `context`, but a page whose fields are faulty is there all the same, so that the others can be seen. */
const forgiving = (context: LoaderContext): LoaderContext => ({
  ...context,
  parseData: ({ data, ...page }) => {
    const shown = PageSchema.safeParse(cleanedFields(data)).success
      ? data
      : (TO_FIX as unknown as typeof data);
    return context.parseData({ ...page, data: shown });
  },
});

/**
 * Loads every page. Mistakes stop a build before the first, with ContentError: all of them at once. A
 * development server goes on, since what is fixed is seen there.
 */
export const pagesLoader: Loader = {
  name: 'pages',
  load: (context) => {
    if (context.watcher) return files.load(forgiving(context));
    checkPages(fileURLToPath(context.config.root));
    return files.load(context);
  },
};
