import { beforeEach, describe, expect, test } from 'vitest';
import { csvLine } from '#domain/desk/csv.ts';
import { deskApp } from '#web/desk-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
let cookie: string;
beforeEach(async () => {
  cookie = await signIn(t);
});
const PATH = '/desk/cases/cases.csv';

const download = (values: Record<string, string> = {}) =>
  call(deskApp, postForm(PATH, values, { cookie }));

/** The records of a file as RFC 4180 has them, read without any code of the project. */
function recordsOf(file: string): string[][] {
  const records: string[][] = [[]];
  for (const [, value = '', end] of file.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    records.at(-1)?.push(value.replaceAll('""', '"'));
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

async function fileOf(values?: Record<string, string>) {
  const bytes = new Uint8Array(await (await download(values)).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return recordsOf(new TextDecoder().decode(bytes));
}

describe('a download of cases', () => {
  test('is asked for on a page that says what it holds; a GET takes nothing', async () => {
    await sendEnquiry();
    const page = await readPage(
      await call(deskApp, get(`${PATH}?filter=waiting&q=person`, cookie)),
    );
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(textIn(page, '.lede')).toBe(
      'You are about to download a file for a spreadsheet, with 1 case under “Waiting for us” found for “person”.',
    );
    expect(page.$('form').attr('method')).toBe('post');
    expect(fieldsIn(page)).toEqual({ filter: 'waiting', q: 'person' });
    expect(page.markup).not.toContain('person@example.org');
    expect(await count(t, 'audit')).toBe(0);
  });

  test('holds every case and no key, and leaves a line in the audit', async () => {
    const { reference, link } = await sendEnquiry({ message: 'One "two",\nthree', people: 46 });
    const desk = deskOf(cookie).about(reference);
    await desk.act('outcome', { outcome: 'no-answer', words: 'A-word-of-ours' });
    const ringBack = await booked(await bookCallback(makeCallback({ name: 'Zoë' })));
    const response = await download();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="cases-2026-11-24.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const [head = [], ...rows] = await fileOf();
    const row = (of: string) =>
      Object.fromEntries((rows.find(([first]) => first === of) ?? []).map((v, i) => [head[i], v]));
    expect(rows).toHaveLength(2);
    expect(row(reference)).toEqual({
      Reference: reference,
      Status: 'Waiting for us',
      'First contact': '2026-11-24 10:00',
      'Last contact': '2026-11-24 10:00',
      Organisation: 'Example County Council',
      Name: 'A. Person',
      Role: '',
      Email: 'person@example.org',
      Phone: '',
      'Postal address': '',
      'Interested in': 'Reflective practice groups, Training their own facilitators',
      People: '46',
      Rhythm: '',
      'Sessions in a year': '',
      'Would like to start': '',
      'Would like us to know': 'One "two",\nthree',
      'Would like to talk about': '',
      Calls: '',
      'Last outcome': 'no answer',
      'Last outcome at': '2026-11-24 10:00',
      'Follow up on': '',
      'Who sees to it': '',
      Complaint: '',
      'Complaint came on': '',
      'On hold': '',
    });
    expect(row(ringBack.reference)).toMatchObject({
      Name: 'Zoë',
      Phone: '+44 1632 960001',
      Calls: 'callback 2026-11-25 11:00',
    });
    const file = JSON.stringify([head, ...rows]);
    for (const secret of [link.split('/').at(-2), ringBack.booking, 'A-word-of-ours']) {
      expect(file).not.toContain(secret);
    }
    const lines = await t.app.database.query<{ actor: string }>(
      "SELECT actor FROM audit WHERE act = 'cases downloaded'",
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]?.actor).toMatch(/^[\w-]{8}$/);
  });

  test('is of the cases that were asked for', async () => {
    const { reference } = await sendEnquiry({ name: 'Needle' });
    await sendEnquiry({ name: 'Hay' });
    expect((await fileOf({ q: 'needle' })).slice(1).map(([first]) => first)).toEqual([reference]);
    expect(await fileOf({ filter: 'closed' })).toHaveLength(1);
    expect((await download({ other: 'x' })).status).toBe(422);
  });

  test('longer than one batch holds each case once', async () => {
    await t.app.database.query(
      `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at)
       SELECT gen_random_uuid(),
         translate(lpad(to_hex(n), 8, 'Z'), '01abcdef', 'GHJKMNPQ'), sha256(n::text::bytea), $1, $1, $1
       FROM generate_series(1, 1203) n`,
      [t.app.now()],
    );
    const references = (await fileOf()).slice(1).map(([first]) => first);
    expect([references.length, new Set(references).size]).toEqual([1203, 1203]);
  });
});

describe('a value of a CSV file', () => {
  test.each([
    ['plain', '"plain"'],
    ['say "it"', '"say ""it"""'],
    ['=1+1', `"'=1+1"`],
    ['+44 1632 960001', '"+44 1632 960001"'],
    ['+44 1632 960001 ext 12', '"+44 1632 960001 ext 12"'],
    ['+441632960001', `"'+441632960001"`],
    ['+1+1', `"'+1+1"`],
    ['07700900456', '"\u200B07700900456"'],
    ['1/2', '"\u200B1/2"'],
    ['3 mars', '"\u200B3 mars"'],
    ['23456E78', '"\u200B23456E78"'],
    ['£5', '"\u200B£5"'],
    ['true', '"\u200Btrue"'],
    ['Head of 2 teams and a half', '"Head of 2 teams and a half"'],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['yes; =cmd|x!A;no', '"yes; \u200B=cmd|x!A;no"'],
    ["one\n=cmd|' /C calc'!A0", '"one\n\u200B=cmd|\' /C calc\'!A0"'],
    ['a\t@SUM(A1)', '"a\t\u200B@SUM(A1)"'],
    ['- one\n- two', `"'- one\n\u200B- two"`],
    ['a; b', '"a; b"'],
    ['\r=1', `"'\r=1"`],
    ['＝1', `"'＝1"`],
    ['a=b', '"a=b"'],
    ['7H2K9QXR', '"7H2K9QXR"'],
    ['24May', '"\u200B24May"'],
    ['', '""'],
  ])('%j is written as %s', (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`);
  });
});

// Excel itself is not run here: LibreOffice and Gnumeric are (desk-csv-spreadsheets.test.ts). What its makers say it
// does to a file it opens is held to by its rules, each with texts of its kind.
describe('Excel, by what it says it does when it opens a file', () => {
  const UNSEEN = '\u200B';

  /** The rule, and texts that it would change or run; beside each, none of them begins as Excel looks for it. */
  test.each([
    [
      'takes zeros from the front of a number',
      ['07700900456', '0001', '00 12', '007', '0.50', '000000', '0044 1632 960001'],
    ],
    [
      'keeps 15 digits of a number',
      [
        '1234567890123456',
        '4000 0000 0000 0002',
        '9'.repeat(40),
        '0'.repeat(60),
        '1'.repeat(5_000),
      ],
    ],
    ['reads digits around an E as a power of ten', ['1e5', '23456E78', '2E10', '1.5E+3', '9e-2']],
    [
      'reads digits with letters, dashes, dots or slashes as a day',
      [
        '1/2',
        '3-4',
        '24.11.2026',
        '2026-11-24',
        '5 March',
        'Mar 5',
        'MAY23',
        '24May',
        '1/2/2026',
        'Sept 9',
        '24 September 2026 10:30:15.000 AM',
      ],
    ],
    ['reads an hour', ['10:30', '9am', '9 pm', '25:00:01', '7:05 PM', '0:00']],
    [
      'reads shares, money, fractions and groups of thousands as numbers',
      ['50%', '£5', '$1', '5 €', '12,000', '1.000,5', '1 1/2', '(5)', '5-', '1,2,3'],
    ],
    [
      'reads truth and errors as values',
      ['TRUE', 'false', '#N/A', '#n/a', '#REF!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#VALUE!'],
    ],
  ])('%s', (_, texts) => {
    for (const text of texts) expect(csvLine([text]), text).toBe(`"${UNSEEN}${text}"\r\n`);
  });

  test('runs what begins with =, +, -, @ or a tab', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '=cmd|x!A1',
      '+447700900456',
      '-2+3',
      '=HYPERLINK("x")',
      '@A1',
    ]) {
      expect(csvLine([text]), text).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
    }
  });

  test('shows other texts as they are: they stand in the file as they were written', () => {
    for (const text of [
      'Team four',
      'O’Connor',
      'Room 12, floor 3, block B',
      'N/A',
      'May',
      'T. R. Ue',
      'E',
      'Head of 2 teams and a half',
      '田中太郎',
      '+44 1632 960001',
    ]) {
      expect(csvLine([text]), text).toBe(`"${text}"\r\n`);
    }
  });

  test('knows UTF-8 by its mark, and a file that begins with ID as another kind', async () => {
    await sendEnquiry({ name: 'Łucja 田中', message: 'One,\ntwo; "three"\tfour' });
    const bytes = Buffer.from(await (await download()).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.indexOf(Buffer.from('\uFEFF'), 3)).toBe(-1);
    const text = bytes.subarray(3).toString('utf8');
    expect(text.startsWith('"Reference","Status",')).toBe(true);
    expect(text).toContain('"Łucja 田中"');
  });

  test('parts cells at commas and records at the end of a line, but for what is in quotes', async () => {
    await sendEnquiry({ message: 'One,\ntwo; "three"', role: 'a,b;c|d' });
    const text = Buffer.from(await (await download()).arrayBuffer()).toString('utf8');
    const outside = text.slice(1).replace(/"(?:[^"]|"")*"/g, '');
    expect(outside).toMatch(/^(?:,{24}\r\n){2}$/);
    expect(text).not.toContain('sep=');
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
  });

  test('holds 32,767 characters in a cell: the longest text of a field is well within', async () => {
    await sendEnquiry({ message: '"'.repeat(5_000) });
    const cells = (await fileOf()).flat();
    expect(Math.max(...cells.map(({ length }) => length))).toBe(5_000);
  });
});
