import type { Settings } from '#domain/settings/settings.ts';
import { pageFaults } from './check-page.ts';
import { faultLine } from './checks/fault.ts';
import { offerFaults } from './checks/page-checks.ts';
import { readPageText } from './checks/page-text.ts';
import { ContentError } from './faults.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { readQuestions } from './questions.ts';
import { readSettings } from './settings.ts';

function faultsIn(page: PageFile, questions: readonly string[], settings: Settings): string[] {
  const faults = pageFaults(page, questions);
  if (faults.length > 0) return faults;
  return offerFaults(readPageText(page, settings), settings).map(faultLine);
}

/**
 * Throws ContentError with everything in the pages below `root` that must not be published, each on a
 * line of its own: a field or component that is wrong, a price, a number that is not one of the facts.
 */
export function checkPages(root: string): void {
  const questions = readQuestions(root).map(({ id }) => id);
  const settings = readSettings(root);
  const faults = pageFiles(root).flatMap((page) => faultsIn(page, questions, settings));
  if (faults.length > 0) throw new ContentError(faults.join('\n'));
}
