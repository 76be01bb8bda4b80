import { type AstroIntegration, dev } from 'astro';
import { faultLine } from '../../src/content/checks/fault.ts';
import { portFrom, untilStopped } from '../dev/until-stopped.ts';
import { bundled } from './bundle.ts';
import { editorPlugins } from './dev-plugin.ts';
import { EDITOR } from './editor-page.ts';
import { filesApi } from './files-api.ts';
import { type FoundNow, findingsNow } from './findings.ts';
import { editor } from './forms/editor.ts';
import { readKnown } from './read-known.ts';

/** The editor sends a browser from “localhost” to here. */
const HOST = '127.0.0.1';

/** Anyone who may write content may write the site; that is decided where the site is kept, not on a server. */
function refuseProduction(): void {
  if (process.env['CONTEXT'] !== 'production') return;
  throw new Error(
    'This edits the site’s words on this machine, and never where the site is published; on the live site it is at /edit/ (docs/editing.md).',
  );
}

/** Has every page it draws show what the checks find. */
const saysFindings = (script: string): AstroIntegration => ({
  name: 'says-findings',
  hooks: {
    'astro:config:setup': ({ injectScript }) => injectScript('head-inline', script),
  },
});

function say({ refusals, advice }: FoundNow): void {
  for (const refusal of refusals) console.log(faultLine(refusal));
  console.log(`${refusals.length} to fix, ${advice.length} to think about.`);
}

async function start(): Promise<() => Promise<void>> {
  refuseProduction();
  const root = process.cwd();
  const port = portFrom(process.env['PORT']);
  const origin = `http://${HOST}:${port}`;
  process.env.URL ??= origin;
  const findings = findingsNow(root, readKnown);
  const editing = {
    root,
    script: bundled('editor'),
    findings,
    files: filesApi(root, editor(readKnown(root))),
  };
  const server = await dev({
    root,
    // What is wrong with the content is said in one way: by the checks, here and in the windows.
    logLevel: 'silent',
    server: { host: HOST, port },
    integrations: [saysFindings(await bundled('preview'))],
    vite: {
      plugins: editorPlugins(origin, editing, () => say(findings.look())),
      // What one page fails with is not laid over the others: it says so itself (cannot-show.ts).
      server: { strictPort: true, hmr: { overlay: false } },
    },
  });
  await editing.script;
  console.log(`Edit     ${origin}${EDITOR}`);
  console.log(`Site     ${origin}/`);
  console.log(`Style    ${origin}/style/`);
  console.log(`Hours    ${origin}/hours/`);
  say(findings.look());
  console.log('Ready');
  return () => server.stop();
}

await untilStopped('npm run edit', start);
