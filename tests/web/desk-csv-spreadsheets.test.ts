import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, describe, expect, test } from 'vitest';
import { listedPhone } from '#domain/phone.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { signIn } from '../support/desk.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm, postJson } from '../support/requests.ts';

// What is enquired by the API and by the form, in turn, is downloaded at the desk (the one way to the file) and opened
// in spreadsheets.

const t = testApp();

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
const file = join(folder, 'cases.csv');
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
  '#N/A',
  '#REF!',
  '24 September 2026 10:30:15.000 AM',
  '9999999999999999999999999999999999999999',
  'O’Connor',
  'علی‌رضا',
  '田中太郎',
  'Team 4',
  'say "it", twice',
  'Two\nlines, 1/2',
];

/** Telephones as people write them; a list has them in groups, with their country. */
const TELEPHONES = [
  '07700900456',
  '01632 960 001',
  '01632960002',
  '(+44) 01632 960001',
  '4407700900123',
  '01632.960.003',
  '+44 1632 960001 ext 12',
  '020 7946 0000',
  '02079460000 x 7',
  '+1 202 555 0100',
  '+39 06 1234 5678',
  '\u202D07700 900789\u202C',
];

/** What would run, were it read as a formula: it stands with an apostrophe before it, or without one where that is read as "text". */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '=HYPERLINK("http://example.org")',
  '+447700900456',
  "=cmd|'/c calc'!A1",
  '＝1+1',
  '-1+1',
  '+44 1632',
];

/** A value in its field, under its heading in the file, as it must be shown. */
interface Value {
  field: string;
  head: string;
  typed: string;
  shown: string;
}

const asShown = (field: string, head: string) => (typed: string) => ({
  field,
  head,
  typed,
  shown: typed,
});

const VALUES: readonly Value[] = [
  ...TEXTS.map(asShown('message', 'Would like us to know')),
  ...TEXTS.filter((text) => !text.includes('\n')).map(asShown('role', 'Role')),
  ...FORMULAS.map(asShown('role', 'Role')),
  ...FORMULAS.map(asShown('organisation', 'Organisation')),
  ...TELEPHONES.map((typed) => ({
    ...asShown('phone', 'Phone')(typed),
    shown: listedPhone(typed),
  })),
];

/** Sends an enquiry for each value, by one way and then the other, and writes what the desk downloads to the file; gives the references in order. */
async function download(): Promise<string[]> {
  const references: string[] = [];
  for (const [index, { field, typed }] of VALUES.entries()) {
    const enquiry = makeEnquiry({ [field]: typed });
    const request =
      index % 2 === 0
        ? postJson('/api/enquiries', enquiry)
        : postForm('/api/enquiries', enquiry as never);
    expect([201, 303]).toContain((await call(publicApp, request)).status);
    const [row] = await t.app.database.query<{ reference: string }>(
      'SELECT reference FROM cases WHERE NOT reference = ANY ($1)',
      [references],
    );
    references.push(row?.reference ?? '');
  }
  const cookie = await signIn(t);
  const taken = await call(deskApp, postForm('/desk/cases/cases.csv', {}, { cookie }));
  writeFileSync(file, Buffer.from(await taken.arrayBuffer()));
  return references;
}

/** Downloaded once for every program. */
let downloaded: Promise<string[]> | undefined;

/** A cell as it was read: whether as text, and what it shows. */
type Cell = readonly [isText: boolean, shown: string];

/** The file as LibreOffice reads it in en-GB, with "detect special numbers" on, which is the worst case. */
function libreOffice(): Cell[][] {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const filter = '--infilter=CSV:44,34,76,1,,2057,false,true';
  execFileSync(
    'soffice',
    ['--headless', profile, filter, '--convert-to', 'fods', '--outdir', folder, file],
    { stdio: 'ignore' },
  );
  const $ = load(readFileSync(join(folder, 'cases.fods'), 'utf8'), { xml: true });
  return $('table\\:table-row')
    .toArray()
    .map((row) =>
      $(row)
        .find('table\\:table-cell')
        .toArray()
        .flatMap((element) => {
          const cell = $(element);
          const isText =
            cell.attr('office:value-type') === 'string' && cell.attr('table:formula') === undefined;
          const lines = cell.find('text\\:p').toArray();
          const read: Cell = [isText, lines.map((line) => $(line).text()).join('\n')];
          // Beyond the last column LibreOffice has a thousand empty ones.
          const times = Number(cell.attr('table:number-columns-repeated') ?? 1);
          return Array.from({ length: Math.min(times, 50) }, () => read);
        }),
    );
}

/** The file as Gnumeric reads it; 60 is its type of text. */
function gnumeric(): Cell[][] {
  const out = join(folder, 'cases.xml');
  execFileSync(
    'ssconvert',
    ['-I', 'Gnumeric_stf:stf_csvtab', '-T', 'Gnumeric_XmlIO:sax:0', file, out],
    { stdio: 'ignore', env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } },
  );
  const $ = load(readFileSync(out, 'utf8'), { xml: true });
  const rows: Cell[][] = [];
  for (const cell of $('gnm\\:Cell').toArray()) {
    const [row, column] = [Number($(cell).attr('Row')), Number($(cell).attr('Col'))];
    rows[row] ??= [];
    (rows[row] ?? [])[column] = [$(cell).attr('ValueType') === '60', $(cell).text()];
  }
  return rows;
}

describe.each([
  ['LibreOffice', 'soffice', libreOffice],
  ['Gnumeric', 'ssconvert', gnumeric],
])('%s', (_, program, read) => {
  test.skipIf(!has(program))(
    'shows every text and every telephone as it was, and runs none',
    async () => {
      downloaded ??= download();
      const references = await downloaded;
      const [heads = [], ...rows] = read();
      for (const [index, { head, typed, shown }] of VALUES.entries()) {
        const row = rows.find(([first]) => first?.[1] === references[index]);
        const [isText, said] = row?.[heads.findIndex(([, name]) => name === head)] ?? [];
        expect(isText, typed).toBe(true);
        const plain = FORMULAS.includes(typed) ? said?.replace(/^'/, '') : said;
        expect(plain?.replaceAll('\u200B', '')).toBe(shown);
      }
    },
    120_000,
  );
});
