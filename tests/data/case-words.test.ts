import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';

// What a case is found by follows from what is kept about it, whoever writes and in whatever order.

const t = testApp();
const { uuid } = chanceFor('words of cases');

const WORDS = ['alpha', 'beta', 'gamma', '960123'] as const;
const AT = '2026-11-20T10:00:00Z';

const CASE = `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at)
  VALUES ($1::uuid, $2, sha256($1::uuid::text::bytea), $3, $3, $3)`;
const ENQUIRY = `INSERT INTO enquiries (id, case_id, organisation, name, email, interests, folded, created_at)
  VALUES ($1, $2, 'x', 'x', 'x@example.org', '{groups}', $3, $4)`;
const CALL = `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, name, phone, uid, stamp, created_at, folded, cancelled_at)
  VALUES ($1::uuid, $2, sha256($1::uuid::text::bytea), 'callback', '2026-11-24T10:00Z', '2026-11-24T10:30Z', 'x', '01632 960 001', $1::uuid::text, $4, $4, $3, $4)`;

const write = (sql: string, ...values: unknown[]) => t.app.database.query(sql, values);

/** A case with this reference, with nothing in it. */
async function openCase(reference: string): Promise<string> {
  const id = uuid();
  await write(CASE, id, reference, AT);
  return id;
}

const kept = async () =>
  t.app.database.query<{ reference: string; at: Date; states: string; words: string[] }>(
    `SELECT reference, w.last_contact_at AS at, tsvector_to_array(words) AS words,
       concat_ws(' ', w.settled, w.quarantined_at = c.created_at, w.waits_from) AS states
     FROM case_words w JOIN cases c ON c.id = case_id ORDER BY reference`,
  );

const endsOf = (reference: string) =>
  Array.from({ length: 6 }, (_, from) => `#${reference.slice(from)}`);

/** A case, and what is in it: the words of its enquiry and of each call, and when we were last in touch. */
interface Filled {
  id: string;
  reference: string;
  enquiry: readonly string[] | undefined;
  calls: Map<string, readonly string[]>;
  at: Date;
  closed: boolean;
}

type Words = readonly string[] | null;

const folded = (words: Words) => words?.join(' ') ?? null;

/** Everything that is done to what is kept about a case, as far as it can be done. */
const ACTS: Readonly<Record<string, (about: Filled, words: Words) => Promise<void>>> = {
  async enquire(about, words) {
    if (about.enquiry) return;
    await write(ENQUIRY, uuid(), about.id, folded(words), AT);
    about.enquiry = words ?? [];
  },
  async correct(about, words) {
    if (!about.enquiry) return;
    await write('UPDATE enquiries SET folded = $2 WHERE case_id = $1', about.id, folded(words));
    about.enquiry = words ?? [];
  },
  async deleteEnquiry(about) {
    await write('DELETE FROM enquiries WHERE case_id = $1', about.id);
    about.enquiry = undefined;
  },
  async call(about, words) {
    const id = uuid();
    await write(CALL, id, about.id, folded(words), AT);
    about.calls.set(id, words ?? []);
  },
  async correctCall(about, words) {
    for (const id of [...about.calls.keys()].slice(0, 1)) {
      await write('UPDATE bookings SET folded = $2 WHERE id = $1', id, folded(words));
      about.calls.set(id, words ?? []);
    }
  },
  async deleteCall(about) {
    for (const id of [...about.calls.keys()].slice(0, 1)) {
      await write('DELETE FROM bookings WHERE id = $1', id);
      about.calls.delete(id);
    }
  },
  async close(about) {
    about.closed = !about.closed;
    const set = about.closed
      ? "settled = 'closed', quarantined_at = created_at, waits_from = '-infinity', waiting_since = created_at, waits_because = 'wrote'"
      : "settled = 'resting', quarantined_at = NULL, waits_from = NULL, waiting_since = NULL, waits_because = NULL";
    await write(`UPDATE cases SET ${set} WHERE id = $1`, about.id);
  },
  async keepInTouch(about) {
    about.at = new Date(about.at.getTime() + 60_000);
    await write('UPDATE cases SET last_contact_at = $2 WHERE id = $1', about.id, about.at);
  },
};

const REFERENCES = ['KKKKKK22', 'MMMMMM33'];

const empty = async (reference: string): Promise<Filled> => ({
  id: await openCase(reference),
  reference,
  enquiry: undefined,
  calls: new Map(),
  at: new Date(AT),
  closed: false,
});

const expected = ({ reference, at, closed, enquiry = [], calls }: Filled) => ({
  states: closed ? 'closed t -infinity' : 'resting',
  reference,
  at,
  words: [...new Set([...endsOf(reference), ...enquiry, ...[...calls.values()].flat()])].sort(),
});

const step = fc.record({
  at: fc.nat({ max: REFERENCES.length - 1 }),
  act: fc.constantFrom(...Object.keys(ACTS)),
  words: fc.option(fc.subarray([...WORDS]), { nil: null }),
});

test('words and moments are those of what is kept, after anything is written, corrected or deleted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      await write('DELETE FROM cases');
      const cases = await Array.fromAsync(REFERENCES, empty);
      for (const { at, act, words } of steps) {
        const about = cases[at];
        if (about) await ACTS[act]?.(about, words);
      }
      expect(await kept()).toEqual(cases.map(expected));
    }),
    { numRuns: 30 },
  );
});

test('more words than a case can hold are kept as far as they go, the newest first', async () => {
  const id = await openCase('KKKKKK22');
  const long = (from: number) =>
    Array.from({ length: 20_000 }, (_, n) => `會會會${from + n}`).join(' ');
  await write(ENQUIRY, uuid(), id, long(10_000), '2026-11-19T10:00:00Z');
  await write(CALL, uuid(), id, long(40_000), '2026-11-20T10:00:00Z');
  await write(CALL, uuid(), id, `latest ${long(70_000)}`, '2026-11-21T10:00:00Z');
  const [row] = await kept();
  expect(row?.words).toEqual(
    expect.arrayContaining(['latest', '會會會70000', '會會會40000', '#KKK22']),
  );
  expect(row?.words.length).toBeLessThan(60_000);
});

test('a case that is deleted leaves no words', async () => {
  const id = await openCase('KKKKKK22');
  await write(ENQUIRY, uuid(), id, 'alpha', AT);
  await write(CALL, uuid(), id, 'beta', AT);
  await write('DELETE FROM cases WHERE id = $1', id);
  expect(await t.app.database.query('SELECT FROM case_words')).toEqual([]);
});
