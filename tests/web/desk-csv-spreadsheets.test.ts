import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK, csvLine } from '#domain/desk/csv.ts';
import { listedPhone } from '#domain/phone.ts';

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts a spreadsheet reads as something else where it can, each kept as it was. */
const TEXTS = [
  '1/2',
  '3-4',
  '07700900456',
  '0001',
  '1e5',
  '23456E78',
  '10:30',
  '9am',
  '2026-11-24',
  '24.11.2026',
  'Mar 5',
  '5 March',
  '50%',
  '£5',
  '12,000',
  '1.000,5',
  'TRUE',
  'false',
  'O’Connor',
  'علی‌رضا',
  '田中太郎',
  'Team 4',
  'say "it", twice',
  'Two\nlines, 1/2',
];

const TELEPHONES = [
  '07700900456',
  '01632 960 001',
  '(+44) 01632 960001',
  '+44 1632 960001 ext 12',
  '020 7946 0000',
  '+1 202 555 0100',
  '+39 06 1234 5678',
].map(listedPhone);

/** What would run, were it read as a formula: it stands with an apostrophe before it, or without one where that is read as "text". */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '=HYPERLINK("http://example.org")',
  '+447700900456',
];

const values = [...TEXTS, ...TELEPHONES, ...FORMULAS];
const file = join(folder, 'cases.csv');
writeFileSync(file, BYTE_ORDER_MARK + values.map((value) => csvLine([value])).join(''));

/** A cell as it was read: whether as text, and what it shows. */
type Cell = readonly [isText: boolean, shown: string];

/** The file as LibreOffice reads it in en-GB, with "detect special numbers" on, which is the worst case. */
function libreOffice(): Cell[] {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const filter = '--infilter=CSV:44,34,76,1,,2057,false,true';
  execFileSync(
    'soffice',
    ['--headless', profile, filter, '--convert-to', 'fods', '--outdir', folder, file],
    {
      stdio: 'ignore',
    },
  );
  const $ = load(readFileSync(join(folder, 'cases.fods'), 'utf8'), { xml: true });
  return $('table\\:table-row')
    .toArray()
    .map((row) => $(row).find('table\\:table-cell').first())
    .map((cell) => [
      cell.attr('office:value-type') === 'string' && cell.attr('table:formula') === undefined,
      cell
        .find('text\\:p')
        .toArray()
        .map((line) => $(line).text())
        .join('\n'),
    ]);
}

/** The file as Gnumeric reads it; 60 is its type of text. */
function gnumeric(): Cell[] {
  const out = join(folder, 'cases.xml');
  execFileSync(
    'ssconvert',
    ['-I', 'Gnumeric_stf:stf_csvtab', '-T', 'Gnumeric_XmlIO:sax:0', file, out],
    {
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    },
  );
  const $ = load(readFileSync(out, 'utf8'), { xml: true });
  return $('gnm\\:Cell')
    .toArray()
    .map((cell) => [$(cell).attr('ValueType') === '60', $(cell).text()]);
}

describe.each([
  ['LibreOffice', 'soffice', libreOffice],
  ['Gnumeric', 'ssconvert', gnumeric],
])('%s', (_, program, read) => {
  test.skipIf(!has(program))(
    'shows every text and every telephone as it was, and runs none',
    () => {
      const cells = read();
      expect(cells).toHaveLength(values.length);
      for (const [index, value] of values.entries()) {
        const [isText, shown] = cells[index] ?? [];
        expect(isText, value).toBe(true);
        const plain = FORMULAS.includes(value) ? shown?.replace(/^'/, '') : shown;
        expect(plain?.replace(/^\u200B/, '')).toBe(value);
      }
    },
  );
});
