import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Security, securityTxt } from '#domain/settings/security.ts';

/** Writes `/.well-known/security.txt` below the built pages at `root`, where the settings say whom to tell; else none. */
export function writeSecurityTxt(root: string, security: Security, site: string): void {
  const text = securityTxt(security, { site, now: Date.now() });
  if (text === undefined) return;
  const folder = join(root, '.well-known');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'security.txt'), text);
}
