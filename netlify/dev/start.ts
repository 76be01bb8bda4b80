import { DESK_PATH } from '#domain/desk/paths.ts';
import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { staffList } from '#services/desk/staff.ts';
import { openLocalApp } from './open.ts';
import { serve } from './serve.ts';
import { portFrom, untilStopped } from './until-stopped.ts';

/** Production is deployed; nothing here is meant for it. */
function refuseProduction(): void {
  if (process.env['CONTEXT'] !== 'production') return;
  throw new Error(
    'This runs the site on a developer’s machine. Production is deployed: see README.md.',
  );
}

async function start(): Promise<() => Promise<void>> {
  refuseProduction();
  const port = portFrom(process.env['PORT']);
  // The build writes the site's address into pages.
  process.env.URL ??= `http://localhost:${port}`;
  if (!process.argv.includes('--built')) {
    // What builds takes as long to load as all the rest.
    const { buildSite } = await import('../build/build.ts');
    await buildSite(process.cwd());
  }
  const local = await openLocalApp(process.env, port);
  const served = await serve(process.cwd(), port, local.app, { schedules: true }).catch(
    async (error) => {
      await local.close();
      throw error;
    },
  );
  console.log(`Site     ${local.app.environment.URL}/`);
  if (local.mailbox) console.log(`Mailbox  ${local.mailbox.url}/`);
  console.log(`Desk     ${local.app.environment.URL}${DESK_PATH}`);
  const [staff = ''] = staffList(local.app);
  console.log(`Feed     ${feedAddress(local.app, staff)}`);
  console.log('Ready');
  return async () => {
    await served.close();
    await local.close();
  };
}

await untilStopped('npm start', start);
