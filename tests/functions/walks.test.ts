import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { seededRandom } from '../support/random.ts';
import { losing } from '../walks/lost-commits.ts';
import { MET, type Met, Walk } from '../walks/walk.ts';

const WALKS = Number(process.env['WALKS'] ?? 12);
const STEPS = 14;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** In a long run each of these must have been met by more than this many walks. */
const OFTEN = 100;

const t = testApp();

test(
  'over random walks of a person and of staff, no page and no mail claims what the database does not hold, and a case waits exactly when it should',
  async () => {
    const met = Object.fromEntries(MET.map((name) => [name, 0])) as Met;
    const whole = t.app.database;
    for (let index = 0; index < WALKS; index += 1) {
      await t.reset();
      const database = losing(whole);
      t.app.database = database;
      const walk = new Walk(t, database, seededRandom(SEED + index));
      await walk.go(STEPS).catch((error: unknown) => {
        const told = walk.steps.join('\n');
        throw new Error(`SEED=${SEED + index} WALKS=1, after:\n${told}`, { cause: error });
      });
      t.app.database = whole;
      for (const name of walk.met) met[name] += 1;
    }
    console.log(`${WALKS} walks of ${STEPS} steps, seed ${SEED}: ${JSON.stringify(met)}`);
    const needed = ['quarantine', 'back', 'lost commit', 'block'] as const;
    const least = WALKS >= 300 ? OFTEN : 0;
    for (const name of needed) expect(met[name], name).toBeGreaterThan(least - 1);
  },
  120_000 + WALKS * 30_000,
);
