import { describe, expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf } from '../support/desk-cases.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { IMPOSSIBLE_EMAILS, NAMES, PASTED, type Pasted } from '../support/pasted.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const send = (body: unknown) => call(publicApp, postJson('/api/enquiries', body));
const sendForm = (values: Record<string, unknown>) =>
  call(publicApp, postForm('/api/enquiries', values as Record<string, string>));

const kept = async (field: string) => {
  const column = field === 'when' ? 'starting' : field;
  const [row] = await t.app.database.query<Record<string, string>>(
    `SELECT ${column} AS value, phone_number FROM enquiries`,
  );
  return row;
};

/** The desk, signed in, and the pages of its newest case. */
async function newestAtDesk() {
  const desk = deskOf(await signIn(t));
  const [reference = ''] = list(await desk.list(), '.case-ref').map((text) => text.slice(-8));
  return desk.about(reference);
}

async function isTaken([field, typed, clean, number]: Pasted) {
  expect((await send(makeEnquiry({ [field]: typed }))).status).toBe(201);
  const byApi = await kept(field);
  expect(byApi?.['value']).toBe(clean);
  const page = await (await newestAtDesk()).show();
  for (const line of clean.split('\n')) expect(page.$('main').text()).toContain(line.trim());
  if (number !== undefined) {
    expect(byApi?.['phone_number']).toBe(number);
    expect(page.$(`main a[href="tel:${number}"]`).length).toBeGreaterThan(0);
  }
  await t.reset();
  expect((await sendForm(makeEnquiry({ [field]: typed }))).status).toBe(303);
  expect(await kept(field)).toEqual(byApi);
}

describe.each(Object.entries(PASTED))('%s: by the API, by the form, and on the desk', (_, rows) => {
  test('are tried with ten inputs or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });

  test.each(rows.map((row) => ({ row, field: row[0], typed: row[1] })))(
    '$field $typed',
    ({ row }) => isTaken(row),
  );
});

test.each(['\u200B', '\u3164', ' \u00AD ', '\u2028', '\uFEFF\uFEFF'])(
  'an optional field that shows nothing, %j, is left out of a form',
  async (typed) => {
    expect((await sendForm(makeEnquiry({ role: typed, phone: typed }))).status).toBe(303);
    expect((await kept('role'))?.['value']).toBeNull();
  },
);

test.each(['\u200E46', '46\u200B', '\u202D1,200\u202C', '\u00A046', '4\u20606'])(
  'a number of people with marks nobody sees, %j, is a number in a form',
  async (typed) => {
    expect((await sendForm(makeEnquiry({ people: typed }))).status).toBe(303);
    expect((await kept('people'))?.['value']).toBe(typed.includes('1,200') ? 1200 : 46);
  },
);

describe('what staff type at the desk is cleaned alike', () => {
  test.each([
    ['Ring\u00AD \u202Dback\u202C\u200B', 'Ring back'],
    ['\uFEFFSpoke to them', 'Spoke to them'],
    ['07700\u2060 900123', '07700 900123'],
    ['One\u2028two', 'One\ntwo'],
    ['One\r\ntwo', 'One\ntwo'],
    ['A\ttab', 'A tab'],
    ['\u2066isolated\u2069', 'isolated'],
    ['a null\u0000', 'a null'],
    ['علی\u200Cرضا rang', 'علی\u200Cرضا rang'],
    ['Sia\u0302n', 'Siân'],
    ['\u{E0067}a tag without a flag', 'a tag without a flag'],
  ])('%j, in a note and beside an outcome', async (typed, clean) => {
    await send(makeEnquiry());
    const { act } = await newestAtDesk();
    expect((await act('note', { words: typed })).status).toBe(303);
    expect((await act('outcome', { outcome: 'spoke', words: typed })).status).toBe(303);
    const rows = await t.app.database.query<{ words: string }>(
      'SELECT words FROM case_acts ORDER BY at',
    );
    expect(rows.map(({ words }) => words)).toEqual([clean, clean]);
  });
});

describe(`an email address that cannot be is refused (${IMPOSSIBLE_EMAILS.length} rows)`, () => {
  test.each(IMPOSSIBLE_EMAILS)(
    '%s: by the API, by the form, which keeps it, and where staff sign in',
    async (email) => {
      const json = await send(makeEnquiry({ email }));
      expect(json.status).toBe(422);
      const { errors } = (await json.json()) as { errors: { field: string; message: string }[] };
      expect(errors.map(({ field }) => field)).toEqual(['email']);
      const message = errors[0]?.message ?? '';
      expect(message).toMatch(/^Enter an email address/);
      const desk = postForm('/desk/sign-in/', { email });
      for (const response of [await sendForm(makeEnquiry({ email })), await call(deskApp, desk)]) {
        expect(response.status).toBe(422);
        const page = await response.text();
        expect(page).toContain(`<a href="#email">${message}</a>`);
        expect(page).toContain(`value="${email}"`);
      }
    },
  );
});

describe('what is too long comes back whole, with both numbers', () => {
  test.each([
    ['message', 'x'.repeat(5_203), 'Your message must be 5,000 characters or fewer. It is 5,203.'],
    ['message', '👩'.repeat(5_001), 'Your message must be 5,000 characters or fewer. It is 5,001.'],
    ['name', 'x'.repeat(201), 'Your name must be 200 characters or fewer. It is 201.'],
    [
      'organisation',
      'é'.repeat(240),
      'The name of your organisation must be 200 characters or fewer. It is 240.',
    ],
    ['role', 'x'.repeat(1_000), 'Your role must be 200 characters or fewer. It is 1,000.'],
    ['when', 'x'.repeat(201), 'Your answer must be 200 characters or fewer. It is 201.'],
    [
      'phone',
      `01632 960001 x ${'1'.repeat(60)}`,
      'Your phone number must be 60 characters or fewer. It is 75.',
    ],
    [
      'phone',
      `${'01632 960001 '.repeat(5)}x 12`,
      'Your phone number must be 60 characters or fewer. It is 69.',
    ],
    [
      'email',
      `a@${'x.'.repeat(140)}org`,
      'Your email address must be 254 characters or fewer. It is 285.',
    ],
    ['name', 'ع'.repeat(202), 'Your name must be 200 characters or fewer. It is 202.'],
  ])('%s of %.12s…, by the API and the form', async (field, typed, message) => {
    const json = await send(makeEnquiry({ [field]: typed }));
    expect(json.status).toBe(422);
    expect(((await json.json()) as { errors: unknown }).errors).toEqual([{ field, message }]);
    const form = await sendForm(makeEnquiry({ [field]: typed }));
    const page = await form.text();
    expect(form.status).toBe(422);
    expect(page).toContain(`<a href="#${field}">${message}</a>`);
    expect(page).toContain(typed);
    expect(page).not.toContain('maxlength');
  });

  test('as many as fit are taken, counted as people count them', async () => {
    expect(
      (await send(makeEnquiry({ message: '👩'.repeat(5_000), name: '👩'.repeat(200) }))).status,
    ).toBe(201);
  });

  const BLOCK = { from: '2026-11-26', much: 'day', step: 'see' };
  const tooLong = (what: string, length: string, most: string) =>
    `${what} must be ${most} characters or fewer. It is ${length}.`;

  test.each([
    ['note', { words: 'y'.repeat(5_001) }, tooLong('The note', '5,001', '5,000')],
    ['note', { words: 'y'.repeat(5_100) }, tooLong('The note', '5,100', '5,000')],
    ['note', { words: '👩'.repeat(5_001) }, tooLong('The note', '5,001', '5,000')],
    [
      'outcome',
      { outcome: 'spoke', words: 'z'.repeat(5_001) },
      tooLong('What you would like to add', '5,001', '5,000'),
    ],
    [
      'outcome',
      { outcome: 'no-answer', words: `a\n${'z'.repeat(9_000)}` },
      tooLong('What you would like to add', '9,002', '5,000'),
    ],
    [
      'outcome',
      { outcome: 'spoke', words: 'é'.repeat(5_200) },
      tooLong('What you would like to add', '5,200', '5,000'),
    ],
    ['block', { ...BLOCK, why: 'w'.repeat(201) }, tooLong('The reason', '201', '200')],
    ['block', { ...BLOCK, why: '会'.repeat(500) }, tooLong('The reason', '500', '200')],
    ['sign-in', { email: `a@${'x.'.repeat(140)}org` }, tooLong('Your email address', '285', '254')],
    [
      'sign-in',
      { email: `${'x'.repeat(300)}@example.org` },
      tooLong('Your email address', '312', '254'),
    ],
  ])('on the desk, in a form of the kind “%s”', async (kind, values, message) => {
    await send(makeEnquiry());
    const cookie = await signIn(t);
    const about = (await newestAtDesk()).path;
    const path =
      { block: '/desk/times/block/', 'sign-in': '/desk/sign-in/' }[kind] ?? `${about}${kind}/`;
    const headers = kind === 'sign-in' ? {} : { cookie };
    const answer = await call(deskApp, postForm(path, values, headers));
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(message);
    expect(page).toContain(Object.values(values).find((value) => value.length > 200));
  });
});

test.each(NAMES)('%s is enquired, mailed, invited and found', async (name) => {
  expect((await sendForm(makeEnquiry({ name, organisation: name, message: name }))).status).toBe(
    303,
  );
  const booked = await call(
    publicApp,
    postJson('/api/discovery-calls', makeDiscoveryCall({ name, organisation: name, topic: name })),
  );
  expect(booked.status).toBe(201);
  const told = mailTo(t, 'staff@example.org');
  expect(told.filter(({ text }) => text?.includes(name.normalize('NFC')))).toHaveLength(2);
  const calendar = t.mailbox.messages
    .flatMap(({ email }) => email.attachments ?? [])
    .map(({ content }) =>
      Buffer.from(String(content), 'base64')
        .toString('utf8')
        .replace(/\r\n[ \t]/g, ''),
    );
  expect(calendar.some((text) => text.includes(name.normalize('NFC')))).toBe(true);
  const cookie = await signIn(t);
  for (const typed of [name, name.split(' ')[1] ?? '']) {
    const page = await deskOf(cookie).list(`?q=${encodeURIComponent(typed)}`);
    expect(list(page, '.case-who'), typed).toHaveLength(2);
  }
  const csv = await call(deskApp, postForm('/desk/cases/cases.csv', {}, { cookie }));
  expect(await csv.text()).toContain(`"${name.normalize('NFC')}"`);
});
