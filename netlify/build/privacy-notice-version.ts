import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { oldAddresses } from '#content/old-addresses.ts';
import { pageFiles } from '#content/page-files.ts';
import { PRIVACY_NOTICE_PATH } from '#domain/privacy-notice/at-form.ts';
import { privacyNoticeVersion } from '#domain/privacy-notice/version.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** Enough of a hash that two versions of one page never share it. */
const MARK_LENGTH = 12;

/** Where the notice is: its page may have moved, and then lists the old address. */
const privacyNoticeAddress = (root: string) =>
  oldAddresses(pageFiles(root)).find(({ from }) => from === PRIVACY_NOTICE_PATH)?.to ??
  PRIVACY_NOTICE_PATH;

/** The version of the privacy notice as it was built below `root`: its date, and a mark made of its words as readers get them. */
export function privacyNoticeVersionIn(
  root: string,
  { privacy }: Pick<Settings, 'privacy'>,
): string {
  const page = readFileSync(join(root, 'dist', privacyNoticeAddress(root), 'index.html'), 'utf8');
  const words = load(page)('main').text().replaceAll(/\s+/g, ' ').trim();
  const mark = createHash('sha256').update(words).digest('hex').slice(0, MARK_LENGTH);
  return privacyNoticeVersion(privacy.dated, mark);
}
