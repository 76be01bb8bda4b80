import { DatabaseUnavailableError } from '#data/errors.ts';

/** A second Ctrl-C this long after the first ends the process at once. */
const INSISTING_MS = 1_000;

/** The port in PORT, 8888 when there is none. Throws an error that says what may stand there. */
export function portFrom(text = '8888'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_534) return port;
  throw new Error(`PORT: "${text}" is not a port. Choose a number from 1 to 65534.`);
}

/** The port that is taken, as Node says it or as Astro’s server does; undefined when that is not what is wrong. */
function portTaken(error: NodeJS.ErrnoException & { port?: number }): number | undefined {
  if (error.code === 'EADDRINUSE') return error.port;
  const [, port] = /^Port (\d+) is already in use/.exec(error.message) ?? [];
  return port === undefined ? undefined : Number(port);
}

/** A fault as one clear line: what is wrong, and what to do about it. */
export function faultLine(error: unknown, command: string): string {
  const { message } = error as Error;
  const port = portTaken(error as NodeJS.ErrnoException);
  if (port !== undefined) {
    return `Port ${port} is in use. Stop what uses it, or choose others: PORT=${port + 10} ${command}`;
  }
  if (error instanceof DatabaseUnavailableError) {
    return `NETLIFY_DB_URL: the database there does not answer (${message}). Start it, or leave the setting out to use the embedded one.`;
  }
  return message ?? String(error);
}

/**
 * Runs a server of this machine, named by the `command` that starts it, until Ctrl-C: `start` opens it
 * and returns what closes it. What goes wrong is said in one line.
 */
export async function untilStopped(
  command: string,
  start: () => Promise<() => Promise<void>>,
): Promise<void> {
  try {
    const stop = await start();
    let stoppingSince: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // A package of Netlify's sends the process each signal once more; a person who insists takes longer.
        if (stoppingSince !== undefined && performance.now() - stoppingSince > INSISTING_MS)
          process.exit(1);
        if (stoppingSince !== undefined) return;
        stoppingSince = performance.now();
        console.log('\nStopping. Your data is kept.');
        void stop().then(() => process.exit(0));
      });
    }
  } catch (error) {
    console.error(faultLine(error, command));
    process.exit(1);
  }
}
