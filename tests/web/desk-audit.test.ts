import { describe, expect, test } from 'vitest';
import { insertAudit } from '#data/audit-repository.ts';
import { markOf } from '#services/desk/staff.ts';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { noteOutcome } from '../support/note-outcome.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

const STAFF = 'staff@example.org';
const lines = async (query = '') => list(await show(`/desk/audit/${query}`), 'tbody tr');

describe('the audit', () => {
  test('says who did what when, to which case, and nothing about the person', async () => {
    const { reference } = await sendEnquiry();
    const other = await sendEnquiry({ email: 'other@example.org' });
    await noteOutcome(t, reference, 'spoke');
    t.setNow('2026-11-24T10:05:00Z');
    await post(`/desk/cases/${other.reference}/erase/`, {});
    await insertAudit(t.app.database, {
      ...{ at: t.app.now(), act: 'note, at the desk', reference, actor: markOf(t.app, 'left@x') },
    });
    const page = await show('/desk/audit/');
    expect(list(page, 'tbody tr')).toEqual([
      `10:05amSomeone no longer on the staff listNote, at the desk${reference}`,
      `10:05am${STAFF}Erased at the desk${other.reference} (erased)`,
      `10am${STAFF}Outcome, at the desk${reference}`,
    ]);
    expect(page.$(`tbody a[href="/desk/cases/${reference}/"]`)).toHaveLength(2);
    expect(page.markup).not.toMatch(/A\. Person|person@example|other@example|Example County/);
    expect(await count(t, 'audit')).toBe(3);
  });

  test('is read by the London day, and a long day by the page', async () => {
    const at = (instant: string, act: string) => ({ at: new Date(instant), act });
    await insertAudit(
      t.app.database,
      at('2026-11-20T23:59:00Z', 'first'),
      ...Array.from({ length: 130 }, (_, n) => at('2026-11-23T12:00:00Z', `act ${n + 1}`)),
      at('2026-11-24T00:00:00Z', 'midnight'),
    );
    expect(await lines()).toEqual(['midnightNot staffMidnight']);
    const page = await show('/desk/audit/?day=2026-11-23');
    expect(list(page, 'tbody tr')).toHaveLength(100);
    expect(list(page, '.case-pages a')).toEqual([
      'Earlier this day',
      'Friday 20 November',
      'Tuesday 24 November',
    ]);
    const more = page.$('.case-pages a').first().attr('href') ?? '';
    const rest = list(await show(more), 'tbody tr');
    expect([rest.length, rest.at(-1)]).toEqual([30, 'middayNot staffAct 1']);
    const none = await show('/desk/audit/?day=2026-11-21&before=x');
    expect(textIn(none, '.case-search ~ p')).toBe('Nothing was done on this day.');
  });

  test('is kept for two years', async () => {
    const old = (instant: string) => ({ at: new Date(instant), act: 'old' });
    await insertAudit(t.app.database, old('2024-11-24T09:59:00Z'), old('2024-11-24T10:01:00Z'));
    await eraseOld(t.app);
    expect(await count(t, 'audit')).toBe(1);
  });
});

test('help is one page, and each way it names is there', async () => {
  const page = await show('/desk/help/');
  const paths = page
    .$('.desk-help a')
    .toArray()
    .map((link) => page.$(link).attr('href') ?? '');
  expect(paths.length).toBeGreaterThan(6);
  for (const path of paths) expect((await show(path)).status, path).toBe(200);
});
