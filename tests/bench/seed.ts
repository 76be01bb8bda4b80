import type { App } from '#services/app.ts';
import { openUnhurried } from '../../netlify/dev/database.ts';

/** How many of the bookings lie ahead, whatever the total: what a diary reads is then the same. */
const AHEAD = 1_000;

/** The first `count` half hours the line is open, from a date on, forwards or backwards, on each of so many lines. */
const HALF_HOURS = `
  SELECT line, starts FROM (
    SELECT day + make_interval(mins => 540 + 30 * half) AS wall,
      (day + make_interval(mins => 540 + 30 * half)) AT TIME ZONE 'Europe/London' AS starts
    FROM generate_series($1::timestamp, $2::timestamp, interval '1 day') AS day, generate_series(0, 17) AS half
    WHERE extract(isodow FROM day) < 6
  ) AS half_hours, generate_series(1, $3::int) AS line
  ORDER BY abs(extract(epoch FROM wall - $4::timestamp)), line
  LIMIT $5`;

/** How many bookings a case has: a few each, as a person has, or what reads one case would read them all. */
const OF_A_CASE = 4;

const INSERT_CASES = `
  INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at)
  SELECT id, translate(upper(lpad(to_hex(n), 8, '0')), '01', 'XY'), sha256(id::text::bytea), now(), now(), now()
  FROM (SELECT n, gen_random_uuid() AS id FROM generate_series($1::int, $2::int) AS n) AS numbered`;

const INSERT = `
  INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, line, during, name, phone, uid, stamp, created_at)
  SELECT placed.id, cases.id, sha256(placed.id::text::bytea), CASE WHEN random() < 0.5 THEN 'callback' ELSE 'discovery-call' END,
    starts, starts + interval '30 minutes', line, tstzrange(starts, starts + interval '30 minutes'),
    'A. Person', '01632 960 001', placed.id::text, now(), now()
  FROM (
    SELECT gen_random_uuid() AS id, line, starts, row_number() OVER () - 1 AS nth FROM (${HALF_HOURS}) AS times
  ) AS placed
  JOIN (SELECT id, row_number() OVER () - 1 AS nth FROM cases) AS cases
    ON cases.nth = $6 + placed.nth / ${OF_A_CASE}`;

/**
 * Fills the calendar with so many bookings around the app's now: 1,000 of them in the days that can be
 * booked, on three lines, and the rest in the years before, on five.
 */
export async function seed(app: App, total: number): Promise<void> {
  const { now } = app;
  const database = openUnhurried(app.environment.NETLIFY_DB_URL);
  const today = now().toISOString().slice(0, 10);
  const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString();
  await database.query('TRUNCATE cases CASCADE');
  // The words of a case would be put together again for each of its bookings, and these say nothing that is sought.
  await database.query('ALTER TABLE bookings DISABLE TRIGGER write_case_words');
  await database.query(INSERT_CASES, [1, total / OF_A_CASE]);
  await database.query(INSERT, [day(1), day(41), 3, day(1), AHEAD, 0]);
  const past = total - AHEAD;
  const first = AHEAD / OF_A_CASE;
  if (past > 0) await database.query(INSERT, [day(-17_000), day(-1), 5, day(-1), past, first]);
  await database.query('ALTER TABLE bookings ENABLE TRIGGER write_case_words');
  await database.query('VACUUM ANALYZE');
  // What was written just now would be carried to the disk while requests are timed.
  await database.query('CHECKPOINT');
  await database.close();
}
