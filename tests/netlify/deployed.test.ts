import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer } from '../../netlify/dev/database.ts';
import { type Mailbox, startMailbox } from '../../netlify/dev/mailbox/start.ts';
import {
  coldCallsAnswer,
  everyAddressAnswers,
  nothingBroke,
  regionsAreLondon,
  routesAreWhole,
  schedulesAreAllowed,
} from '../host/checks.ts';
import { type Host, openHost } from '../host/host.ts';
import { type DeployedFunction, readManifest } from '../host/manifest.ts';
import { headersAsStartHasThem, productionSettings } from '../host/production.ts';
import { freePort } from '../support/free-port.ts';
import { programs, type ScratchDatabase, scratchDatabase } from '../support/postgres.ts';

// The short form of `npm run deploy-check`: functions as the host's own bundler leaves them, each through the bootstrap
// beside it in a process of its own, in production, on a PostgreSQL. The whole build, previews, mail and credentials
// are that command's, which installs the host's build tool.

const isTried = programs() !== undefined || process.env['NETLIFY_DB_URL'] !== undefined;
if (!isTried) {
  console.error('NOT CHECKED: a deploy needs a PostgreSQL to run on: apt-get install postgresql');
}

const ROOT = process.cwd();

describe.skipIf(!isTried)('what would be deployed', () => {
  let folder: string;
  let functions: DeployedFunction[];
  let database: ScratchDatabase;
  let mailbox: Mailbox;
  let settings: ReturnType<typeof productionSettings>;
  let host: Host;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deployed-'));
    await zipFunctions('build/functions', folder, {
      archiveFormat: 'none',
      basePath: ROOT,
      repositoryRoot: ROOT,
      manifest: join(folder, 'manifest.json'),
      // What was bundled already is not traced again: that takes 20 seconds, and is left to the command.
      config: { '*': { nodeBundler: 'none' } },
    });
    functions = readManifest(folder);
    const scratch = await scratchDatabase(['fsync=off']);
    if (!scratch) throw new Error('There is no PostgreSQL.');
    database = scratch;
    await (await openServer(database.url, 1)).close();
    mailbox = await startMailbox({ port: 0 });
    settings = productionSettings(mailbox);
    host = await openHost({
      root: ROOT,
      functions,
      context: 'production',
      port: await freePort(),
      env: settings,
      databaseUrl: () => database.url,
    });
  });

  afterAll(async () => {
    await host.close();
    await mailbox.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('has each address at its door, in London, with its schedules', async () => {
    expect(await routesAreWhole(functions)).toMatch(/^\d+ addresses, 2 doors$/);
    expect(await regionsAreLondon(functions)).toBe('lhr in 6 of 6');
    expect(await schedulesAreAllowed(functions)).toMatch(/^4 schedules/);
  });

  test('answers the first call of each door, and every address after it', async () => {
    await coldCallsAnswer(host);
    await everyAddressAnswers(host);
    await nothingBroke(host);
  });

  test('sends the headers that npm start sends', async () => {
    const port = await freePort();
    await headersAsStartHasThem(host, { root: ROOT, port, settings, databaseUrl: database.url });
  });
});
