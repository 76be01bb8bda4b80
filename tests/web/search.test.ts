import { beforeEach, describe, expect, test } from 'vitest';
import { fillSearch } from '#services/desk/fill-search.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();
const { show, post } = deskVisit(t);
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});

const enquire = async (overrides: Record<string, unknown> = {}) =>
  (await sendEnquiry(overrides)).reference;

async function find(typed: string): Promise<string[]> {
  const page = await desk.list(`?q=${encodeURIComponent(typed)}`);
  expect(page.status).toBe(200);
  return list(page, '.case-ref').map((text) => text.replace('Reference ', ''));
}

describe('a name is found however it is typed', () => {
  test.each([
    ['O’Connor', ["O'Connor", 'OConnor', 'o connor', 'o’con', 'Connor', 'O´Connor', 'O`CONNOR']],
    [
      "D'Arcy-Smith",
      ['d’arcy smith', 'darcysmith', 'arcy', 'smith', "D'ARCY‑SMITH", 'darcy-smith'],
    ],
    ['Siân Öz', ['Sian', 'sian oz', 'SIÂN', 'sia\u0302n', 'öz']],
    ['Łukasz Žížka', ['lukasz', 'zizka', 'Łuk', 'ŽÍŽKA']],
    ['Søren Ågård', ['soren', 'agard', 'SØREN', 'søre']],
    ['Weiß Straße', ['weiss', 'strasse', 'Straße', 'WEISS']],
    ['Æthel Œuvre', ['aethel', 'oeuvre', 'ÆTHEL']],
    ['İpek Ilgaz', ['ipek', 'İPEK', 'ilgaz', 'ılgaz']],
    ['Þóra Đinh', ['thora', 'dinh', 'Þóra']],
    ['علی‌رضا', ['علیرضا', 'علي', 'علی‌رضا']],
    ['Nguyễn Ánh', ['nguyen', 'anh', 'NGUYỄN']],
    ['N.H.S. Trust', ['nhs', 'n.h.s.', 'nhs trust', 'NHS-Trust']],
    ['Ｚ. ＷＩＤＥ', ['wide', 'WIDE']],
  ])('%s, enquired by the API and by the form', async (name, asked) => {
    const reference = await enquire({ name });
    await enquire({ name: 'Quite Another' });
    for (const typed of asked) expect(await find(typed), typed).toEqual([reference]);
    await call(publicApp, postForm('/api/enquiries', makeEnquiry({ name }) as never));
    for (const typed of asked) expect(await find(typed), typed).toHaveLength(2);
  });
});

describe('a telephone is found by its digits', () => {
  test.each([
    [
      '01632 960 123',
      [
        '01632960123',
        '+44 1632 960123',
        '0044 1632 960 123',
        '960123',
        '960 123',
        '(01632) 960.123',
        '1632960123',
        '441632960123',
        '+44 (0)1632 960123',
      ],
    ],
    [
      '+44 (0) 7700 900123 ext 12',
      ['07700 900 123', '900123', '07700900', '+447700900123', '07700 900123 x12'],
    ],
    ['020 7946 0123', ['02079460123', '460123', '7946 0123', '020 7946']],
    ['+1 202 555 0100', ['+1 202 555 0100', '12025550100', '550100', '0012025550100']],
    ['٠١٦٣٢٩٦٠٤٤٤', ['01632960444', '960444']],
  ])('%s', async (phone, asked) => {
    const { reference } = await booked(await bookCallback(makeCallback({ phone })));
    await enquire({ phone: '01632 960 999', name: 'Quite Another' });
    for (const typed of asked) expect(await find(typed), typed).toEqual([reference]);
    expect(await find('555999')).toEqual([]);
  });
});

test('an address is found by how it begins, and by all of it', async () => {
  const reference = await enquire({ email: 'jane.o&leary@bücher.example' });
  await enquire({ email: 'john.oleary@example.org', name: 'Quite Another' });
  for (const typed of [
    'jane.o&leary@bücher.example',
    'JANE.O&LEARY@BÜCHER.EXAMPLE',
    'jane.o&leary@bu\u0308cher.example',
    'jane.o&leary@xn--bcher-kva.example',
    '\u200Bjane.o&leary@bücher.example ',
    'mailto:jane.o&leary@bücher.example',
    'jane.o&leary@',
    'jane.o&leary',
    'jane.o&l',
    'jane.o',
    'JANE',
    'jane leary',
  ]) {
    expect(await find(typed), typed).toEqual([reference]);
  }
});

test('words of the message, the role and the topic are found, each by how it begins', async () => {
  const reference = await enquire({
    role: 'Head of Practice',
    message: 'We’d like\nreflective supervision for carers',
  });
  const { reference: rung } = await booked(
    await bookCallback(makeCallback({ topic: 'A quiet room' })),
  );
  for (const typed of [
    'supervis',
    'carers reflective',
    'wed like',
    'we’d like',
    "We'd LIKE",
    'reflective supervision for carers',
    'like reflective',
    'supervision,',
    '“carers”',
    'head of practice',
    'practice',
    'person supervision',
  ]) {
    expect(await find(typed), typed).toEqual([reference]);
  }
  expect(await find('quiet room')).toEqual([rung]);
  expect(await find('upervision')).toEqual([]);
});

test('a number or an address among the words of a message is found like one in its own field', async () => {
  const reference = await enquire({
    message: 'Ring our office on (+44) 01632 960.555, or write to\noffice@bücher.example.',
  });
  await enquire({ name: 'Quite Another', message: 'There are 960 of us since 1999.' });
  for (const typed of [
    '01632 960555',
    '01632960555',
    '+44 1632 960 555',
    '0044 1632 960555',
    '(01632) 960-555',
    '960555',
    '960 555',
    'office@bücher.example',
    'OFFICE@bücher',
    'office',
  ]) {
    expect(await find(typed), typed).toEqual([reference]);
  }
});

test('part of a reference finds it, as does all of it in pieces', async () => {
  const reference = await enquire();
  for (let n = 0; n < 3; n += 1) await enquire({ name: `Another ${n}` });
  const parts = [
    reference,
    reference.slice(0, 5),
    reference.slice(3),
    reference.slice(1, 6).toLowerCase(),
    `${reference.slice(0, 4)} ${reference.slice(4)}`,
    `${reference.slice(0, 4)}-${reference.slice(4)}`,
    reference.toLowerCase(),
    `\u200B${reference} `,
    reference.slice(2, 7),
    [...reference].join(' '),
  ];
  for (const typed of parts) expect(await find(typed), typed).toEqual([reference]);
});

test('a script without spaces is found by any part of a word', async () => {
  const reference = await enquire({
    name: '田中太郎',
    organisation: '東京都立総合病院',
    message: 'สวัสดีครับ',
  });
  await enquire({ name: 'Quite Another' });
  for (const typed of [
    '田中',
    '太郎',
    '総合',
    '総合病院',
    '都立総合病',
    'สวัสดี',
    'ครับ',
    '田中 病院',
  ]) {
    expect(await find(typed), typed).toEqual([reference]);
  }
  expect(await find('田郎')).toEqual([]);
});

test('a correction is found by its new words, and no longer by the old', async () => {
  const { reference, link } = await sendEnquiry({ name: 'Earlier', phone: '01632 960 111' });
  const typed = makeEnquiry({ name: 'Lâter', phone: '01632 960 222' });
  const path = new URL(link).pathname;
  await call(publicApp, postForm(`${path}correct/`, typed as never));
  expect(await find('earlier')).toEqual([]);
  expect(await find('960111')).toEqual([]);
  expect(await find('later 960222')).toEqual([reference]);
});

describe('notes and outcomes of staff', () => {
  const note = (reference: string, words: string) =>
    post(`/desk/cases/${reference}/note/`, { words });

  test('are found by their words, however they are typed, beside words of the person', async () => {
    const reference = await enquire({ name: 'D. Enquirer' });
    await note(reference, 'Rang from the café in Łódź; ring again on 01632 960 444.');
    await post(`/desk/cases/${reference}/outcome/`, {
      outcome: 'spoke',
      words: 'Prefers Thursdays',
    });
    for (const q of ['cafe lodz', 'CAFÉ enquirer', '960444', 'thursdays', 'cafe thurs']) {
      expect(await find(q), q).toEqual([reference]);
    }
    expect(await find('cafe mondays')).toEqual([]);
  });

  test('are found by what they say now, and by nothing once they are removed', async () => {
    const reference = await enquire({ name: 'D. Enquirer' });
    await note(reference, 'earlier');
    const [{ id = '' } = {}] = await t.app.database.query<{ id: string }>(
      "SELECT id::text FROM case_acts WHERE act = 'note'",
    );
    const path = `/desk/cases/${reference}/notes/${id}/`;
    const seenOn = async (page: string) => fieldsIn(await show(`${path}${page}/`))['seen'] ?? '';
    await post(`${path}change/`, { words: 'afterwards', seen: await seenOn('change') });
    expect(await find('earlier')).toEqual([]);
    expect(await find('afterwards')).toEqual([reference]);
    await post(`${path}remove/`, { seen: await seenOn('remove') });
    expect(await find('afterwards')).toEqual([]);
    expect(await find('enquirer')).toEqual([reference]);
  });

  test('written before they were searched are folded when something is first looked for', async () => {
    const reference = await enquire({ name: 'D. Enquirer' });
    await note(reference, 'Café');
    await t.app.database.query('UPDATE case_acts SET folded = NULL');
    expect(await find('enquirer')).toEqual([reference]);
    expect(await find('cafe')).toEqual([reference]);
  });

  test('of other acts say nothing that is searched', async () => {
    const reference = await enquire({ name: 'D. Enquirer' });
    await post(`/desk/cases/${reference}/close/`, {});
    const rows = await t.app.database.query('SELECT FROM case_acts WHERE folded IS NOT NULL');
    expect(rows).toEqual([]);
  });
});

test('what was sent before search was kept is folded when it is first looked for', async () => {
  const reference = await enquire({ name: 'Siân O’Connor', phone: '(+44) 01632 960 777' });
  const { reference: rung } = await booked(
    await bookCallback(makeCallback({ phone: '01632 960 888', name: 'Łucja' })),
  );
  await t.app.database.query('UPDATE enquiries SET folded = NULL, phone_number = NULL');
  await t.app.database.query(
    "UPDATE bookings SET folded = NULL, phone_number = NULL, phone = '01632-960-888'",
  );
  expect(await find("sian o'connor")).toEqual([reference]);
  expect(await find('960888')).toEqual([rung]);
  const numbers = await t.app.database.query<{ phone_number: string }>(
    'SELECT phone_number FROM enquiries UNION SELECT phone_number FROM bookings ORDER BY 1',
  );
  expect(numbers.map(({ phone_number }) => phone_number)).toEqual([
    '+441632960777',
    '+441632960888',
  ]);
  await fillSearch(t.app, 1_000);
  expect(await t.app.database.query('SELECT FROM enquiries WHERE folded IS NULL')).toEqual([]);
});
