import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { bankHolidays, yearsToKnow } from '#content/bank-holidays.ts';
import { contentFindings } from '#content/check-content.ts';
import { checkPages } from '#content/check-pages.ts';
import { refusalReport } from '#content/checks/report.ts';
import { ContentError, refuse } from '#content/faults.ts';
import { oldAddresses, redirectsFile } from '#content/old-addresses.ts';
import { pageFiles } from '#content/page-files.ts';
import { readSettings } from '#content/settings.ts';
import { settingsWarnings } from '#content/settings-warnings.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { Site } from '#services/site.ts';
import { readEditSettings } from '../edit/hosted/settings.ts';
import { checkClockChanges } from './clock-changes.ts';
import { bundleFunctions } from './functions.ts';
import { buildHostedEditor } from './hosted-editor.ts';
import { inlineSources } from './inline-sources.ts';
import { refuseUnfit } from './launch/refuse-unfit.ts';
import { privacyNoticeVersionIn } from './privacy-notice-version.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { takeShells } from './shells.ts';
import { siteFindings } from './site-findings.ts';

const GENERATED = 'netlify/generated';

/** A draft is built for anyone who is writing it, whatever its words say, as long as it can be shown. */
interface BuildOptions {
  readonly draft?: boolean;
}

/** Throws ContentError with what must be fixed before anything is built; of a draft, what need not be is told. */
function checkContent(root: string, draft: boolean): void {
  const { refusals, advice } = contentFindings(root);
  if (advice.length > 0) {
    console.log(`${advice.length} suggestions about the words: npm run check:words lists them.`);
  }
  if (!draft) {
    refuse(refusals);
    return;
  }
  checkPages(root);
  if (refusals.length > 0) console.warn(refusalReport(refusals));
}

/** Builds everything a deploy needs below `root`: the pages, what the functions know of them, and the functions. */
export async function buildSite(root: string, { draft = false }: BuildOptions = {}): Promise<void> {
  checkContent(root, draft);
  const settings = readSettings(root);
  for (const warning of settingsWarnings(settings)) console.warn(warning);
  refuseUnfit(settings, process.env['CONTEXT'], wallClockAt(Date.now()).day);
  checkClockChanges();
  // Among the packages, where Astro keeps it by itself, a copy of the site that shares them would find another's pages.
  await build({ root, logLevel: 'warn', cacheDir: join(root, '.astro/kept') });
  const pages = join(root, 'dist');
  writeFileSync(join(pages, '_redirects'), redirectsFile(oldAddresses(pageFiles(root))));
  writeSecurityTxt(pages, settings.security, process.env['URL'] ?? 'http://localhost:8888');
  const inline = await inlineSources(pages);
  const privacyNotice = privacyNoticeVersionIn(root, settings);
  console.log(`Privacy notice: ${privacyNotice}`);
  const site: Site = {
    settings,
    privacyNotice,
    bankHolidays: bankHolidays(yearsToKnow(new Date().getFullYear())),
    shells: await takeShells(pages),
    inline,
  };
  mkdirSync(join(root, GENERATED), { recursive: true });
  writeFileSync(join(root, GENERATED, 'site.js'), `export const site = ${JSON.stringify(site)};\n`);
  if (!draft) refuse((await siteFindings(root)).refusals);
  await bundleFunctions(root);
  // A preview has an address of its own, to which GitHub would send nobody back.
  const isLive = process.env['CONTEXT'] === 'production';
  if (isLive) await buildHostedEditor(root, readEditSettings(process.env));
}

if (import.meta.main) {
  await buildSite(process.cwd()).catch((error: unknown) => {
    console.error(error instanceof ContentError ? error.message : error);
    process.exitCode = 1;
  });
}
