import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '#content/settings.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const root = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
cpSync(`${SMALL_SITE}/content/settings`, join(root, 'content/settings'), { recursive: true });

/** The settings with one line of one file written differently. */
function readWith(name: string, from: string, to: string) {
  const file = join(root, 'content/settings', name);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace(from, to));
  try {
    return readSettings(root);
  } finally {
    writeFileSync(file, before);
  }
}

test('keeping that ends before a call takes place is refused, in the file to fix, with what to write', () => {
  const from = 'months-after-last-contact: 12';
  const short = () => readWith('retention.yaml', from, 'months-after-last-contact: 1');
  expect(short).toThrow(
    /^content\/settings\/retention\.yaml\n +line 3 +“months-after-last-contact”/,
  );
  expect(short).toThrow(
    'Calls can be booked 41 days ahead (horizon-days in content/settings/calls.yaml), and one would be erased before it takes place. Write 2 or more.',
  );
  const far = () => readWith('calls.yaml', 'horizon-days: 41', 'horizon-days: 365');
  expect(far).toThrow(/^content\/settings\/retention\.yaml\n(.*\n)*.*Write 13 or more/);
});

test('a file in which every line is still a comment says nothing, which the launch file may', () => {
  expect(readSettings(root).launch).toEqual({});
  expect(readWith('launch.yaml', '# webhook:', 'webhook: 2026-12-01').launch).toEqual({
    webhook: '2026-12-01',
  });
  expect(() => readWith('launch.yaml', '# webhook:', 'webhook: yes')).toThrow(
    /^content\/settings\/launch\.yaml\n.*webhook.*\n.*Write the date it was done, such as 2026-12-01/,
  );
});
