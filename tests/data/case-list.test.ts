import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CasesPage, findPage, type Listing } from '#data/case-list-repository.ts';
import {
  CASE_FILTERS,
  type CaseFilter,
  PAGE_LENGTH,
  type PageStart,
} from '#domain/desk/cases-query.ts';
import type { Sought } from '#domain/search/query.ts';
import { testApp } from '../support/app.ts';
import { chanceFor } from '../support/chance.ts';

const t = testApp();
const chance = chanceFor('cases of a list');

const NOW = new Date('2026-11-24T10:00:00Z');
const WORDS = ['alpha', 'alder', 'beta'] as const;
const FILTERS = Object.keys(CASE_FILTERS) as CaseFilter[];

/** A case as far as lists and search go; `at`: microseconds, so few that many cases share one. */
const written = fc.record({
  at: fc.integer({ min: 0, max: 9 }),
  sought: fc.boolean(),
  settled: fc.constantFrom('resting', 'closed'),
  quarantined: fc.boolean(),
  complaint: fc.constantFrom(undefined, 'open', 'ended'),
  held: fc.boolean(),
  waits: fc.constantFrom(undefined, 'now', 'later'),
  enquiry: fc.option(fc.subarray([...WORDS]), { nil: undefined }),
  call: fc.option(
    fc.record({
      words: fc.subarray([...WORDS]),
      state: fc.constantFrom('held', 'cancelled', 'in quarantine'),
      day: fc.constantFrom('2026-11-23', '2026-11-25'),
    }),
    { nil: undefined },
  ),
});

type Written = ReturnType<typeof rowOf>;

const instant = (micros: number) => `2026-11-20T10:00:00.00000${micros}Z`;

const rowOf = (
  each: typeof written extends fc.Arbitrary<infer Each> ? Each : never,
  index: number,
) => ({
  ...each,
  id: chance.uuid(),
  reference: `${each.sought ? 'KKK' : 'MMM'}${[...String(10_000 + index)].map((digit) => 'ABCDEFGHJK'[Number(digit)]).join('')}`,
  contact: instant(each.at),
  // No two calls hold the same line at once.
  line: 1 + (index % 31),
  hour: 10 + Math.floor(index / 31),
});

const CASES = `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at, settled, quarantined_at, waits_from, waiting_since, waits_because)
  SELECT id, reference, sha256(reference::bytea), contact, contact, contact, settled, CASE WHEN quarantined THEN contact END,
    CASE waits WHEN 'now' THEN '-infinity'::timestamptz WHEN 'later' THEN '2026-11-24T10:00:00.000001Z' END,
    CASE WHEN waits IS NOT NULL THEN contact END, CASE WHEN waits IS NOT NULL THEN 'wrote' END
  FROM json_to_recordset($1) t (id uuid, reference text, contact timestamptz, settled text, quarantined boolean, waits text)`;

const ENQUIRIES = `INSERT INTO enquiries (id, case_id, organisation, name, email, interests, folded, created_at)
  SELECT id, id, 'x', 'x', 'x@example.org', '{groups}', array_to_string(enquiry, ' '), contact
  FROM json_to_recordset($1) t (id uuid, enquiry text[], contact timestamptz) WHERE enquiry IS NOT NULL`;

const CALLS = `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, line, during, name, phone, uid, stamp, created_at, folded, cancelled_at, quarantined_at)
  SELECT id, id, sha256(reference::bytea), 'callback', at, at + interval '30 minutes',
    CASE state WHEN 'held' THEN line END, CASE state WHEN 'held' THEN tstzrange(at, at + interval '30 minutes') END,
    'x', '01632 960 001', reference, contact, contact, array_to_string(words, ' '),
    CASE state WHEN 'cancelled' THEN contact END, CASE state WHEN 'in quarantine' THEN contact END
  FROM (SELECT id, reference, contact, line, call ->> 'state' AS state, ARRAY(SELECT json_array_elements_text(call -> 'words')) AS words,
      (call ->> 'day')::timestamp AT TIME ZONE 'UTC' + hour * interval '1 hour' AS at
    FROM json_to_recordset($1) t (id uuid, reference text, contact timestamptz, line int, hour int, call json)
    WHERE call IS NOT NULL) calls`;

const COMPLAINTS = `INSERT INTO complaints (case_id, about, received_at, ended_at)
  SELECT id, 'data', contact, CASE complaint WHEN 'ended' THEN contact END
  FROM json_to_recordset($1) t (id uuid, contact timestamptz, complaint text) WHERE complaint IS NOT NULL`;

const HOLDS = `INSERT INTO holds (case_id, reason, look_again, held_at)
  SELECT id, 'x', '2026-12-01', contact
  FROM json_to_recordset($1) t (id uuid, contact timestamptz, held boolean) WHERE held`;

async function write(rows: readonly Written[]): Promise<void> {
  await t.app.database.query('DELETE FROM cases');
  for (const sql of [CASES, ENQUIRIES, CALLS, COMPLAINTS, HOLDS]) {
    await t.app.database.query(sql, [JSON.stringify(rows)]);
  }
}

/** The filters in plain words. */
const LETS: Readonly<Record<CaseFilter, (row: Written) => boolean>> = {
  all: () => true,
  waiting: ({ quarantined, waits }) => !quarantined && waits === 'now',
  quarantine: ({ quarantined, call }) => quarantined || call?.state === 'in quarantine',
  complaints: ({ complaint }) => complaint !== undefined,
  'on-hold': ({ held }) => held,
  closed: (row) => row.settled === 'closed' && !row.quarantined && row.waits !== 'now',
};

/** What is looked for, and whether it is in the words that were sent about a case, or in its reference. */
const SOUGHT: readonly (readonly [
  Sought | undefined,
  (words: readonly string[], row: Written) => boolean,
])[] = [
  [undefined, () => true],
  [{ words: undefined }, () => false],
  [{ words: `'al':*` }, (words) => words.some((word) => /^al/.test(word))],
  [{ words: `('alpha':* & 'be':*)` }, (words) => words.includes('alpha') && words.includes('beta')],
  [{ words: `'#KKK':*` }, (_, { sought }) => sought],
  [{ words: `('#KK':* | 'beta')` }, (words, { sought }) => sought || words.includes('beta')],
];

const latestFirst = (one: Written, other: Written) =>
  other.at - one.at || (one.id < other.id ? -1 : 1);

/** Every page from a start on, by the way it names the next. */
async function pagesFrom(
  start: PageStart,
  way: 'newer' | 'older',
  find: (start: PageStart) => Promise<CasesPage>,
): Promise<CasesPage[]> {
  const pages = [await find(start)];
  for (let next = pages[0]?.[way]; next; next = pages.at(-1)?.[way]) {
    pages.push(await find(next));
    if (pages.length > 9) throw new Error('The pages never end.');
  }
  return pages;
}

const referencesIn = (pages: readonly CasesPage[]) =>
  pages.map(({ cases }) => cases.map(({ reference }) => reference));

const pagesOf = (references: readonly string[]) =>
  Array.from({ length: Math.max(1, Math.ceil(references.length / PAGE_LENGTH)) }, (_, page) =>
    references.slice(page * PAGE_LENGTH, (page + 1) * PAGE_LENGTH),
  );

/** How many of the nearest cases are looked through by themselves: none, a few, so many that a page may be full, all. */
const nearest = fc.constantFrom(0, 4, 40, 2_000);

test('pages hold every case that is asked for once, in order, whichever way it is found and read', async () => {
  const worlds = fc.array(written, { minLength: 20, maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(...SOUGHT),
      nearest,
      async (world, [sought, holds], near) => {
        const rows = world.map(rowOf);
        await write(rows);
        for (const filter of FILTERS) {
          const listing: Listing = { filter, now: NOW, sought };
          const find = (start: PageStart) => findPage(t.app.database, start, listing, near);
          const expected = rows
            .filter(LETS[filter])
            .filter((row) => holds([...(row.enquiry ?? []), ...(row.call?.words ?? [])], row))
            .sort(latestFirst)
            .map(({ reference }) => reference);
          const pages = await pagesFrom('first', 'older', find);
          expect(referencesIn(pages)).toEqual(pagesOf(expected));
          const last = pages.at(-1);
          const back = last?.newer ? await pagesFrom(last.newer, 'newer', find) : [];
          expect(referencesIn(back).reverse()).toEqual(pagesOf(expected).slice(0, -1));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('a case that moves to the top, comes or goes between two pages is neither shown twice nor hides another', async () => {
  const rows = Array.from({ length: 60 }, (_, index) =>
    rowOf(
      {
        at: index % 7,
        sought: false,
        settled: 'resting',
        quarantined: false,
        complaint: undefined,
        held: false,
        waits: undefined,
        enquiry: ['alpha'],
        call: undefined,
      },
      index,
    ),
  );
  await write(rows);
  const inOrder = [...rows].sort(latestFirst);
  const { database } = t.app;
  const listing: Listing = {
    filter: 'all',
    now: NOW,
    sought: { words: `'al':*` },
  };
  const first = await findPage(database, 'first', listing);
  const [shown, moving, going] = [inOrder[3], inOrder[24], inOrder[30]].map((row) => row?.id);
  await database.query('UPDATE cases SET last_contact_at = $2 WHERE id = ANY ($1)', [
    [shown, moving],
    NOW,
  ]);
  await database.query('DELETE FROM cases WHERE id = $1', [going]);
  const next = await findPage(database, first.older ?? 'first', listing);
  expect(referencesIn([next])).toEqual([
    inOrder
      .slice(25, 51)
      .filter(({ id }) => id !== going)
      .map(({ reference }) => reference),
  ]);
});
