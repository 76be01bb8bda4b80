import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressed } from '../../netlify/dev/compress.ts';
import { httpServer, listen } from '../../netlify/dev/node-http.ts';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { serve } from '../../netlify/dev/serve.ts';

/** The built site and a bare one, served alike. */
export interface Both {
  /** The bare site's origin. */
  readonly bare: string;
  close(): Promise<void>;
}

/** What the bare site in `folder` has at the address of a request. */
function bareAnswer(folder: string, request: Request): Response {
  const file = join(folder, 'dist', new URL(request.url).pathname, 'index.html');
  if (!existsSync(file)) return new Response(null, { status: 404 });
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return compressed(request, new Response(readFileSync(file), { headers }));
}

/** Serves the built site at `origin` as `npm start` does, and a bare one beside it. Takes two ports after its own. */
export async function serveBoth(origin: string, bareFolder: string, data: string): Promise<Both> {
  const port = Number(new URL(origin).port);
  const settings = { DATA: data, URL: origin, RATE_LIMIT: '0' };
  const local = await openLocalApp(settings, port);
  const site = await serve(process.cwd(), port, local.app, { schedules: false });
  const bare = `http://localhost:${port + 2}`;
  const bareServer = httpServer(bare, async (request) => bareAnswer(bareFolder, request));
  await listen(bareServer, port + 2);
  return {
    bare,
    async close() {
      bareServer.closeAllConnections();
      await new Promise((resolve) => bareServer.close(resolve));
      await site.close();
      await local.close();
    },
  };
}
