import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../netlify/dev/in-turn.ts';

/** Works that are begun in their turn and go on until each is ended. */
function works(most: number, longestMs = 60_000) {
  const turn = inTurn(most, longestMs);
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const start = (nth: number) =>
    turn(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(nth);
          ends.set(nth, (error) => (error ? reject(error) : resolve(nth)));
        }),
    );
  return { begun, start, end: (nth: number, error?: Error) => ends.get(nth)?.(error) };
}

test('no more go on at once than may, and the others begin in the order they came', async () => {
  const { begun, start, end } = works(2);
  const all = [1, 2, 3, 4].map(start);
  await soon();
  expect(begun).toEqual([1, 2]);
  end(2);
  await soon();
  expect(begun).toEqual([1, 2, 3]);
  for (const nth of [1, 3]) end(nth);
  await soon();
  expect(begun).toEqual([1, 2, 3, 4]);
  end(4);
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
});

test('one that breaks leaves its place to the next', async () => {
  const { begun, start, end } = works(1);
  const [first, second] = [start(1), start(2)];
  await soon();
  end(1, new Error('broke'));
  await expect(first).rejects.toThrow('broke');
  await soon();
  expect(begun).toEqual([1, 2]);
  end(2);
  expect(await second).toBe(2);
});

test('whoever has waited for long enough goes in beside the others', async () => {
  const { begun, start, end } = works(1, 20);
  const all = [start(1), start(2), start(3)];
  await expect.poll(() => begun).toEqual([1, 2, 3]);
  end(1);
  await soon();
  const last = start(4);
  await soon();
  expect(begun, 'two are still more than may').toEqual([1, 2, 3]);
  for (const nth of [2, 3]) end(nth);
  await soon();
  end(4);
  expect(await Promise.all([...all, last])).toEqual([1, 2, 3, 4]);
});
