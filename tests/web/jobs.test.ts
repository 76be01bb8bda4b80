import { describe, expect, test } from 'vitest';
import { deleteWhatIsOver } from '#data/retention-repository.ts';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { JOBS, type JobName, runJob } from '#services/jobs/jobs.ts';
import { makeTimingToken } from '#web/http/timing-token.ts';
import { publicApp } from '#web/public-app.ts';
import jobDeliver from '../../netlify/functions/job-deliver.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, count, keyIn } from '../support/bookings.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { setReadOnly } from '../support/read-only.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

const references = async () =>
  (await t.app.database.query<{ reference: string }>('SELECT reference FROM cases')).map(
    ({ reference }) => reference,
  );

describe('erasing what was kept long enough', () => {
  test('takes a case 12 months after the last contact, and not a day before', async () => {
    const first = (await (
      await call(publicApp, postJson('/api/enquiries', makeEnquiry()))
    ).json()) as { reference: string };
    t.setNow('2027-11-24T09:59:59Z');
    expect(await eraseOld(t.app)).toBe(0);
    t.setNow('2027-11-24T10:00:01Z');
    expect(await eraseOld(t.app)).toBe(1);
    expect(await eraseOld(t.app)).toBe(0);
    expect(await references()).toEqual([]);
    const audit = await t.app.database.query('SELECT act, reference FROM audit');
    expect(audit).toEqual([{ act: 'kept long enough', reference: first.reference }]);
  });

  test('takes what is in quarantine after 7 days', async () => {
    const token = makeTimingToken(t.app.environment.LINK_SECRET, t.app.now());
    await call(publicApp, postForm('/api/enquiries', { ...makeEnquiry(), t: token } as never));
    t.setNow('2026-12-01T09:59:00Z');
    expect(await eraseOld(t.app)).toBe(0);
    t.setNow('2026-12-01T10:01:00Z');
    expect(await eraseOld(t.app)).toBe(1);
    expect(await references()).toEqual([]);
  });

  test('takes a call in quarantine out of a case that stays', async () => {
    const sent = await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    const { link, reference } = (await sent.json()) as { link: string; reference: string };
    const trapped = makeCallback({ case: keyIn(link), 'leave-empty': 'x', name: 'Trapped' });
    expect((await bookCallback(trapped)).status).toBe(202);
    t.setNow('2026-12-01T09:59:00Z');
    await eraseOld(t.app);
    expect(await count(t, 'bookings')).toBe(1);
    t.setNow('2026-12-01T10:01:00Z');
    await eraseOld(t.app);
    expect(await count(t, 'bookings')).toBe(0);
    expect(await references()).toEqual([reference]);
    const audit = await t.app.database.query('SELECT act, reference FROM audit');
    expect(audit).toEqual([{ act: 'call quarantined long enough', reference }]);
  });

  test('goes on with another case when one cannot be erased, and says so at the end', async () => {
    for (const name of ['A', 'B', 'C'])
      await call(publicApp, postJson('/api/enquiries', makeEnquiry({ name })));
    const [first] = await references();
    t.setNow('2027-12-01T10:00:00Z');
    await t.app.database.query(`
      CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'stays' USING ERRCODE = '22000'; END $$;
      CREATE TRIGGER stays BEFORE DELETE ON cases FOR EACH ROW
        WHEN (OLD.reference = '${first}') EXECUTE FUNCTION stay()`);
    await expect(eraseOld(t.app)).rejects.toThrow('stays');
    await t.app.database.query('DROP FUNCTION stay CASCADE');
    expect(await references()).toEqual([first]);
    expect(await eraseOld(t.app)).toBe(1);
  });

  test('stops when its time is over, and the next run takes the rest', async () => {
    for (const name of ['A', 'B'])
      await call(publicApp, postJson('/api/enquiries', makeEnquiry({ name })));
    t.setNow('2027-12-01T10:00:00Z');
    expect(await eraseOld(t.app, performance.now())).toBe(0);
    expect(await references()).toHaveLength(2);
    expect(await eraseOld(t.app)).toBe(2);
  });

  test('deletes what is over in batches, to the last row', async () => {
    await t.app.database.query(`
      INSERT INTO audit (at, act) SELECT '2020-01-01'::timestamptz + n * interval '1 minute', 'opened the desk'
      FROM generate_series(1, 25) AS n`);
    const batches: boolean[] = [];
    do batches.push(await deleteWhatIsOver(t.app.database, t.app.now(), 10));
    while (batches.at(-1));
    expect(batches).toEqual([true, true, false]);
    expect(await count(t, 'audit')).toBe(0);
  });

  test('leaves no word of the enquirer in any table', async () => {
    await call(publicApp, postJson('/api/enquiries', makeEnquiry({ message: 'Remember this' })));
    t.setNow('2028-01-01T00:00:00Z');
    await eraseOld(t.app);
    const tables = await t.app.database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await t.app.database.query(`SELECT * FROM ${name}`));
      expect(rows, name).not.toMatch(/person@example|Example County|Remember this/);
    }
  });
});

describe('the rate limit', () => {
  test('counts posts by address and minute, says how long to wait, and keeps no address', async () => {
    t.app.environment.RATE_LIMIT = 2;
    const post = (name: string, ip: string) =>
      call(publicApp, postForm('/api/enquiries', makeEnquiry({ name }) as never), ip);
    const statuses = [];
    for (const name of ['A', 'B', 'C']) statuses.push((await post(name, '192.0.2.7')).status);
    expect(statuses).toEqual([303, 303, 429]);
    const limited = await post('D. Person', '192.0.2.7');
    expect(limited.headers.get('retry-after')).toBe('60');
    expect(await limited.text()).toContain('value="D. Person"');
    expect((await post('E', '192.0.2.8')).status).toBe(303);
    t.setNow('2026-11-24T10:01:00Z');
    expect((await post('F', '192.0.2.7')).status).toBe(303);
    t.app.environment.RATE_LIMIT = 0;
    const kept = JSON.stringify(
      await t.app.database.query(`SELECT encode(address_hash, 'escape') FROM post_counts`),
    );
    expect(kept).not.toContain('192.0.2');
  });

  test('forgets counts after two minutes', async () => {
    t.app.environment.RATE_LIMIT = 5;
    await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    t.setNow('2026-11-24T10:03:01Z');
    await call(publicApp, postJson('/api/enquiries', makeEnquiry({ name: 'B' })));
    t.app.environment.RATE_LIMIT = 0;
    const [row] = await t.app.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM post_counts',
    );
    // One of its connection, and one of everyone.
    expect(row?.n).toBe(2);
  });
});

describe('health', () => {
  const names = Object.keys(JOBS) as JobName[];
  const look = async () => {
    const answer = await call(publicApp, get('/api/health'));
    return [answer.status, ((await answer.json()) as { late: string[] }).late] as const;
  };

  test('is well when every schedule has run in its time, and else names the late ones', async () => {
    expect(await look()).toEqual([503, names]);
    for (const name of names) await runJob(t.app, name);
    expect(await look()).toEqual([200, []]);
    // Three hours lie between two sweeps at night, and twenty minutes are a deploy’s.
    t.setNow('2026-11-24T13:20:00Z');
    expect(await look()).toEqual([200, []]);
    t.setNow('2026-11-24T13:21:00Z');
    await runJob(t.app, 'remind');
    expect(await look()).toEqual([503, ['deliver']]);
    await call(jobDeliver as never, get('/'));
    expect(await look()).toEqual([200, []]);
  });

  const asked = async () => {
    const answer = await call(publicApp, get('/api/health'));
    return [answer.status, await answer.json()] as const;
  };
  const runAll = async () => {
    for (const name of names) await runJob(t.app, name);
  };

  test('is shallow when asked to be, and wakes no database', async () => {
    const before = t.app.database.lastUsed();
    const answer = await call(publicApp, get('/api/health?shallow'));
    expect([answer.status, await answer.json()]).toEqual([200, { functions: 'answer' }]);
    expect(t.app.database.lastUsed()).toBe(before);
  });

  test('says when mail has waited for more than an hour and a half', async () => {
    t.mailbox.setFaults({ rate: { status500: 1 } });
    await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    t.setNow('2026-11-24T11:29:00Z');
    await runAll();
    expect(await asked()).toEqual([200, { database: 'answers', late: [] }]);
    t.setNow('2026-11-24T11:31:00Z');
    expect(await asked()).toEqual([503, { database: 'answers', late: [], mail: 'overdue' }]);
    t.mailbox.setFaults({ clear: true });
    t.setNow('2026-11-24T13:31:00Z');
    await runAll();
    expect(await asked()).toEqual([200, { database: 'answers', late: [] }]);
  });

  test('says for an hour that mail was given up', async () => {
    await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    await t.app.database.query('UPDATE messages SET failed_at = $1, sent_at = NULL', [
      '2026-11-24T10:00:00Z',
    ]);
    await runAll();
    expect(await asked()).toEqual([503, { database: 'answers', late: [], mail: 'given up' }]);
    t.setNow('2026-11-24T11:01:00Z');
    await runAll();
    expect(await asked()).toEqual([200, { database: 'answers', late: [] }]);
  });

  test('writes to see whether it can, and leaves nothing behind', async () => {
    await runAll();
    const runs = () => t.app.database.query('SELECT job FROM job_runs ORDER BY job');
    const before = await runs();
    expect((await asked())[0]).toBe(200);
    expect(await runs()).toEqual(before);
    await setReadOnly(t.app.database, true);
    const readOnly = await asked();
    await setReadOnly(t.app.database, false);
    expect(readOnly).toEqual([503, { database: 'is read-only', late: [] }]);
  });
});
