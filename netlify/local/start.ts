import { buildSite } from '../build/build.ts';
import { feedAddress } from '../lib/calendar-feed/address.ts';
import { DatabaseUnavailableError } from '../lib/database.ts';
import { openLocalApp } from './open.ts';
import { serve } from './serve.ts';

const PORT = Number(process.env['PORT'] ?? 8888);

/** A second Ctrl-C this long after the first ends the process at once. */
const INSISTING_MS = 1_000;

/** A fault as one clear line: what is wrong, and what to do about it. */
function said(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or choose others: PORT=${PORT + 10} npm start`;
  }
  if (error instanceof DatabaseUnavailableError) {
    return `NETLIFY_DB_URL: the database there does not answer (${message}). Start it, or leave the setting out to use the embedded one.`;
  }
  return message ?? String(error);
}

function refuseProduction(): void {
  if (process.env['CONTEXT'] === 'production') {
    throw new Error(
      'This runs the site on a developer’s machine. Production is deployed: see README.md.',
    );
  }
  if (!Number.isInteger(PORT) || PORT < 1 || PORT > 65_534) {
    throw new Error(
      `PORT: "${process.env['PORT']}" is not a port. Choose a number from 1 to 65534.`,
    );
  }
}

async function start(): Promise<() => Promise<void>> {
  refuseProduction();
  // The build writes the site's address into pages.
  process.env.URL ??= `http://localhost:${PORT}`;
  if (!process.argv.includes('--built')) await buildSite(process.cwd());
  const local = await openLocalApp(process.env, PORT);
  const served = await serve(process.cwd(), PORT, local.app, { schedules: true }).catch(
    async (error) => {
      await local.close();
      throw error;
    },
  );
  console.log(`Site     ${local.app.environment.URL}/`);
  if (local.mailbox) console.log(`Mailbox  ${local.mailbox.url}/`);
  console.log(`Feed     ${feedAddress(local.app)}`);
  console.log('Ready');
  return async () => {
    await served.close();
    await local.close();
  };
}

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
  console.error(said(error));
  process.exit(1);
}
