import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { oldAddresses } from '#content/old-addresses.ts';
import { pageFiles } from '#content/page-files.ts';
import { NOTICE_PATH } from '#domain/notice/at-form.ts';
import { noticeVersion } from '#domain/notice/version.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** Enough of a hash that two versions of one page never share it. */
const MARK_LENGTH = 12;

/** Where the notice is: its page may have moved, and then lists the old address. */
const noticeAddress = (root: string) =>
  oldAddresses(pageFiles(root)).find(({ from }) => from === NOTICE_PATH)?.to ?? NOTICE_PATH;

/** The version of the privacy notice as it was built below `root`: its date, and a mark made of its words as readers get them. */
export function noticeVersionIn(root: string, { privacy }: Pick<Settings, 'privacy'>): string {
  const page = readFileSync(join(root, 'dist', noticeAddress(root), 'index.html'), 'utf8');
  const words = load(page)('main').text().replaceAll(/\s+/g, ' ').trim();
  const mark = createHash('sha256').update(words).digest('hex').slice(0, MARK_LENGTH);
  return noticeVersion(privacy.dated, mark);
}
