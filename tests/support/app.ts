import { relative } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { App } from '#services/app.ts';
import { readEnvironment } from '#services/environment.ts';
import { resendSender } from '#services/notifications/mail-sender.ts';
import { type FunctionContext, provideApp } from '#web/http/open-app.ts';
import { asFunction, type WebEnv } from '#web/http/web-app.ts';
import type { LocalDatabase } from '../../netlify/dev/database.ts';
import { type Mailbox, startMailbox } from '../../netlify/dev/mailbox/start.ts';
import { chanceFor } from './chance.ts';
import { emptyTables, sharedDatabase } from './shared-database.ts';
import { testSite } from './site.ts';

export const SITE_URL = 'http://localhost:8888';

/** The app over an embedded database and a mailbox of its own, with a clock that tests set. */
export interface TestApp {
  app: App;
  mailbox: Mailbox;
  /** What was logged since the last reset. */
  logged: string[];
  setNow(instant: string): void;
  /** Empties every table, the mailbox, its faults and the log, and waits for nothing. */
  reset(): Promise<void>;
}

/** A test's app that somebody has to close. */
export type OpenedTestApp = TestApp & { close(): Promise<void> };

/** How many apps each file has opened, which tells the chance of one from that of another. */
const opened = new Map<string, number>();

/** The file of tests that runs or, outside Vitest, the command. */
const fileNow = () => (process.env['VITEST'] ? expect.getState().testPath : process.argv[1]) ?? '';

function nameOfNext(): string {
  const file = relative(process.cwd(), fileNow());
  const count = (opened.get(file) ?? 0) + 1;
  opened.set(file, count);
  return `${file} ${count}`;
}

/**
 * Opens a test's app, over the database that `open` gives, and gives it to every function in this process.
 * Unless a test needs a database to itself, it is the worker's own, which every file shares and finds empty.
 */
export async function openTestApp(
  settings: Record<string, string> = {},
  open: () => Promise<LocalDatabase> = sharedDatabase,
): Promise<OpenedTestApp> {
  const postgres = await open();
  const mailbox = await startMailbox({ port: 0 });
  const logged: string[] = [];
  let now = new Date('2026-11-24T10:00:00Z');
  const environment = readEnvironment(
    {
      URL: SITE_URL,
      RATE_LIMIT: '0',
      MAIL_PER_SECOND: '1000',
      ...settings,
      NETLIFY_DB_URL: postgres.url,
      RESEND_BASE_URL: mailbox.url,
    },
    'local',
  );
  const app: App = {
    place: 'local',
    environment,
    site: testSite(),
    database: postgres.database,
    send: resendSender(environment),
    now: () => now,
    wait: async () => {},
    ...chanceFor(nameOfNext()),
    log: (line) => logged.push(line),
  };
  provideApp(app);
  return {
    app,
    mailbox,
    logged,
    setNow(instant) {
      now = new Date(instant);
    },
    async reset() {
      await emptyTables(postgres.database);
      mailbox.clear();
      mailbox.setFaults({ clear: true });
      logged.length = 0;
      now = new Date('2026-11-24T10:00:00Z');
    },
    async close() {
      provideApp(undefined);
      await mailbox.close();
      await postgres.close();
    },
  };
}

/** The app of a whole file of tests: opened before the first, emptied before each, closed after the last. */
export function testApp(settings: Record<string, string> = {}): TestApp {
  let opened: OpenedTestApp | undefined;
  const t = () => {
    if (!opened) throw new Error('The test app is open only while a test runs.');
    return opened;
  };
  beforeAll(async () => {
    opened = await openTestApp(settings);
  });
  beforeEach(() => t().reset());
  afterAll(() => opened?.close());
  return {
    get app() {
      return t().app;
    },
    get mailbox() {
      return t().mailbox;
    },
    get logged() {
      return t().logged;
    },
    setNow: (instant) => t().setNow(instant),
    reset: () => t().reset(),
  };
}

type Handler = (request: Request, context: FunctionContext) => Promise<Response>;

/** Asks an app or a function as Netlify would, and waits for what it goes on doing after its answer. */
export async function call(
  door: Hono<WebEnv> | Handler,
  request: Request,
  ip = '192.0.2.1',
): Promise<Response> {
  const underWay: Promise<unknown>[] = [];
  const context: FunctionContext = {
    deploy: { context: 'dev', id: '0', published: false },
    ip,
    waitUntil: (promise) => underWay.push(promise),
  };
  const handle = typeof door === 'function' ? door : asFunction(door);
  const response = await handle(request, context);
  await Promise.all(underWay);
  return response;
}
