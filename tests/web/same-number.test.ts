import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();

const FORM = '3f6f3c5e-6d0e-4c8e-9a53-0d6c1c2f4b11';

const send = async (path: string, values: Record<string, unknown>) => {
  const typed = { ...values, form: FORM } as Record<string, string>;
  expect((await call(publicApp, postForm(path, typed))).status).toBe(303);
};

/** One number, as people write it. */
const ONE_NUMBER = [
  '+44 7700 900123',
  '(+44) 07700 900123',
  '+44 (0)7700 900123',
  '0044 7700 900 123',
  '4407700900123',
  '07700.900.123',
  '\u202D07700 900123\u202C',
  'mob. 07700 900123',
  '０７７００　９００１２３',
  '7700 900123',
];

describe.each([
  ['an enquiry', '/api/enquiries', makeEnquiry],
  ['a callback', '/api/callbacks', makeCallback],
])('%s sent twice from one page', (_, path, make) => {
  test.each(ONE_NUMBER)('with 07700 900123 and then %s is one person’s', async (phone) => {
    await send(path, make({ phone: '07700 900123' }));
    await send(path, make({ phone }));
    expect(await count(t, 'cases')).toBe(1);
  });

  test.each(['07700 900124', '07700 900123 ext 12', '+39 07700 900123', '01632 960001'])(
    'with 07700 900123 and then %s is two people’s',
    async (phone) => {
      const other = path.endsWith('callbacks') ? { start: '2026-11-25T12:00:00+00:00' } : {};
      await send(path, make({ phone: '07700 900123' }));
      await send(path, make({ phone, ...other }));
      expect(await count(t, 'cases')).toBe(2);
    },
  );
});
