import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CUTS, cutFont } from '../../src/styles/fonts/subset.ts';

it.each(Object.entries(CUTS))('%s is what its package and cut give', async (name, cut) => {
  const kept = readFileSync(`src/styles/fonts/${name}`);
  expect(Buffer.compare(await cutFont(cut), kept), 'run node src/styles/fonts/write.ts').toBe(0);
});

it('serves less than 20 kB of any one font', () => {
  for (const name of Object.keys(CUTS)) {
    expect(readFileSync(`src/styles/fonts/${name}`).byteLength).toBeLessThan(20_000);
  }
});
