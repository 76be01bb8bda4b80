import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type REFUSAL_KINDS, refusalKind } from '#domain/limits/refusal-kind.ts';
import { isUnusual, stretchNoticedAt } from '#domain/limits/unusual-hour.ts';
import { check } from '../support/properties.ts';

const count = fc.nat({ max: 60 });
const limits = fc.record({
  cases: fc.integer({ min: 1, max: 40 }),
  'emails-withheld': fc.integer({ min: 1, max: 40 }),
});

test('an hour is unusual from the number that staff set of either thing on, and stays so with more', () => {
  check(
    'unusual hours',
    fc.property(count, count, limits, (cases, emailsWithheld, set) => {
      const isUsual = cases < set.cases && emailsWithheld < set['emails-withheld'];
      expect(isUnusual({ cases, emailsWithheld }, set)).toBe(!isUsual);
      if (isUsual) return;
      expect(isUnusual({ cases: cases + 1, emailsWithheld }, set)).toBe(true);
      expect(isUnusual({ cases, emailsWithheld: emailsWithheld + 1 }, set)).toBe(true);
    }),
  );
});

test('staff hear of no two hours within one', () => {
  check(
    'stretches of unusual hours',
    fc.property(fc.nat({ max: 4e12 }), (now) => {
      const { from, until } = stretchNoticedAt(now);
      expect([now - from, until - now]).toEqual([3_600_000, 3_600_000]);
    }),
  );
});

test.each<[status: number, path: string, kind: keyof typeof REFUSAL_KINDS | undefined]>([
  [403, '/api/enquiries', 'another site'],
  [403, '/desk/cases/22222222/erase/', 'another site'],
  [429, '/api/slots', 'too much'],
  [401, '/desk/cases/22222222/note/', 'signed out'],
  [401, '/api/webhooks/resend', 'bad signature'],
  [401, '/api/deliver', 'bad signature'],
  [404, '/your-enquiry/key/', 'dead link'],
  [404, '/your-call/key/', 'dead link'],
  [404, '/api/bookings/key/cancel', 'dead link'],
  [404, '/api/calendar/key.ics', 'dead link'],
  [404, '/desk/sign-in/key/', 'dead link'],
  [410, '/desk/sign-in/key/', 'dead link'],
  [404, '/your-enquiry/', undefined],
  [404, '/desk/cases/22222222/', undefined],
  [404, '/nothing/', undefined],
  [200, '/desk/', undefined],
  [303, '/desk/', undefined],
  [409, '/api/discovery-calls', undefined],
  [422, '/api/enquiries', undefined],
  [503, '/api/enquiries', undefined],
])('%i at %s is counted as %s', (status, path, kind) => {
  expect(refusalKind(status, path)).toBe(kind);
});
