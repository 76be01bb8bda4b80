import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { type Answer, listener } from './node-http.ts';

/** Plugins of the development server. */
export type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;
type Plugin = Extract<Plugins[number], { name: string }>;

/** Saving one file can be several changes on disk. */
const SETTLE_MS = 100;

/** Has `answer` answer the addresses it `answers`, before any page; `origin` is the server’s own. */
export const answerFirst = (
  origin: string,
  answers: (url: URL) => boolean,
  answer: Answer,
): Plugin => ({
  name: 'answer-first',
  configureServer({ middlewares }) {
    const respond = listener(origin, answer);
    const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const url = URL.parse(request.url ?? '/', origin);
      if (url && answers(url)) void respond(request, response);
      else next();
    };
    // Before Astro's own, which would refuse addresses without a slash at their end.
    return () => void middlewares.stack.unshift({ route: '', handle });
  },
});

/** Calls `changed` once content below `root` has changed, and draws pages again from settings that are read once. */
export const contentChanges = (root: string, changed: () => void): Plugin => ({
  name: 'content-changes',
  configureServer({ watcher, environments }) {
    const content = join(root, 'content');
    let settling: NodeJS.Timeout | undefined;
    const settled = () => {
      for (const { moduleGraph, hot } of Object.values(environments)) {
        moduleGraph.invalidateAll();
        hot.send({ type: 'full-reload' });
      }
      changed();
    };
    watcher.add(content);
    watcher.on('all', (_, file) => {
      if (!file.startsWith(content)) return;
      clearTimeout(settling);
      settling = setTimeout(settled, SETTLE_MS);
    });
  },
});
