import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySite } from '../support/copied-site.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { SITE_ROOT } from './site.ts';

// Copies this checkout to where the journeys build and serve it, with nothing left of an earlier run.
rmSync(SITE_ROOT, { recursive: true, force: true });
copySite(SITE_ROOT);
await prepareDatabase(join(SITE_ROOT, '.data/database'));
