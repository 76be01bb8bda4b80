import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#data/client.ts';
import { CommitUnknownError, causeOf, type DatabaseUnavailableError } from '#data/errors.ts';
import { type BehindProxy, openBehindProxy } from '../support/behind-proxy.ts';
import type { CommitCut } from '../support/commit-proxy.ts';
import { isCommit, messageReader } from '../support/postgres-messages.ts';

let cut: CommitCut | undefined;
let refusedWith: string | undefined;
let behind: BehindProxy;

beforeAll(async () => {
  behind = await openBehindProxy({
    atCommit: () => {
      const now = cut;
      cut = undefined;
      return now;
    },
    atStart: () => refusedWith,
  });
  await behind.database.query('CREATE TABLE kept (word text)');
});
beforeEach(() => {
  cut = undefined;
  refusedWith = undefined;
});
afterAll(() => behind.close());

const keep = (word: string) =>
  behind.database.transaction((tx) => tx.query('INSERT INTO kept VALUES ($1)', [word]));

/** How often a word is kept, asked again where the connection that was cut is borrowed first. */
async function kept(word: string): Promise<number> {
  const ask = () => behind.database.query('SELECT FROM kept WHERE word = $1', [word]);
  return (await ask().catch(ask)).length;
}

test('nothing is in the way of a transaction nothing is said of', async () => {
  const before = behind.proxy.committed();
  await keep('whole');
  expect(await kept('whole')).toBe(1);
  expect(behind.proxy.committed() - before).toBe(1);
});

test('a cut before COMMIT leaves nothing, and nobody knows', async ({ skip }) => {
  skip(!behind.isServer, 'The embedded database rolls nothing back when its connection is lost.');
  cut = 'before';
  await expect(keep('before')).rejects.toThrow(CommitUnknownError);
  expect(await kept('before')).toBe(0);
  expect(behind.proxy.cuts.before).toBe(1);
});

test('a cut before the answer to COMMIT leaves everything, and nobody knows', async () => {
  const before = behind.proxy.committed();
  cut = 'unanswered';
  await expect(keep('unanswered')).rejects.toThrow(CommitUnknownError);
  expect(await kept('unanswered')).toBe(1);
  expect(behind.proxy.cuts.unanswered).toBe(1);
  expect(behind.proxy.committed() - before).toBe(1);
});

test('a cut after the answer leaves everything, and it is known', async () => {
  cut = 'after';
  await keep('after');
  expect(await kept('after')).toBe(1);
  expect(behind.proxy.cuts.after).toBe(1);
});

test('a refused connection says with which code', async () => {
  refusedWith = '53300';
  const database = openDatabase(behind.proxy.url, 1);
  const error: unknown = await database.query('SELECT 1').catch((refusal: unknown) => refusal);
  await database.close();
  expect(causeOf(error as DatabaseUnavailableError)).toBe('53300');
});

/** A typed message of the protocol. */
const messageOf = (type: string, text: string) => {
  const head = Buffer.from(`${type}\0\0\0\0`);
  head.writeInt32BE(text.length + 5, 1);
  return Buffer.concat([head, Buffer.from(`${text}\0`)]);
};

test('messages are read the same however they are cut up on their way', () => {
  const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);
  const texts = fc.array(fc.constantFrom('BEGIN', 'COMMIT', 'commit', 'SELECT 1', 'COMMIT; x'));
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 7 }), (sent, step) => {
      const stream = Buffer.concat([startup, ...sent.map((text) => messageOf('Q', text))]);
      const reader = messageReader('client');
      const read = Array.from({ length: Math.ceil(stream.length / step) }, (_, index) =>
        reader.read(stream.subarray(index * step, (index + 1) * step)),
      ).flat();
      expect(Buffer.concat(read.map(({ bytes }) => bytes))).toEqual(stream);
      expect(read.filter(isCommit)).toHaveLength(
        sent.filter((text) => text.toUpperCase() === 'COMMIT').length,
      );
    }),
  );
});
