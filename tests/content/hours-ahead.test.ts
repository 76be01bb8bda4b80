import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { hoursAhead } from '#content/hours-ahead.ts';
import { daysAheadView } from '#web/views/days-ahead-view.ts';
import { london } from '../support/london.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const NOW = london('2026-12-15T10:00');

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The tests' own settings with another Friday, in a folder of their own. */
function withFriday(friday: string): string {
  root = mkdtempSync(join(tmpdir(), 'hours-'));
  cpSync(`${SMALL_SITE}/content/settings`, join(root, 'content/settings'), { recursive: true });
  const file = join(root, 'content/settings/line.yaml');
  const text = readFileSync(file, 'utf8');
  const was = 'friday: { opens: "09:00", closes: "18:00" }';
  expect(text).toContain(was);
  writeFileSync(file, text.replace(was, `friday: ${friday}`));
  return root;
}

async function rows(folder: string): Promise<string[]> {
  const { days, today } = hoursAhead(folder, NOW);
  const $ = load(String(await daysAheadView(days, today)));
  return $('.days-ahead > div')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());
}

describe('the days ahead, by the settings alone', () => {
  it('show what nobody has booked, and why a day is closed', async () => {
    const all = await rows(SMALL_SITE);
    expect(all).toHaveLength(30);
    expect(all[1]).toBe(
      'Wednesday 16 December Open 9am to 6pm 18 times free for a callback,16 for a discovery call',
    );
    expect(all).toContain('Friday 25 December Closed: Christmas Day, a bank holiday');
  });

  it('follow an edit of the settings, and say what is perhaps not meant', async () => {
    const folder = withFriday('{ opens: "09:00", closes: "09:15" }');
    expect(await rows(folder)).toContain('Friday 18 December Open 9am to 9:15am Nothing free');
    expect(hoursAhead(folder, NOW)).toMatchObject({
      week: 'Monday to Thursday, 9am to 6pm; Friday, 9am to 9:15am',
      warnings: [expect.stringContaining('hours → friday: the line is open for 15 minutes')],
    });
  });

  it('are refused with a remedy where the settings cannot be', () => {
    const folder = withFriday('{ opens: "09:00", closes: "19:00" }');
    expect(() => hoursAhead(folder, NOW)).toThrow('The line never stays open after 18:00.');
  });
});
