// Writes the cut fonts beside this file: run `node src/styles/fonts/write.ts` after changing CUTS
// or updating a font package.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CUTS, cutFont } from './subset.ts';

for (const [name, cut] of Object.entries(CUTS)) {
  await writeFile(join(import.meta.dirname, name), await cutFont(cut));
}
