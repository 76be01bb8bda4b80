import { expect, test } from 'vitest';
import { callerUri, telephoneUri } from '#domain/telephone.ts';

test('the number of the line is dialled from anywhere', () => {
  expect(telephoneUri('01632 960 001')).toBe('tel:+441632960001');
});

test.each([
  ['01632 960 001', 'tel:+441632960001'],
  ['(01632) 960-001', 'tel:+441632960001'],
  ['+44 1632 960001', 'tel:+441632960001'],
  ['+44 (0) 1632 960 001', 'tel:+441632960001'],
  ['+44(0)1632960001 x 12', 'tel:+441632960001;ext=12'],
  ['0044 1632 960001', 'tel:+441632960001'],
  ['01632 960 001X7', 'tel:+441632960001;ext=7'],
  ['+1 202 555 0100', 'tel:+12025550100'],
  ['960001', 'tel:960001'],
])('the number somebody gave as "%s" is dialled as %s', (typed, uri) => {
  expect(callerUri(typed)).toBe(uri);
});
