import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program running beside this one, which can be killed as a power cut would. */
export interface Running {
  child: ChildProcess;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** What this process has started, and takes with it however it ends: what is left holds its port. */
const started = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts a script with Node and waits until it prints a line that begins with `ready`. Rejects when it ends first. */
export async function run(
  script: string,
  words: readonly string[],
  env: Record<string, string>,
  { ready, onLine = () => {} }: { ready: string; onLine?: ((line: string) => void) | undefined },
): Promise<Running> {
  const child = spawn(process.execPath, [script, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  const ended = once(child, 'exit');
  child.once('exit', () => started.delete(child));
  const lines = createInterface({ input: child.stdout });
  const isReady = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      onLine(line);
      if (line.startsWith(ready)) resolve();
    });
  });
  await Promise.race([
    isReady,
    ended.then(([code]) =>
      Promise.reject(new Error(`${script} ended with ${code} before it was ready.`)),
    ),
  ]);
  return {
    child,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
