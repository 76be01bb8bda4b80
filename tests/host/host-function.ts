import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HostCall, Reply } from './lambda.ts';

/** What a call of a function came to, and how long the function went on with it in all. */
export interface Answered {
  response: Response;
  ended: Promise<number>;
}

/** A deployed function: a process that starts with its first call, and stays warm. */
export interface HostFunction {
  ask(call: HostCall): Promise<Answered>;
  /** Ends its process, once what is under way has ended: the next call is a cold one. */
  freeze(): Promise<void>;
  readonly said: string;
}

const BODILESS = [101, 204, 205, 304];

function responseOf({ metadata, body }: Extract<Reply, { kind: 'answer' }>): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(metadata.multiValueHeaders ?? {})) {
    for (const value of values) headers.append(name, value);
  }
  const { statusCode: status } = metadata;
  return new Response(BODILESS.includes(status) ? null : Buffer.from(body, 'base64'), {
    status,
    headers,
  });
}

/** Runs the function whose zip was unpacked at `folder`, with nothing in its environment but `env`; the host ends a call after `limit` seconds. */
export function hostFunction(folder: string, env: NodeJS.ProcessEnv, limit: number): HostFunction {
  let child: Promise<ChildProcess> | undefined;
  let said = '';
  let calls = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  const underWay = new Set<Promise<unknown>>();

  async function start(): Promise<ChildProcess> {
    const started = fork(
      join(import.meta.dirname, 'lambda.ts'),
      [join(folder, '___netlify-entry-point.mjs')],
      { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    for (const output of [started.stdout, started.stderr]) {
      output?.on('data', (part: Buffer) => {
        said += part;
      });
    }
    const [reply] = (await Promise.race([
      once(started, 'message'),
      once(started, 'exit').then(() => {
        throw new Error(`The function did not start: ${said}`);
      }),
    ])) as [Reply];
    if (reply.kind !== 'ready') throw new Error('The function answered before it was ready.');
    started.on('message', (message: Reply) => {
      if (message.kind !== 'ready') waiting.get(message.id)?.(message);
    });
    return started;
  }

  const warm = (): Promise<ChildProcess> => {
    child ??= start();
    return child;
  };

  return {
    async ask(call) {
      const asked = performance.now();
      const process = await warm();
      calls += 1;
      const id = calls;
      const answered = Promise.withResolvers<Response>();
      const ended = Promise.withResolvers<number>();
      const timer = setTimeout(() => {
        process.kill('SIGKILL');
        const error = new Error(`The host ended the call after ${limit} s.`);
        answered.reject(error);
        ended.reject(error);
      }, limit * 1000);
      waiting.set(id, (reply) => {
        if (reply.kind === 'answer') {
          answered.resolve(responseOf(reply));
          return;
        }
        clearTimeout(timer);
        if (reply.kind === 'broke') answered.reject(new Error(reply.error));
        ended.resolve((performance.now() - asked) / 1000);
      });
      const over: Promise<void> = ended.promise.then(
        () => {},
        () => {},
      );
      underWay.add(over);
      void over.then(() => underWay.delete(over));
      process.send({ id, call });
      return { response: await answered.promise, ended: ended.promise };
    },
    async freeze() {
      const ending = await child;
      child = undefined;
      await Promise.all(underWay);
      if (!ending?.connected) return;
      const gone = once(ending, 'exit');
      ending.disconnect();
      await gone;
    },
    get said() {
      return said;
    },
  };
}
