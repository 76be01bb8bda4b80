import { expect } from 'vitest';
import { OUTCOME_NAMES } from '#domain/desk/outcomes.ts';
import { runJob } from '#services/jobs/jobs.ts';
import type { World } from './world.ts';

/** One of the cases of which a condition holds. */
async function someCase(world: World, where: string): Promise<string | undefined> {
  const rows = await world.t.app.database.query<{ reference: string }>(
    `SELECT reference FROM cases c WHERE ${where} ORDER BY reference`,
  );
  return world.pick(rows)?.reference;
}

/** When staff last acted in a case, as its timeline has it. */
async function actedAt({ t }: World, reference: string): Promise<number> {
  const [row] = await t.app.database.query<{ at: Date }>(
    `SELECT max(a.at) AS at FROM case_acts a JOIN cases c ON c.id = a.case_id WHERE c.reference = $1`,
    [reference],
  );
  return row?.at.getTime() ?? 0;
}

export async function outcome(world: World): Promise<void> {
  const reference = await someCase(world, 'quarantined_at IS NULL');
  const noted = world.pick(OUTCOME_NAMES);
  if (!reference || !noted) return;
  const path = `/desk/cases/${reference}/outcome/`;
  expect((await world.desk(path, { outcome: noted.replaceAll(' ', '-') })).status).toBe(303);
  const at = await actedAt(world, reference);
  world.note(reference, { by: 'staff', did: 'outcome', outcome: noted, at, undone: false });
}

export async function undo(world: World): Promise<void> {
  const reference = await someCase(
    world,
    `EXISTS (SELECT FROM case_acts a WHERE a.case_id = c.id AND a.act = 'outcome' AND a.undone_at IS NULL)`,
  );
  if (!reference) return;
  const path = `/desk/cases/${reference}/undo/`;
  const { page } = await world.desk(path);
  const seen = page.$('input[name=seen]').attr('value') ?? '';
  expect((await world.desk(path, { seen })).status).toBe(303);
  const latest = (world.seen.get(reference) ?? []).findLast(
    (one) => one.by === 'staff' && one.did === 'outcome' && !one.undone,
  );
  if (latest?.by === 'staff' && latest.did === 'outcome') latest.undone = true;
}

export async function release(world: World): Promise<void> {
  const reference = await someCase(world, 'quarantined_at IS NOT NULL');
  if (reference) await world.desk(`/desk/cases/${reference}/release/`, {});
}

/** Cancels the next call there is. */
export async function cancelNext(world: World): Promise<void> {
  const [row] = await world.t.app.database.query<{ id: string; reference: string }>(
    `SELECT b.id, c.reference FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.during IS NOT NULL AND b.starts_at > $1 ORDER BY b.starts_at LIMIT 1`,
    [world.t.app.now()],
  );
  if (!row) return;
  const path = `/desk/cases/${row.reference}/calls/${row.id}/cancel/`;
  const { page } = await world.desk(path);
  const start = page.$('input[name=start]').attr('value') ?? '';
  expect((await world.desk(path, { start, wantedBy: 'us' })).status).toBe(303);
  const at = await actedAt(world, row.reference);
  world.note(row.reference, { by: 'staff', did: 'answered', at });
}

/** Blocks the day of the next call, or another, whole. */
export async function block(world: World): Promise<void> {
  const now = world.t.app.now();
  const [call] = await world.t.app.database.query<{ day: string }>(
    `SELECT (starts_at AT TIME ZONE 'Europe/London')::date::text AS day FROM bookings
     WHERE during IS NOT NULL AND starts_at > $1 ORDER BY starts_at LIMIT 1`,
    [now],
  );
  const soon = new Date(now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  const date = call && world.often(0.8) ? call.day : soon;
  const { status } = await world.desk('/desk/times/block/', {
    from: date,
    much: 'day',
    step: 'set',
  });
  if (status === 303) world.met.add('block');
}

/** Time passes, or the clock goes back an hour; reminders go out. */
export async function pass(world: World): Promise<void> {
  if (world.often(0.15)) {
    world.wait(-3_600_000);
    world.met.add('clock back');
  } else {
    world.wait(world.someTime());
  }
  await runJob(world.t.app, 'remind');
}
