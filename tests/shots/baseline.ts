import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { BASELINES } from '../e2e/visual/drawing.ts';
import { findChromium } from '../support/find-chromium.ts';

// Makes the pictures anew that tests/e2e/visual.spec.ts compares pages with.
// Look at the difference before committing it.

rmSync(BASELINES, { recursive: true, force: true });
const { status } = spawnSync(
  'playwright',
  [
    'test',
    'visual.spec',
    '--project=journeys',
    '--no-deps',
    '--workers=1',
    '--update-snapshots=all',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: findChromium(), BASELINES: 'renew' },
  },
);
// A few dozen colours are enough to compare with, and keep the repository small.
for (const name of globSync('*.png', { cwd: BASELINES })) {
  const file = join(BASELINES, name);
  const picture = sharp(readFileSync(file)).png({ palette: true, colours: 64, effort: 10 });
  writeFileSync(file, await picture.toBuffer());
}
process.exitCode = status ?? 1;
