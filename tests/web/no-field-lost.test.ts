import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { bookings, cases, enquiries } from '#data/schema.ts';
import { SEARCHED_TEXTS } from '#data/search-repository.ts';
import { CALL_DETAILS_SCHEMAS } from '#domain/booking/booking.ts';
import { EnquirySchema, KEPT_ENQUIRY } from '#domain/enquiry/enquiry.ts';
import { ofEmail } from '#domain/subject.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { exportOf } from '#services/privacy/export-person.ts';
import { subjectDataOf } from '#services/privacy/subject-data.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { keyIn } from '../support/bookings.ts';
import { below, showCase } from '../support/case-pages.ts';
import { signIn, staffAddressOf } from '../support/desk.ts';
import { deskOf } from '../support/desk-cases.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { type PageRead, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { withWordsInMail } from '../support/staff-words.ts';

// Whatever field a schema has is carried by everything that asks for, keeps or shows an enquiry or a call. No
// field is known here by name: the same form is sent twice with one field different, and what reads the same both
// times has lost that field.

const t = testApp();
withWordsInMail(t);

type Value = string | number | readonly string[];
type Values = Record<string, Value>;
type Shape = Readonly<Record<string, z.ZodType>>;

/** Every choice a field offers, wherever its schema lists them. */
function choicesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { enum: listed, ...rest } = schema as { enum?: string[] };
  return listed ?? Object.values(rest).flatMap(choicesIn);
}

/** A value that a field takes; another in another `turn`. */
function valueFor(field: z.ZodType, turn: number, place: number): Value {
  const choices = choicesIn(z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' }));
  const choice = choices[turn] ?? '';
  const number = 20 + 2 * place + turn;
  const tries = [
    choice,
    [choice],
    `Words ${number}`,
    `address-${number}@example.org`,
    `01632 9600${number}`,
    number,
  ];
  const taken = tries.find((value) => value !== '' && field.safeParse(value).success);
  if (taken === undefined) throw new Error(`None of ${JSON.stringify(tries)} is taken.`);
  return taken;
}

const allOf = (shape: Shape, other?: string): Values =>
  Object.fromEntries(
    Object.entries(shape).map(([name, field], place) => [
      name,
      valueFor(field, name === other ? 1 : 0, place),
    ]),
  );

/** Ids and chance are the same every time, so that nothing differs but what was sent. */
async function afresh(): Promise<void> {
  await t.reset();
  let count = 0;
  t.app.uuid = () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
  t.app.randomBytes = (bytes) => new Uint8Array(bytes).fill(7);
}

/** What people can read and change of a page: hidden fields carry a print of everything, and would carry every field. */
function mainOf({ $ }: PageRead): string {
  const main = $('main').clone();
  main.find('[type="hidden"]').remove();
  return main.html() ?? '';
}

/** What search keeps beside the fields says nothing of whether they are kept themselves; and numbers counted up. */
const DERIVED = ['folded', 'case_words', 'phoneNumber', 'phone_number'];
const COUNTED = ['id', 'place', 'provider_id'];
const LEFT_OUT = [...DERIVED, ...COUNTED];

const asText = (value: unknown) =>
  JSON.stringify(value, (name, held) => (LEFT_OUT.includes(name) ? undefined : held));

/** One form: what it takes, how it is sent, and where its table and the pages to correct it are. */
interface Form {
  shape: Shape;
  /** Sends it; the answer leads to the person's page. */
  send(values: Values): Promise<Response>;
  /** The form before it was sent. */
  blank(): Promise<PageRead>;
  /** The form in which it is corrected. */
  correct(key: string): Promise<PageRead>;
  rows(): Promise<unknown>;
}

/** The form of a call, with a time it is free at. */
const callForm = (kind: keyof typeof CALL_DETAILS_SCHEMAS, start: unknown): Form => ({
  shape: CALL_DETAILS_SCHEMAS[kind].shape,
  send: (values) => call(publicApp, postForm(`/api/${kind}s`, { ...values, start: String(start) })),
  blank: async () =>
    readPage(await call(publicApp, get(`/${kind}/?start=${encodeURIComponent(String(start))}`))),
  async correct(key) {
    const [row] = await t.app.database.select({ id: bookings.id }).from(bookings);
    const [href = ''] = (await showCase(key))
      .$('a[href*="/bookings/"]')
      .toArray()
      .map(({ attribs }) => attribs['href'] ?? '');
    const booking = /bookings\/([^/]+)/.exec(href)?.[1];
    if (!row || !booking) throw new Error('The page of the case leads to no call.');
    return below({ link: `/your-enquiry/${key}/`, booking } as never).showCorrect();
  },
  rows: () => t.app.database.select().from(bookings),
});

/** The fields of a form that take words of a person’s own, a number to ring apart. */
const wordsIn = (shape: Shape) =>
  Object.keys(shape).filter(
    (name) =>
      name !== 'phone' &&
      ['Words 20', 'address-20@example.org'].some((words) => shape[name]?.safeParse(words).success),
  );

test('whatever field of words a form has, cases are found by it', () => {
  expect([...SEARCHED_TEXTS.enquiries].sort()).toEqual(wordsIn(KEPT_ENQUIRY).sort());
  for (const { shape } of Object.values(CALL_DETAILS_SCHEMAS)) {
    expect([...SEARCHED_TEXTS.bookings].sort()).toEqual(wordsIn(shape).sort());
  }
});

const FORMS: Record<string, Form> = {
  enquiry: {
    shape: EnquirySchema.shape,
    send: (values) => call(publicApp, postForm('/api/enquiries', values)),
    blank: async () => readPage(await call(publicApp, get('/enquire/'))),
    correct: async (key) => readPage(await call(publicApp, get(`/your-enquiry/${key}/correct/`))),
    rows: () => t.app.database.select().from(enquiries),
  },
  callback: callForm('callback', makeCallback()['start']),
  'discovery call': callForm('discovery-call', makeDiscoveryCall()['start']),
};

/** Everything that carries what a form said, each as text. */
async function carriers(form: Form, values: Values): Promise<Record<string, string>> {
  await afresh();
  const answer = await form.send(values);
  expect(answer.status, await answer.clone().text()).toBe(303);
  await runJob(t.app, 'deliver');
  const mail = t.mailbox.messages.map(({ email }) => email);
  const key = keyIn(answer.headers.get('location') ?? '');
  const [about] = await t.app.database.select().from(cases);
  const address = Object.values(values).find((value) => String(value).includes('@')) ?? '';
  const { database } = t.app;
  const data = await subjectDataOf(database, ofEmail(String(address)));
  const exported = await exportOf(t.app, database, ofEmail(String(address)), data);
  const cookie = await signIn(t);
  const file = await call(deskApp, postForm('/desk/cases/cases.csv', {}, { cookie }));
  const desk = await deskOf(cookie)
    .about(about?.reference ?? '')
    .show();
  const notices = mail.filter(({ to }) => to.includes(staffAddressOf(t)));
  return {
    'the table': asText(await form.rows()),
    'the notice for staff, as text': asText(notices.map(({ text }) => text)),
    'the notice for staff, as HTML': asText(notices.map(({ html }) => html)),
    'the page of the person': mainOf(await showCase(key)),
    'the form to correct it': mainOf(await form.correct(key)),
    'the page of the case at the desk': mainOf(desk),
    'the CSV file': await file.text(),
    'the export of personal data': asText(exported['cases']),
  };
}

describe.each(Object.entries(FORMS))('a field of the form for a(n) %s', (_, form) => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await carriers(form, allOf(form.shape));
  });

  test('is all that can differ: sent again, everything reads the same', async () => {
    expect(await carriers(form, allOf(form.shape))).toEqual(before);
  });

  test.each(Object.keys(form.shape))(
    '%s is asked for, kept, and shown wherever it belongs',
    async (field) => {
      const after = await carriers(form, allOf(form.shape, field));
      const lost = Object.keys(before).filter((name) => after[name] === before[name]);
      expect(lost).toEqual([]);
      await afresh();
      const asked = (await form.blank()).$(`main form [name="${field}"]:not([type="hidden"])`);
      expect(asked.length).toBeGreaterThan(0);
    },
  );
});

test('an enquiry is read back as it was sent', async () => {
  const { enquiry: form } = FORMS;
  if (!form) throw new Error('There is no form.');
  const values = allOf(form.shape);
  await carriers(form, values);
  const [about] = await t.app.database.select().from(cases);
  const found = await findEnquiry(t.app.database, about?.id ?? '');
  expect(found?.enquiry).toEqual(EnquirySchema.parse(values));
});
