import { scratchDatabase } from '../support/postgres.ts';
import { openServerApp } from '../support/server-app.ts';
import { BLOCK_RACES } from './block-races.ts';
import { clear } from './crowd.ts';
import { DESK_RACES } from './desk-races.ts';
import { ERASE_RACES } from './erase-races.ts';
import { LIMIT_RACES } from './limit-races.ts';
import type { Race } from './race-rules.ts';
import { RACES } from './races.ts';
import { SIGN_IN_RACES } from './sign-in-races.ts';

// Races need a PostgreSQL that really runs transactions side by side; the embedded one is a single session.

const CONNECTIONS = 40;

const KINDS: Readonly<Record<string, readonly Race[]>> = {
  times: RACES,
  blocks: BLOCK_RACES,
  desk: DESK_RACES,
  'sign-in': SIGN_IN_RACES,
  erasing: ERASE_RACES,
  limits: LIMIT_RACES,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !KINDS[kind]);
if (unknown.length > 0) {
  console.error(
    `There are no races of ${unknown.join(', ')}. There are: ${Object.keys(KINDS).join(', ')}`,
  );
  process.exit(1);
}
const kinds = asked.length > 0 ? asked : Object.keys(KINDS);

const scratch = await scratchDatabase(['fsync=off', 'max_connections=100']);
if (!scratch) {
  console.error(
    'SKIPPED: the races need PostgreSQL. Set NETLIFY_DB_URL to one, or install it: apt-get install postgresql',
  );
  process.exit(0);
}
const { app, collisions, close } = await openServerApp(scratch.url, CONNECTIONS);

async function deadlocks(): Promise<number> {
  // The server adds up what its processes saw at most once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const [row] = await app.database.query<{ deadlocks: string }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(row?.deadlocks);
}

let before = await deadlocks();
for (const { name, run } of kinds.flatMap((kind) => KINDS[kind] ?? [])) {
  await clear(app);
  const collided = collisions();
  const started = performance.now();
  try {
    const said = await run(app);
    const milliseconds = Math.round(performance.now() - started);
    const after = await deadlocks();
    console.log(`ok    ${name}: ${said}`);
    console.log(
      `      ${milliseconds} ms; ${after - before} deadlocks, ${collisions() - collided} transactions done again`,
    );
    before = after;
  } catch (error) {
    console.error(`FAIL  ${name}:`, error);
    process.exitCode = 1;
  }
}
await close();
await scratch.drop();
