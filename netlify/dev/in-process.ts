import type { App } from '#services/app.ts';
import { type FunctionContext, provideApp } from '#web/http/open-app.ts';
import { type LocalFunction, loadFunctions, matchFunction } from './functions.ts';
import { inTurn } from './in-turn.ts';

/** The project's functions, run in this process. */
export interface InProcess {
  readonly functions: readonly LocalFunction[];
  contextFor(ip?: string): FunctionContext;
  /** Whether a function answers an address. */
  answers(url: string): boolean;
  /** What the function at a request's address answers; undefined when there is none. */
  answer(request: Request, ip: string): Promise<Response | undefined>;
  /** Waits for what is under way after answers, and lets the app go. */
  close(): Promise<void>;
}

const LOCAL_DEPLOY = { context: 'dev', id: '0', published: false } as FunctionContext['deploy'];

/**
 * How many requests are answered at once: twice the connections to a PostgreSQL, so that none rests while a page is
 * written. The host gives each request an instance of its own; of a thousand that were begun here together, each would
 * wait for a connection again and again, and none would be answered in time.
 */
const AT_ONCE = 20;

/** Whoever has waited this long goes in beside the others, and is told at least what is so, with what was typed. */
const LONGEST_WAIT_MS = 20_000;

/** Loads every function and gives each of them `app`. */
export async function runInProcess(app: App): Promise<InProcess> {
  provideApp(app);
  const functions = await loadFunctions();
  const turn = inTurn(AT_ONCE, LONGEST_WAIT_MS);
  const underWay = new Set<Promise<unknown>>();
  const contextFor = (ip = '127.0.0.1'): FunctionContext => ({
    deploy: LOCAL_DEPLOY,
    ip,
    waitUntil(promise) {
      underWay.add(promise);
      void promise.finally(() => underWay.delete(promise));
    },
  });
  return {
    functions,
    contextFor,
    answers: (url) => matchFunction(functions, url) !== undefined,
    async answer(request, ip) {
      const matched = matchFunction(functions, request.url);
      if (!matched) return undefined;
      const answer = await turn(() => matched.handle(request, contextFor(ip)));
      return answer ?? new Response(null, { status: 204 });
    },
    async close() {
      await Promise.allSettled(underWay);
      provideApp(undefined);
    },
  };
}
