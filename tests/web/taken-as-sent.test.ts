import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '#domain/clean.ts';
import { EmailSchema } from '#domain/email-address.ts';
import { canonicalPhone, listedPhone } from '#domain/phone.ts';
import discoveryCalls from '#web/api/discovery-calls-routes.ts';
import enquiries from '#web/api/enquiries-routes.ts';
import csvPage from '#web/desk/cases/cases-csv-routes.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf } from '../support/desk-cases.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { PASTED } from '../support/pasted.ts';
import { textIn } from '../support/read-page.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const send = (body: unknown) => call(enquiries, postJson('/api/enquiries', body));
const sendForm = (values: Record<string, unknown>) =>
  call(enquiries, postForm('/api/enquiries', values as Record<string, string>));

const kept = async (field: string) => {
  const [row] = await t.app.database.query<Record<string, string>>(
    `SELECT ${field} AS value, phone_number FROM enquiries`,
  );
  return row;
};

describe(`what people paste is cleaned and taken (${PASTED.length} rows)`, () => {
  test.each(PASTED)(
    '%s %j, by the API and the form, and on the desk',
    async (field, typed, clean) => {
      expect((await send(makeEnquiry({ [field]: typed }))).status).toBe(201);
      const byApi = await kept(field);
      expect(byApi?.['value']).toBe(clean);
      const desk = deskOf(await signIn(t));
      const [reference = ''] = list(await desk.list(), '.case-ref').map((text) => text.slice(-8));
      const page = await desk.about(reference).show();
      expect(page.$('main').text()).toContain(clean);
      if (field === 'phone') {
        const dialled = `tel:${canonicalPhone(clean)}`;
        expect(page.$(`main a[href="${dialled}"]`).length).toBeGreaterThan(0);
        expect(dialled).toBe(`tel:${byApi?.['phone_number']}`);
      }
      await t.reset();
      expect((await sendForm(makeEnquiry({ [field]: typed }))).status).toBe(303);
      expect(await kept(field)).toEqual(byApi);
    },
  );

  test.each(['\u200B', '\u3164', ' \u00AD ', '\u2028', '\uFEFF\uFEFF'])(
    'an optional field that shows nothing, %j, is left out of a form',
    async (typed) => {
      expect((await sendForm(makeEnquiry({ role: typed, phone: typed }))).status).toBe(303);
      expect((await kept('role'))?.['value']).toBeNull();
    },
  );
});

describe('what is too long comes back whole, with both numbers', () => {
  test.each([
    [
      'message',
      'x'.repeat(5_203),
      'Your message is 5,203 characters: shorten it to 5,000 or fewer.',
    ],
    [
      'message',
      '👩'.repeat(5_001),
      'Your message is 5,001 characters: shorten it to 5,000 or fewer.',
    ],
    ['name', 'x'.repeat(201), 'Your name is 201 characters: shorten it to 200 or fewer.'],
    [
      'organisation',
      'é'.repeat(240),
      'The name of your organisation is 240 characters: shorten it to 200 or fewer.',
    ],
    ['role', 'x'.repeat(1_000), 'Your role is 1,000 characters: shorten it to 200 or fewer.'],
    ['when', 'x'.repeat(201), 'Your answer is 201 characters: shorten it to 200 or fewer.'],
    [
      'phone',
      `01632 960001 x ${'1'.repeat(60)}`,
      'Your phone number is 75 characters: shorten it to 60 or fewer.',
    ],
    [
      'email',
      `a@${'x.'.repeat(140)}org`,
      'Your email address is 285 characters: shorten it to 254 or fewer.',
    ],
  ])('%s of %.12s…', async (field, typed, message) => {
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

  test('a note at the desk too', async () => {
    await send(makeEnquiry());
    const desk = deskOf(await signIn(t));
    const [reference = ''] = list(await desk.list(), '.case-ref').map((text) => text.slice(-8));
    const { act } = desk.about(reference);
    const answer = await act('note', { words: 'y'.repeat(5_100) });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('The note is 5,100 characters: shorten it to 5,000 or fewer.');
    expect(page).toContain('y'.repeat(5_100));
    expect((await act('note', { words: 'Ring\u00AD \u202Dback\u202C\u200B' })).status).toBe(303);
    expect(textIn(await desk.about(reference).show(), 'main')).toContain('Ring back');
  });
});

/** One name from each of twenty scripts, of words and not of anybody: "example", "person", "test". */
const NAMES = [
  'Siân O’Exámple',
  'Пример Тестов',
  'Παράδειγμα Πρόσωπο',
  'מִבְחָן דוגמה',
  'علی‌مثال تجربی',
  'उदाहरण व्यक्ति',
  'উদাহরণ ব্যক্তি',
  'ਉਦਾਹਰਣ ਵਿਅਕਤੀ',
  'ઉદાહરણ વ્યક્તિ',
  'உதாரணம் நபர்',
  'ఉదాహరణ వ్యక్తి',
  'ಉದಾಹರಣೆ ವ್ಯಕ್ತಿ',
  'ഉദാഹരണം വ്യക്തി',
  'උදාහරණ ශ්‍රී',
  'ตัวอย่าง บุคคล',
  'ຕົວຢ່າງ ບຸກຄົນ',
  'ဥပမာ လူ',
  'მაგალითი პირი',
  'Օրինակ Անձ',
  '例子 試験',
  '예시 사람',
  'ምሳሌ ሰው',
];

test.each(NAMES)('%s is enquired, mailed, invited and found', async (name) => {
  expect((await send(makeEnquiry({ name, organisation: name, message: name }))).status).toBe(201);
  const booked = await call(
    discoveryCalls,
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
  const csv = await call(csvPage, postForm('/desk/cases/cases.csv', {}, { cookie }));
  expect(await csv.text()).toContain(`"${name.normalize('NFC')}"`);
});

describe('any text in any field', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('=1+1', '1/2', '\u200B', 'A\u0000', '+44', 'x'.repeat(6_000), '\uD800'),
  );
  const numbers = fc.tuple(
    fc.constantFrom('+44 ', '0', '(+44) ', ''),
    fc.stringMatching(/^[\d .()x-]{6,20}$/),
  );
  const addresses = fc.tuple(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const any = fc.record({
    name: typed,
    organisation: typed,
    role: typed,
    message: typed,
    phone: fc.oneof(
      typed,
      numbers.map((parts) => parts.join('')),
    ),
    email: fc.oneof(
      typed,
      addresses.map(([local, domain]) => `${local}@${domain}.example`),
      fc.constant('a@example.org'),
    ),
  });
  const CLEANED: Readonly<Record<string, (text: string) => string>> = {
    name: cleanLine,
    organisation: cleanLine,
    role: cleanLine,
    message: cleanText,
    phone: cleanLine,
    email: (text) => EmailSchema.parse(text),
  };

  type Field = keyof typeof CLEANED & keyof ReturnType<typeof makeEnquiry>;

  /** A refusal names the field and what to change. */
  async function saysWhatToChange(field: string, response: Response) {
    const { errors } = (await response.json()) as { errors: { field: string; message: string }[] };
    expect(errors.map((fault) => fault.field)).toEqual([field]);
    expect(errors[0]?.message).toMatch(/^Enter |characters: shorten it to /);
  }

  async function isKept(field: string, reference: string, clean: string) {
    const [row] = await t.app.database.query<Record<string, string>>(
      `SELECT e.${field} AS value, e.phone_number FROM enquiries e JOIN cases c ON c.id = e.case_id
       WHERE c.reference = $1`,
      [reference],
    );
    expect(row?.['value']).toBe(clean);
    if (field === 'phone') expect(row?.['phone_number']).toBe(canonicalPhone(clean));
  }

  function isMailed(reference: string, clean: string) {
    const notice = mailTo(t, 'staff@example.org').find(({ text }) => text?.includes(reference));
    for (const line of clean.split('\n')) expect(notice?.text).toContain(line.trim());
  }

  async function isFoundAndListed(cookie: string, field: string, reference: string, clean: string) {
    if (field !== 'phone' && field !== 'email') return;
    const page = await deskOf(cookie).list(`?q=${encodeURIComponent(clean)}`);
    expect(list(page, '.case-ref').join()).toContain(reference);
    const taken = await call(
      csvPage,
      postForm('/desk/cases/cases.csv', { q: reference }, { cookie }),
    );
    const shown = field === 'phone' ? listedPhone(clean) : clean;
    expect(await taken.text()).toContain(shown.replaceAll('"', '""'));
  }

  test('is 201 with the cleaned value, or 422 with what to change; mail, search and CSV carry what was kept', async () => {
    const cookie = await signIn(t);
    const fields = fc.constantFrom(...(Object.keys(CLEANED) as Field[]));
    await fc.assert(
      fc.asyncProperty(any, fields, async (values, field) => {
        const sent = makeEnquiry({ [field]: values[field as keyof typeof values] });
        const response = await send(sent);
        expect([201, 422]).toContain(response.status);
        if (response.status === 422) return saysWhatToChange(field, response);
        const { reference } = (await response.json()) as { reference: string };
        const clean = CLEANED[field]?.(String(sent[field])) ?? '';
        await isKept(field, reference, clean);
        isMailed(reference, clean);
        await isFoundAndListed(cookie, field, reference, clean);
      }),
      { numRuns: 100 },
    );
  });
});
