import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, type Locked, licencesOf } from './licences.ts';
import { type AuditRead, readAudit } from './read-audit.ts';
import { judgeFaults, leftOver, NOTED } from './time-frames.ts';

// What this project is made of by others: known faults in it, as the registry says, the licence of each package, and
// the list of all of them (CycloneDX). Faults nobody has noted, or past their time, and licences nobody has agreed to end
// it with 1.

const OUTPUT = 'build/supply';
const AUDIT = ['audit', '--include=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];
// A build before it, in the same process, leaves an environment in which npm passes over what only the tests need.
const SBOM = ['sbom', '--include=dev', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const BAR = '!'.repeat(78);

const npm = (words: readonly string[]) =>
  spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 60_000 });

/** Says loudly what was not looked at: a check that did not happen must not pass for one that found nothing. */
function sayAudit(audit: AuditRead): boolean {
  if (audit.kind === 'none') {
    console.log(
      `${BAR}\nNOT CHECKED: the registry gives no audit (${audit.why}).\nNobody has looked for known faults in the dependencies. Run npm audit where it does.\n${BAR}`,
    );
    return true;
  }
  const judged = judgeFaults(audit.faults, { noted: NOTED, now: new Date() });
  const open = judged.filter(({ verdict }) => verdict !== 'within');
  const old = leftOver(audit.faults, NOTED);
  console.log(
    `${judged.length} known faults in dependencies, ${open.length} of them new or overdue.`,
  );
  for (const { name, severity, verdict } of judged) {
    console.log(`  ${verdict.padEnd(8)} ${severity.padEnd(9)} ${name}`);
  }
  for (const { name } of old)
    console.log(`  ${name} has no known fault any more: take its note out.`);
  return open.length === 0 && old.length === 0;
}

/** Writes the licence of every package, and says which nobody has agreed to. */
function sayLicences(packages: readonly Locked[]): boolean {
  const lines = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  writeFileSync(join(OUTPUT, 'licences.txt'), `${lines.join('\n')}\n`);
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  console.log(`${packages.length} packages, their licences in ${OUTPUT}/licences.txt.`);
  for (const { name, licence } of refused) {
    console.log(`  ${name} is under ${licence}, which tests/supply/licences.ts does not allow.`);
  }
  return refused.length === 0;
}

/** Writes the list of components, and holds it to the lockfile: whatever is missing is named. */
function saySbom(packages: readonly Locked[]): boolean {
  const { stdout, status, stderr } = npm(SBOM);
  if (status !== 0) {
    console.log(`npm sbom failed: ${stderr.trim()}`);
    return false;
  }
  const { components } = JSON.parse(stdout) as { components: { purl: string }[] };
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const missing = packages.filter(({ name, version }) => !listed.has(`pkg:npm/${name}@${version}`));
  writeFileSync(join(OUTPUT, 'sbom.cdx.json'), stdout);
  console.log(`${components.length} components in ${OUTPUT}/sbom.cdx.json (CycloneDX).`);
  for (const { name, version } of missing) console.log(`  ${name} ${version} is not among them.`);
  return missing.length === 0;
}

mkdirSync(OUTPUT, { recursive: true });
const packages = licencesOf(readFileSync('package-lock.json', 'utf8'));
const audited = sayAudit(readAudit(npm(AUDIT).stdout));
const licensed = sayLicences(packages);
const listed = saySbom(packages);
process.exitCode = audited && licensed && listed ? 0 : 1;
