import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '#services/site.ts';
import { PORT } from './ports.ts';

/** Where the site lies that the journeys go through: a copy of this checkout for each port, with settings of its own. */
export const SITE_ROOT = join(tmpdir(), `e2e-site-${PORT}`);

/** Copies it there, for a shell, and builds it with the address it is served at. */
export const PREPARE_SITE = `node tests/e2e/copy.ts && cd ${SITE_ROOT} && URL=http://localhost:${PORT} exec node netlify/build/build.ts`;

/** What its functions know of its pages and settings. */
export async function builtSite(): Promise<Site> {
  const { site } = (await import(join(SITE_ROOT, 'netlify/generated/site.js'))) as { site: Site };
  return site;
}
