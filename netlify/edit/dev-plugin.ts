import { answerFirst, contentChanges, type Plugins } from '../dev/vite-plugins.ts';
import { saysWhyNot } from './cannot-show.ts';
import { type Editor, editorAnswer, editorAnswers } from './routes.ts';

/** What turns Astro’s development server into the editor’s: the editor, before the pages it previews, and why one cannot be shown. */
export const editorPlugins = (origin: string, editor: Editor, changed: () => void): Plugins => [
  answerFirst(
    origin,
    ({ pathname }) => editorAnswers(pathname),
    (request) => editorAnswer(editor, request),
  ),
  contentChanges(editor.root, changed),
  saysWhyNot(() => editor.findings.latest()),
];
