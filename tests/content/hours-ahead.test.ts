import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { hoursAhead } from '#content/hours-ahead.ts';
import { daysAheadView } from '#web/views/days-ahead-view.ts';
import { london } from '../support/london.ts';

const NOW = london('2026-12-15T10:00');

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The project's own settings with other closures, in a folder of their own. */
function withClosures(closures: string): string {
  root = mkdtempSync(join(tmpdir(), 'hours-'));
  cpSync('content/settings', join(root, 'content/settings'), { recursive: true });
  const file = join(root, 'content/settings/line.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('closures: []');
  writeFileSync(file, text.replace('closures: []', `closures:\n${closures}`));
  return root;
}

async function rows(folder: string): Promise<string[]> {
  const { days, today } = hoursAhead(folder, NOW);
  const $ = load(String(await daysAheadView(days, today)));
  return $('.days-ahead > div')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());
}

describe('the four weeks ahead, by the settings alone', () => {
  it('show what nobody has booked, and why a day is closed', async () => {
    const all = await rows(process.cwd());
    expect(all).toHaveLength(20);
    expect(all[1]).toBe(
      'Wednesday 16 December Open 9am to 6pm 18 times free for a callback,16 for a discovery call',
    );
    expect(all).toContain('Friday 25 December Closed: Christmas Day, a bank holiday');
  });

  it('follow an edit of the settings, and say what is perhaps not meant', async () => {
    const folder = withClosures(
      '  - { from: 2026-11-02, to: 2026-11-06, why: Moving }\n  - { from: 2026-12-21, to: 2026-12-24, why: Winter break }\n',
    );
    expect(await rows(folder)).toContain('Monday 21 December Closed: Winter break');
    expect(hoursAhead(folder, NOW)).toMatchObject({
      week: 'Monday to Friday, 9am to 6pm',
      warnings: [
        expect.stringContaining('closures → number 1: 2026-11-02 to 2026-11-06 (Moving) is over'),
      ],
    });
  });

  it('are refused with a remedy where the settings cannot be', () => {
    const folder = withClosures(
      '  - { from: 2026-12-21, to: 2026-12-24, why: Winter break }\n  - { from: 2026-12-24, to: 2026-12-31, why: Away }\n',
    );
    expect(() => hoursAhead(folder, NOW)).toThrow(
      'This closure overlaps another, 2026-12-21 to 2026-12-24 (Winter break). Make one closure of the two,',
    );
  });
});
