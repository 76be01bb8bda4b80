import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';
import { seededRandom } from '../support/random.ts';
import { seed as seedOfRun } from '../support/seed.ts';
import { losing } from '../walks/lost-commits.ts';
import { walk } from '../walks/walk.ts';
import { MET, type Met, World } from '../walks/world.ts';

const WALKS = Number(process.env['WALKS'] ?? 4);
const STEPS = 14;
const SEED = seedOfRun();

/** Each of these must have been met by more than a hundred walks of a long run. */
const NEEDED = ['quarantine', 'back', 'lost commit', 'block'] as const;
const LONG_RUN = 240;

const t = testApp();

async function walkOnce(seed: number): Promise<ReadonlySet<keyof Met>> {
  await t.reset();
  Object.assign(t.app, chanceFor('walk', seed));
  const whole = t.app.database;
  const database = losing(whole);
  t.app.database = database;
  const world = new World(t, database, seededRandom(seed));
  try {
    await walk(world, STEPS);
  } catch (error) {
    const told = [`SEED=${seed} WALKS=1, after:`, ...world.steps].join('\n');
    throw new Error(told, { cause: error });
  } finally {
    t.app.database = whole;
  }
  return world.met;
}

test(
  'over random walks of a person and of staff, no page and no mail claims what the database does not hold, and a case waits exactly when it should',
  async () => {
    const met = Object.fromEntries(MET.map((name) => [name, 0])) as Met;
    for (let index = 0; index < WALKS; index += 1) {
      for (const name of await walkOnce(SEED + index)) met[name] += 1;
    }
    console.log(`${WALKS} walks of ${STEPS} steps, seed ${SEED}: ${JSON.stringify(met)}`);
    if (WALKS < LONG_RUN) return;
    for (const name of NEEDED) expect(met[name], name).toBeGreaterThan(100);
  },
  120_000 + WALKS * 30_000,
);
