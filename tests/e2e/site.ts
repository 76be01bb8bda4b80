import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PORT } from './ports.ts';

/** Where the site lies that the journeys go through: a copy of this checkout for each port, with settings of its own. */
export const SITE_ROOT = join(tmpdir(), `e2e-site-${PORT}`);
