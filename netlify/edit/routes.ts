import { isLoopback } from '../dev/mailbox/loopback.ts';
import { FINDINGS } from './browser/local-findings.ts';
import { AGAIN, AGAIN_SCRIPT } from './cannot-show.ts';
import { EDITOR, editorPage, SCRIPT } from './editor-page.ts';
import type { FindingsNow } from './findings.ts';
import { LAST_CHANGE } from './last-change.ts';
import { readKnown } from './read-known.ts';

/** What the editor’s addresses are answered with. */
export interface Editor {
  readonly root: string;
  /** The editor’s script. */
  readonly script: Promise<string>;
  readonly findings: FindingsNow;
  /** What answers the editor’s own routes. */
  readonly files: (request: Request) => Promise<Response>;
}

type Answer = (editor: Editor, request: Request) => Response | Promise<Response>;

const javascript = (text: string) =>
  new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  });

const ROUTES: readonly (readonly [path: RegExp, answer: Answer])[] = [
  [/^\/api\/keystatic\//, ({ files }, request) => files(request)],
  [new RegExp(`^${LAST_CHANGE}$`), ({ files }, request) => files(request)],
  [new RegExp(`^${FINDINGS}$`), ({ findings }) => findings.listen()],
  [new RegExp(`^${SCRIPT}$`), async ({ script }) => javascript(await script)],
  [new RegExp(`^${AGAIN}$`), () => javascript(AGAIN_SCRIPT)],
  [new RegExp(`^${EDITOR}(?:/|$)`), ({ root }) => editorPage({ known: readKnown(root) }, SCRIPT)],
  // A page's address is not always what its file suggests: "index.mdx" is "/".
  [/\/index\/$/, (_, { url }) => Response.redirect(url.replace(/index\/(?=$|[?#])/, ''), 302)],
];

const answerAt = (path: string) => ROUTES.find(([pattern]) => pattern.test(path))?.[1];

/** Whether the editor answers at a path. */
export const editorAnswers = (path: string): boolean => answerAt(path) !== undefined;

/** A page of another site may not ask for anything here, under whatever name it found this machine. */
function isOurs(request: Request): boolean {
  const { hostname, origin } = new URL(request.url);
  const from = request.headers.get('origin');
  return isLoopback(hostname) && (from === null || from === origin);
}

/** The answer at an address of the editor. */
export async function editorAnswer(editor: Editor, request: Request): Promise<Response> {
  const answer = answerAt(new URL(request.url).pathname);
  if (!isOurs(request)) return new Response('This answers on this machine alone.', { status: 403 });
  return answer ? answer(editor, request) : new Response('Not found', { status: 404 });
}
