import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError } from './faults.ts';
import { QUESTIONS_FILE, type Question, readQuestions } from './questions.ts';

/** Every question; on a development server none while the file is to be fixed, so that pages can be seen. */
function questionsFor(root: string, { watcher, logger }: LoaderContext): Question[] {
  try {
    return readQuestions(root);
  } catch (error) {
    if (!watcher || !(error instanceof ContentError)) throw error;
    logger.error(error.message);
    return [];
  }
}

/** Loads every question. A mistake stops a build, with ContentError. */
export const questionsLoader: Loader = {
  name: 'questions',
  async load(context) {
    const { config, parseData, store, watcher } = context;
    const root = fileURLToPath(config.root);
    const file = join(root, QUESTIONS_FILE);
    const fill = async () => {
      store.clear();
      for (const question of questionsFor(root, context)) {
        const { id } = question;
        store.set({ id, data: await parseData({ id, data: question }) });
      }
    };
    await fill();
    watcher?.add(file);
    watcher?.on('change', (changed) => {
      if (changed === file) void fill();
    });
  },
};
