import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../support/properties.ts';
import { areaUnderCurve } from '../timing/area-under-curve.ts';

const times = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 });

test('what tells known addresses from unknown ones is measured as every pair compared would', () => {
  check(
    'the area under the curve',
    fc.property(times, times, (one, other) => {
      const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
      const share = wins.reduce((sum, win) => sum + win, 0) / wins.length;
      expect(areaUnderCurve(one, other)).toBeCloseTo(share, 10);
    }),
  );
});
