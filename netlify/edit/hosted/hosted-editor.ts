import { editorPage } from '../editor-page.ts';
import { editor } from '../forms/editor.ts';
import { nothingKnown } from '../forms/site-facts.ts';
import { editorHeaders } from './headers.ts';
import type { EditSettings, EditSettingsRead } from './settings.ts';
import { signIn } from './sign-in.ts';

/** What a build knows of the editor it made. */
export interface Built {
  /** Where the editor’s script is. */
  readonly script: string;
}

/** The address to remember; the editor’s own are fixed by its package. */
const ENTRANCE = /^\/edit\/?$/;
const PAGE = /^\/keystatic(?:\/|$)/;
const SIGN_IN = /^\/api\/keystatic\/github\//;

const notFound = () => new Response('Not found', { status: 404 });

const onlyReads = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Its page holds nothing but the editor, which reads and writes with the writer’s own account. */
function page({ script }: Built, { repository, goesTo }: EditSettings): Response {
  return editorPage(
    { known: nothingKnown(), hosted: { repository, goesTo } },
    script,
    editorHeaders(),
  );
}

/** The editor on the live site: its entrance, its page and the routes people sign in with; not found while it is off. */
export function hostedEditor(read: EditSettingsRead, built: Built) {
  if (read.kind !== 'on') return async () => notFound();
  const { settings } = read;
  const routes = signIn(settings, editor(nothingKnown(), { repository: settings.repository }));
  return async (request: Request): Promise<Response> => {
    const { pathname, origin } = new URL(request.url);
    if (SIGN_IN.test(pathname)) return routes(request);
    if (!onlyReads(request)) return notFound();
    if (ENTRANCE.test(pathname)) return Response.redirect(`${origin}/keystatic`, 302);
    return PAGE.test(pathname) ? page(built, settings) : notFound();
  };
}
