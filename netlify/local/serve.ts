import type { Server } from 'node:http';
import { type App, type FunctionContext, provideApp } from '../lib/app.ts';
import { loadFunctions, matchFunction } from './functions.ts';
import { httpServer, listen } from './node-http.ts';
import { startSchedules } from './schedules.ts';
import { staticSite } from './static.ts';

/** A site being served. */
export interface Served {
  /** Stops taking requests, waits for what is under way after answers, and stops the schedules. */
  close(): Promise<void>;
}

const LOCAL_DEPLOY = { context: 'dev', id: '0', published: false } as FunctionContext['deploy'];

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/**
 * Serves the built site below `root` as production would: functions first, in this process and with
 * `app`, then redirects, files and headers by Netlify's engines.
 */
export async function serve(
  root: string,
  port: number,
  app: App,
  options: { schedules: boolean },
): Promise<Served> {
  provideApp(app);
  const functions = await loadFunctions();
  const files = staticSite(root, app.environment.URL);
  const underWay = new Set<Promise<unknown>>();

  const contextFor = (ip = '127.0.0.1', params: Record<string, string> = {}): FunctionContext => ({
    deploy: LOCAL_DEPLOY,
    ip,
    params,
    waitUntil(promise) {
      underWay.add(promise);
      void promise.finally(() => underWay.delete(promise));
    },
  });

  const server = httpServer(app.environment.URL, async (request, ip) => {
    const match = matchFunction(functions, request.url);
    if (!match) return files(request);
    const answer = await match.candidate.handle(request, contextFor(ip, match.params));
    return answer ?? new Response(null, { status: 204 });
  });
  await listen(server, port);
  const stopSchedules = options.schedules
    ? startSchedules(functions, contextFor, app.now)
    : async () => {};

  return {
    async close() {
      await closed(server);
      await stopSchedules();
      await Promise.allSettled(underWay);
      provideApp(undefined);
    },
  };
}
