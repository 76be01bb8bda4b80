import { count, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cases, digests, messages, narrowings } from '#data/schema.ts';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';

const t = testApp();
const { uuid } = chanceFor('rows queried');

const AT = new Date('2026-11-24T10:00:00.123Z');
const id = uuid();

const aCase = {
  id,
  reference: '23456789',
  keyHash: new Uint8Array(32).fill(7),
  createdAt: AT,
  lastContactAt: AT,
  latestActAt: AT,
};

test('values come back as the type of their column says, by the builder and by SQL', async () => {
  const { database } = t.app;
  const invite = { uid: 'a', list: [1, 'zwei', null] };
  const payload = { from: 'a@example.org', to: ['b@example.org'], subject: '“x”', text: '' };
  await database.transaction(async (tx) => {
    await tx.insert(cases).values({
      ...aCase,
      waitsFrom: '-infinity',
      waitingSince: AT,
      waitsBecause: 'wrote',
    });
    await tx.insert(digests).values({ day: '2026-03-29', madeAt: AT });
    await tx.insert(messages).values({
      id,
      caseId: id,
      kind: 'x',
      audience: 'staff',
      createdAt: AT,
      nextAttemptAt: AT,
      payload,
      invite: invite as never,
    });
  });
  const [row] = await database.select().from(cases);
  expect(row).toMatchObject({ createdAt: AT, waitsFrom: '-infinity', quarantinedAt: null });
  expect(row?.keyHash).toEqual(Buffer.alloc(32, 7));
  expect(await database.select().from(digests)).toEqual([{ day: '2026-03-29', madeAt: AT }]);
  const [message] = await database.select().from(messages);
  expect(message).toMatchObject({ invite, payload, attempts: 0, place: expect.any(Number) });
  expect(await database.select({ n: count() }).from(cases)).toEqual([{ n: 1 }]);
  const found = sql`SELECT ${AT}::timestamptz AS at, count(*) AS n, DATE '2026-10-25' AS day, key_hash, waits_from
    FROM ${cases} WHERE reference = ANY (${sql.param(['23456789', 'x'])}) AND created_at = ${AT}
      AND key_hash = ${aCase.keyHash} GROUP BY key_hash, waits_from`;
  expect(await database.execute(found)).toEqual([
    {
      at: AT,
      n: 1,
      day: '2026-10-25',
      key_hash: row?.keyHash,
      waits_from: Number.NEGATIVE_INFINITY,
    },
  ]);
});

test('a transaction that fails keeps nothing of what its queries wrote', async () => {
  const { database } = t.app;
  const work = database.transaction(async (tx) => {
    await tx.insert(cases).values(aCase);
    expect(await tx.select({ id: cases.id }).from(cases)).toEqual([{ id }]);
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await database.select().from(cases)).toEqual([]);
});

test('what the database refuses comes as its own error, which repeats no value', async () => {
  const { database } = t.app;
  const why = 'words that somebody typed'.repeat(20);
  const span = { firstDay: '2026-11-24', lastDay: '2026-11-24' };
  const row = { id, kind: 'closure', ...span, why, createdAt: AT } as const;
  for (const refused of [
    database.insert(narrowings).values(row),
    database.execute(sql`UPDATE nowhere SET why = ${why}`),
    database.select().from(narrowings).where(eq(sql`nothing`, why)),
  ]) {
    const error: unknown = await refused.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: expect.stringMatching(/^(23514|42P01|42703)$/) });
    expect(String(error)).not.toContain('typed');
  }
});
