import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const onPath = (): string | undefined =>
  NAMES.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()).find(
    (path) => path,
  );

const downloaded = (): string | undefined =>
  existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;

const attempt = (command: string, ...words: string[]) =>
  spawnSync(command, words, { stdio: 'inherit' }).status === 0;

const download = () => attempt('npx', 'playwright', 'install', 'chromium');

function installPackage(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  return attempt('apt-get', 'update') && attempt('apt-get', 'install', '-y', 'chromium');
}

/**
 * The Chromium the browser tests run in: CHROMIUM, else one on the path, else Playwright's own,
 * downloaded if need be, else Debian's, installed when this runs as root. Throws saying what to run.
 */
export function findChromium(): string {
  const known = process.env.CHROMIUM ?? onPath() ?? downloaded();
  if (known) return known;
  console.log('No Chromium here yet: trying Playwright’s download, then apt.');
  const installed = (download() && downloaded()) || (installPackage() && onPath());
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium. Run: npx playwright install chromium (or: sudo apt-get install chromium)',
  );
}

/** The version a Chromium says it is. */
export const chromiumVersion = (path: string): string =>
  execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim();
