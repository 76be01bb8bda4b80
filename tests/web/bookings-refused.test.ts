import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, count } from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';

const t = testApp();

interface Problem {
  title: string;
  detail: string;
  errors?: { field: string; message: string }[];
  slots?: unknown[];
}

async function expectNothingSaved() {
  for (const table of ['cases', 'bookings', 'submissions', 'messages']) {
    expect(await count(t, table)).toBe(0);
  }
  expect(t.mailbox.messages).toEqual([]);
}

const NEVER = [
  ['a Saturday', '2026-11-28T11:00:00+00:00', 'closed on Saturday 28 November'],
  ['a Sunday', '2026-11-29T11:00:00+00:00', 'closed on Sunday'],
  ['8:59am', '2026-11-25T08:59:00+00:00', 'Choose a time from 9am to 5:30pm'],
  ['8:30am', '2026-11-25T08:30:00+00:00', 'Choose a time from 9am to 5:30pm'],
  ['5:31pm', '2026-11-25T17:31:00+00:00', 'a call ends by then'],
  ['6pm', '2026-11-25T18:00:00+00:00', 'a call ends by then'],
  ['Christmas Day', '2026-12-25T11:00:00+00:00', 'closed on Friday 25 December'],
  ['the Boxing Day substitute', '2026-12-28T11:00:00+00:00', 'closed on Monday 28 December'],
  ['a time between slots', '2026-11-25T11:10:00+00:00', 'on the hour and half hour'],
  ['a second past the hour', '2026-11-25T11:00:01+00:00', 'on the hour and half hour'],
  ['five years ahead', '2031-11-25T11:00:00+00:00', 'further ahead than we book'],
  ['the day after the horizon', '2027-01-05T11:00:00+00:00', 'up to Monday 4 January'],
  ['a year nobody knows', '2126-11-25T11:00:00+00:00', 'years 2020 to 2049'],
  ['words', 'tomorrow at eleven', 'Write the time with its date and offset'],
  ['a date that is none', '2026-02-30T11:00:00+00:00', 'Write the time with its date and offset'],
  ['no offset', '2026-11-25T11:00:00', 'Write the time with its date and offset'],
  ['summer’s offset in winter', '2026-11-25T12:00:00+01:00', 'in winter London keeps UTC'],
  ['somewhere else’s offset', '2026-11-25T06:00:00-05:00', 'The offset is not London’s'],
  ['a number', 1795000000000, 'Choose a time'],
  ['nothing', undefined, 'Choose a time'],
] as const;

describe('a time that can never be had is a 422 that says why, and nothing is saved', () => {
  test.each(NEVER)('%s', async (_, start, says) => {
    for (const response of [
      await bookCallback(makeCallback({ start })),
      await bookDiscoveryCall(makeDiscoveryCall({ start })),
    ]) {
      expect(response.status).toBe(422);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const { errors } = (await response.json()) as Problem;
      expect(errors).toEqual([{ field: 'start', message: expect.stringContaining(says) }]);
    }
    await expectNothingSaved();
  });

  test('winter’s Z in summer', async () => {
    t.setNow('2027-06-01T09:00:00Z');
    const response = await bookCallback(makeCallback({ start: '2027-06-02T10:00:00Z' }));
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as Problem;
    expect(errors?.[0]?.message).toContain('2027-06-02T11:00:00+01:00');
    await expectNothingSaved();
  });
});

describe('a time that may have been free a moment ago is a 409 with the nearest that are, and nothing is saved', () => {
  test.each([
    ['has passed', '2026-11-24T09:30:00+00:00', 'has passed'],
    ['passed a year ago', '2025-11-24T11:00:00+00:00', 'has passed'],
    ['is too soon', '2026-11-24T10:30:00+00:00', 'notice'],
  ])('because it %s', async (_, start, says) => {
    for (const response of [
      await bookCallback(makeCallback({ start })),
      await bookDiscoveryCall(makeDiscoveryCall({ start })),
    ]) {
      expect(response.status).toBe(409);
      const { detail, slots } = (await response.json()) as Problem;
      expect(detail).toContain(says);
      expect(slots).toHaveLength(6);
    }
    await expectNothingSaved();
  });
});

test('notice is open minutes: an hour for a callback, a whole open day for a discovery call', async () => {
  const statuses = async (start: string) => [
    (await bookCallback(makeCallback({ start }))).status,
    (await bookDiscoveryCall(makeDiscoveryCall({ start, email: 'b@example.org' }))).status,
  ];
  expect(await statuses('2026-11-24T11:00:00+00:00')).toEqual([201, 409]);
  expect(await statuses('2026-11-25T09:30:00+00:00')).toEqual([201, 409]);
  expect(
    (await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-25T10:00:00+00:00' }))).status,
  ).toBe(201);
});

test('the last day of the horizon can be booked', async () => {
  t.setNow('2026-11-23T10:00:00Z');
  const start = '2027-01-03T11:00:00+00:00';
  expect((await bookCallback(makeCallback({ start }))).status).toBe(422);
  t.setNow('2026-11-24T10:00:00Z');
  const monday = '2027-01-04T11:00:00+00:00';
  expect((await bookCallback(makeCallback({ start: monday }))).status).toBe(201);
});

const NO_FIELDS: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['no name', { name: undefined }, 'name'],
  ['a name that nobody can see', { name: '\u200B' }, 'name'],
  ['a name of 201 characters', { name: 'A'.repeat(201) }, 'name'],
  ['no phone', { phone: undefined }, 'phone'],
  ['letters for a phone', { phone: 'ring me' }, 'phone'],
  ['a phone of 31 characters', { phone: '0'.repeat(31) }, 'phone'],
  ['an email that is none', { email: 'person@example' }, 'email'],
  ['a topic of 201 characters', { topic: 'A'.repeat(201) }, 'topic'],
  ['a field nobody asked for', { colour: 'green' }, 'colour'],
  ['a case that is a number', { case: 7 }, 'case'],
];

describe('a call that cannot be taken as it stands', () => {
  test.each(NO_FIELDS)('%s is a 422 that names the field', async (_, overrides, field) => {
    const response = await bookCallback(makeCallback(overrides));
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as Problem;
    expect(errors?.map((error) => error.field)).toEqual([field]);
    await expectNothingSaved();
  });

  test.each(['email', 'organisation'])('a discovery call needs %s', async (field) => {
    const response = await bookDiscoveryCall(makeDiscoveryCall({ [field]: undefined }));
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as Problem;
    expect(errors?.map((error) => error.field)).toEqual([field]);
  });
});
