import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { pageFaults } from './check-page.ts';
import { ContentError } from './faults.ts';
import { PAGES_FOLDER, PAGES_PATTERN, pageFiles, pageId } from './page-files.ts';
import { readQuestions } from './questions.ts';

const files = glob({
  base: PAGES_FOLDER,
  pattern: PAGES_PATTERN,
  generateId: ({ entry }) => pageId(entry),
});

/** Throws ContentError with every mistake in every page below `root`, each on a line of its own. */
export function checkPages(root: string): void {
  const questions = readQuestions(root).map(({ id }) => id);
  const faults = pageFiles(root).flatMap((page) => pageFaults(page, questions));
  if (faults.length > 0) throw new ContentError(faults.join('\n'));
}

/** Loads every page. Mistakes stop it before the first, with ContentError: all of them at once. */
export const pagesLoader: Loader = {
  name: 'pages',
  load: (context) => {
    checkPages(fileURLToPath(context.config.root));
    return files.load(context);
  },
};
