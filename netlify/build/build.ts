import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { checkPages } from '#collections/check-pages.ts';
import { ContentError } from '#collections/faults.ts';
import { readSettings } from '#collections/settings.ts';
import { settingsWarnings } from '#collections/settings-warnings.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { Site } from '../lib/site.ts';
import { bankHolidays, yearsToKnow } from './bank-holidays.ts';
import { checkClockChanges } from './clock-changes.ts';
import { bundleFunctions } from './functions.ts';
import { inlineSources } from './inline-sources.ts';
import { refuseUnfit } from './launch/refuse-unfit.ts';
import { takeShells } from './shells.ts';

const GENERATED = 'netlify/generated';

/** Builds everything a deploy needs below `root`: the pages, what the functions know of them, and the functions. */
export async function buildSite(root: string): Promise<void> {
  const settings = readSettings(root);
  for (const warning of settingsWarnings(settings, isoDateAt(Date.now()))) console.warn(warning);
  refuseUnfit(settings, process.env['CONTEXT'], wallClockAt(Date.now()).day);
  checkPages(root);
  checkClockChanges();
  await build({ root, logLevel: 'warn' });
  const pages = join(root, 'dist');
  const inline = await inlineSources(pages);
  const site: Site = {
    settings,
    bankHolidays: bankHolidays(yearsToKnow(new Date().getFullYear())),
    shells: await takeShells(pages),
    inline,
  };
  mkdirSync(join(root, GENERATED), { recursive: true });
  writeFileSync(join(root, GENERATED, 'site.js'), `export const site = ${JSON.stringify(site)};\n`);
  await bundleFunctions(root);
}

if (import.meta.main) {
  await buildSite(process.cwd()).catch((error: unknown) => {
    console.error(error instanceof ContentError ? error.message : error);
    process.exitCode = 1;
  });
}
