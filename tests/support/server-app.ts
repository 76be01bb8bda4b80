import { randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { App } from '#services/app.ts';
import { readEnvironment } from '#services/environment.ts';
import { type FunctionContext, provideApp } from '#web/http/open-app.ts';
import type { WebEnv } from '#web/http/web-app.ts';
import { openServer } from '../../netlify/dev/database.ts';
import { SITE_URL } from './app.ts';
import { testSite } from './site.ts';

/** The moment every run against a server happens at. */
export const NOW = new Date('2026-11-24T10:00:00Z');

/** The app over a real PostgreSQL, with a clock that stands still and no mail: what is enqueued stays enqueued. */
export interface ServerApp {
  app: App;
  /** How often a transaction collided with another and was tried again. */
  collisions(): number;
  close(): Promise<void>;
}

/** Opens an app on the database at `url` with so many connections, and gives it to every function in this process. */
export async function openServerApp(url: string, connections: number): Promise<ServerApp> {
  const { database, close } = await openServer(url, connections);
  let collided = 0;
  const app: App = {
    place: 'local',
    environment: readEnvironment({ URL: SITE_URL, RATE_LIMIT: '0', NETLIFY_DB_URL: url }, 'local'),
    site: testSite(),
    database,
    now: () => NOW,
    wait: async () => {},
    uuid: randomUUID,
    randomBytes,
    log: (line) => {
      if (line.includes('collided')) collided += 1;
      else console.log(`  log: ${line}`);
    },
  };
  provideApp(app);
  return {
    app,
    collisions: () => collided,
    async close() {
      provideApp(undefined);
      await close();
    },
  };
}

/** What Netlify gives with a request; nothing is done after its answer unless `waitUntil` sees to it. */
export const contextWith = (
  waitUntil: FunctionContext['waitUntil'] = () => {},
): FunctionContext => ({
  deploy: { context: 'dev', id: '0', published: false },
  ip: '192.0.2.1',
  waitUntil,
});

/** Asks an app, and waits for nothing after its answer. */
export const ask = async (door: Hono<WebEnv>, request: Request): Promise<Response> =>
  door.fetch(request, { context: contextWith() });
