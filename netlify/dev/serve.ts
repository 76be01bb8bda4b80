import type { Server } from 'node:http';
import type { App } from '#services/app.ts';
import { compressed } from './compress.ts';
import { runInProcess } from './in-process.ts';
import { httpServer, listen } from './node-http.ts';
import { startSchedules } from './schedules.ts';
import { staticSite } from './static.ts';

/** A site being served. */
export interface Served {
  /** Stops taking requests, waits for what is under way after answers, and stops the schedules. */
  close(): Promise<void>;
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    // A connection whose answer is still under way is not kept after it.
    server.keepAliveTimeout = 1;
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/**
 * Serves the built site below `root` as production would: functions first, in this process and with
 * `app`, then redirects, files and headers by Netlify's engines, and text compressed.
 */
export async function serve(
  root: string,
  port: number,
  app: App,
  options: { schedules: boolean },
): Promise<Served> {
  const inProcess = await runInProcess(app);
  const files = staticSite(root, app.environment.URL);
  const server = httpServer(app.environment.URL, async (request, ip) =>
    compressed(request, (await inProcess.answer(request, ip)) ?? (await files(request))),
  );
  await listen(server, port);
  const stopSchedules = options.schedules
    ? startSchedules(inProcess.functions, inProcess.contextFor, app.now)
    : async () => {};

  return {
    async close() {
      await closed(server);
      await stopSchedules();
      await inProcess.close();
    },
  };
}
