import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { listener } from '../node-http.ts';
import { type Editor, editorAnswer, editorAnswers } from './routes.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;
type Plugin = Extract<Plugins[number], { name: string }>;

/** Saving one file can be several changes on disk. */
const SETTLE_MS = 100;

/** The editor, before the pages it previews. */
const editorFirst = (origin: string, editor: Editor): Plugin => ({
  name: 'editor-first',
  configureServer({ middlewares }) {
    const answer = listener(origin, (request) => editorAnswer(editor, request));
    const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const path = URL.parse(request.url ?? '/', origin)?.pathname ?? '';
      if (editorAnswers(path)) void answer(request, response);
      else next();
    };
    // Before Astro's own, which would refuse addresses without a slash at their end.
    return () => void middlewares.stack.unshift({ route: '', handle });
  },
});

/** Calls `changed` once content has changed, and draws pages again from settings that are read once. */
const onChange = (root: string, changed: () => void): Plugin => ({
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

/** What turns Astro’s development server into the editor’s. */
export const editorPlugins = (origin: string, editor: Editor, changed: () => void): Plugins => [
  editorFirst(origin, editor),
  onChange(editor.root, changed),
];
