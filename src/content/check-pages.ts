import { pageFaults } from './check-page.ts';
import { refuse } from './faults.ts';
import { pageFiles } from './page-files.ts';
import { readQuestions } from './questions.ts';

/**
 * Throws ContentError with everything that keeps the pages below `root` from being shown at all: fields
 * and components that are wrong. What they say is checked by check-content.ts, before anything is published.
 */
export function checkPages(root: string): void {
  const questions = readQuestions(root).map(({ id }) => id);
  refuse(pageFiles(root).flatMap((page) => pageFaults(page, questions)));
}
