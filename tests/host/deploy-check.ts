import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import build from '@netlify/build';
import { openServer } from '../../netlify/dev/database.ts';
import { startMailbox } from '../../netlify/dev/mailbox/start.ts';
import { openDatabase } from '../../src/data/client.ts';
import { scratchDatabase } from '../support/postgres.ts';
import {
  aSweepHandsOn,
  coldCallsAnswer,
  copyIsEmptied,
  credentialsRotate,
  everyAddressAnswers,
  isInService,
  liveIsNotEmptied,
  nothingBroke,
  regionsAreLondon,
  routesAreWhole,
  schedulesAreAllowed,
} from './checks.ts';
import { type DeployContext, openHost } from './host.ts';
import { readManifest } from './manifest.ts';
import { headersAsStartHasThem, productionSettings } from './production.ts';
import { unpack } from './unpack.ts';

// Builds what a deploy would have with the host's own tool, without network, and runs it as the host does: the zips
// unpacked, each function in a process of its own through the bootstrap inside, routed by the manifest, in each
// context, on a PostgreSQL. Ends with 1 when something does not hold, and when it could not be tried.

const ROOT = process.cwd();
const PORT = Number(process.env['PORT'] ?? 8905);

const { values: asked } = parseArgs({ options: { mails: { type: 'string' } } });
/** How much mail is owed, and the pace it may go at: `--mails 1000` at that of a real service, which takes ten minutes. */
const [OWED, PER_SECOND] = asked.mails ? [Number(asked.mails), 2] : [180, 10];

interface Row {
  context: string;
  what: string;
  said: string;
  holds: boolean;
}

const rows: Row[] = [];

async function check(context: string, what: string, holds: () => Promise<string>): Promise<void> {
  const row = await holds().then(
    (said) => ({ said, holds: true }),
    (error: Error) => ({ said: error.message.split('\n').slice(0, 12).join(' '), holds: false }),
  );
  rows.push({ context, what, ...row });
  console.log(`${row.holds ? 'ok     ' : 'BROKEN '}${context}: ${what}: ${row.said}`);
}

async function buildAsHost(): Promise<boolean> {
  const { success, logs } = await build({
    cwd: ROOT,
    context: 'deploy-preview',
    mode: 'cli',
    offline: true,
    telemetry: false,
    buffer: true,
  });
  if (!success) console.error([...(logs?.stdout ?? []), ...(logs?.stderr ?? [])].join('\n'));
  return success;
}

const scratch = await scratchDatabase(['fsync=off', 'max_connections=60']);
if (!scratch) {
  console.error(
    'NOT CHECKED: a deploy needs a PostgreSQL to run on: apt-get install postgresql, or NETLIFY_DB_URL.',
  );
  process.exit(1);
}
if (!(await buildAsHost())) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
const functions = readManifest(join(ROOT, '.netlify/functions')).map((one) => unpack(one, folder));
const mailbox = await startMailbox({ port: 0 });
const admin = openDatabase(scratch.url, 2);
await (await openServer(scratch.url, 1)).close();

let liveUrl = scratch.url;
const production = { ...productionSettings(mailbox), MAIL_PER_SECOND: String(PER_SECOND) };

const open = (context: DeployContext, env: NodeJS.ProcessEnv, databaseUrl: () => string) =>
  openHost({ root: ROOT, functions, context, port: PORT, env, databaseUrl });

async function checkProduction(): Promise<void> {
  const live = await open('production', production, () => liveUrl);
  const context = 'production';
  await check(context, 'routes', () => routesAreWhole(functions));
  await check(context, 'regions', () => regionsAreLondon(functions));
  await check(context, 'schedules', () => schedulesAreAllowed(functions));
  await check(context, 'cold calls', () => coldCallsAnswer(live));
  await check(context, 'every address', () => everyAddressAnswers(live));
  await check(context, 'in service', () => isInService(live, mailbox));
  await live.freeze();
  await check(context, 'headers as npm start has them', () =>
    headersAsStartHasThem(live, {
      root: ROOT,
      port: PORT + 1,
      settings: production,
      databaseUrl: scratch?.url ?? '',
    }),
  );
  await check(context, 'changed credentials', () =>
    credentialsRotate(live, admin, (role) => {
      const url = new URL(scratch?.url ?? '');
      url.username = role;
      liveUrl = url.href;
    }),
  );
  await check(context, 'mail from run to run', () =>
    aSweepHandsOn(live, admin, { mailbox, owed: OWED, perSecond: PER_SECOND }),
  );
  await check(context, 'logs and limits', () => nothingBroke(live));
  await live.close();
}

const server = openDatabase(Object.assign(new URL(scratch.url), { pathname: '/postgres' }).href, 1);

/** A copy of the live database, at a host of another name. */
async function copyOfLive(name: string): Promise<string> {
  const url = new URL(scratch?.url ?? '');
  const live = url.pathname.slice(1);
  await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    live,
  ]);
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${live}`);
  url.pathname = `/${name}`;
  url.hostname = 'localhost';
  return url.href;
}

async function checkPreview(context: DeployContext, name: string): Promise<void> {
  const copy = await copyOfLive(name);
  const preview = await open(context, {}, () => copy);
  await check(context, 'its copy of the database', () => copyIsEmptied(preview, copy));
  await check(context, 'cold calls', () => coldCallsAnswer(preview));
  await check(context, 'every address', () => everyAddressAnswers(preview));
  await check(context, 'logs and limits', () => nothingBroke(preview));
  await preview.close();
  const wrong = await open(context, {}, () => scratch?.url ?? '');
  await check(context, 'the live database by mistake', () =>
    liveIsNotEmptied(wrong, scratch?.url ?? ''),
  );
  await wrong.close();
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
}

await checkProduction();
await checkPreview('deploy-preview', 'copy_of_preview');
await checkPreview('branch-deploy', 'copy_of_branch');
for (const role of ['first_name', 'second_name']) await server.query(`DROP ROLE IF EXISTS ${role}`);
await server.close();
await admin.close();
await mailbox.close();
await scratch.drop();
rmSync(folder, { recursive: true, force: true });

const broken = rows.filter(({ holds }) => !holds).length;
const pad = (of: keyof Omit<Row, 'holds'>) => Math.max(...rows.map((row) => row[of].length));
console.log();
for (const { context, what, said, holds } of rows) {
  console.log(
    `| ${context.padEnd(pad('context'))} | ${what.padEnd(pad('what'))} | ${holds ? 'ok    ' : 'BROKEN'} | ${said}`,
  );
}
console.log(`\n${rows.length - broken} passed, ${broken} failed`);
process.exitCode = broken === 0 ? 0 : 1;
