import { afterEach, expect, test, vi } from 'vitest';
import { log } from '#services/log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['Job deliver: 1 sent.', 'Job deliver: 1 sent.'],
  [
    'Refusing to run: one is missing.\nAnother is missing.',
    'Refusing to run: one is missing. Another is missing.',
  ],
  ['Fault: Error\r\n    at one\r\n    at other', 'Fault: Error at one at other'],
  ['one\u2028Job erase: 9 erased.', 'one Job erase: 9 erased.'],
])('%j is one entry of the log', (line, written) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  log(line);
  expect(said.mock.calls).toEqual([[written]]);
});
