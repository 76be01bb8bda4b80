import { dev } from 'astro';
import { buildSite } from '../build/build.ts';
import { devPlugins } from './dev-plugins.ts';
import { runInProcess } from './in-process.ts';
import { openLocalApp } from './open.ts';
import { portFrom, untilStopped } from './until-stopped.ts';

/**
 * Astro's development server, which shows a page again as soon as its words change, with Netlify's
 * emulation of headers and redirects, the functions, the embedded database and the local mailbox.
 * Functions, and the pages they answer, are as they were at the start.
 */
async function start(): Promise<() => Promise<void>> {
  const port = portFrom(process.env['PORT']);
  // The build writes the site's address into pages.
  process.env.URL ??= `http://localhost:${port}`;
  if (!process.argv.includes('--built')) await buildSite(process.cwd(), { draft: true });
  const local = await openLocalApp(process.env, port);
  const inProcess = await runInProcess(local.app);
  const origin = local.app.environment.URL;
  const server = await dev({
    root: process.cwd(),
    logLevel: 'warn',
    server: { port },
    vite: {
      plugins: devPlugins(process.cwd(), origin, inProcess),
      server: { strictPort: true },
    },
  });
  console.log(`Site     ${origin}/`);
  console.log(`Style    ${origin}/style/`);
  console.log(`Hours    ${origin}/hours/`);
  if (local.mailbox) console.log(`Mailbox  ${local.mailbox.url}/`);
  console.log('Ready');
  return async () => {
    await server.stop();
    await inProcess.close();
    await local.close();
  };
}

await untilStopped('npm run dev', start);
