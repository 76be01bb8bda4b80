import { expect, test } from 'vitest';
import { telephoneUri } from '#domain/telephone.ts';

test('a number as the settings write it is dialled from anywhere', () => {
  expect(telephoneUri('01632 960 001')).toBe('tel:+441632960001');
});
