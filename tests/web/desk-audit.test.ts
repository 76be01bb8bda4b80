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
const { show, post, signInAgain } = deskVisit(t);

const STAFF = 'staff@example.org';
const lines = async (query = '') => list(await show(`/desk/audit/${query}`), '.audit-lines li');

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
    expect(list(page, '.audit-lines li')).toEqual([
      `10:05am Someone no longer on the staff list Note, at the desk ${reference}`,
      `10:05am ${STAFF} Erased at the desk ${other.reference} (erased)`,
      `10am ${STAFF} Outcome, at the desk ${reference}`,
    ]);
    expect(page.$(`.audit-lines a[href="/desk/cases/${reference}/"]`)).toHaveLength(2);
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
    expect(await lines()).toEqual(['midnight Not staff Midnight']);
    const page = await show('/desk/audit/?day=2026-11-23');
    expect(list(page, '.audit-lines li')).toHaveLength(100);
    expect(list(page, '.case-pages a')).toEqual([
      'Earlier this day',
      'Friday 20 November',
      'Tuesday 24 November',
    ]);
    const more = page.$('.case-pages a').first().attr('href') ?? '';
    const rest = list(await show(more), '.audit-lines li');
    expect([rest.length, rest.at(-1)]).toEqual([30, 'midday Not staff Act 1']);
    const none = await show('/desk/audit/?day=2026-11-21&before=x');
    expect(textIn(none, '.audit-ask ~ p + p')).toBe('Nothing was done on this day.');
  });

  test('of one case is every day of it, with who opened it, from a link at the case', async () => {
    const { reference } = await sendEnquiry();
    const other = await sendEnquiry({ email: 'other@example.org' });
    const path = `/desk/cases/${reference}/`;
    const link = (await show(path)).$('.case-acts a:contains("Who has looked at this case")');
    await show(`/desk/cases/${other.reference}/`);
    t.setNow('2026-11-25T10:00:00Z');
    await signInAgain();
    await show(`${path}held/`);
    const page = await show(link.attr('href') ?? '');
    expect(list(page, '.audit-lines li')).toEqual([
      `Wednesday 25 November, 10am ${STAFF} Everything held in it opened, to print or send ${reference}`,
      `Tuesday 24 November, 10am ${STAFF} Case looked at ${reference}`,
    ]);
    expect(textIn(page, '.audit-ask ~ .lede')).toContain('A. Person, Example County Council');
    expect(await lines(`?case=${reference.toLowerCase()}&day=2026-11-24`)).toHaveLength(1);
  });

  test('of what is no reference lists nothing, and says that it holds no names', async () => {
    await sendEnquiry();
    await show(`/desk/cases/${(await sendEnquiry({ email: 'other@example.org' })).reference}/`);
    expect(await lines()).toHaveLength(1);
    for (const query of ['', '&day=2026-11-24', `&who=${encodeURIComponent(STAFF)}`]) {
      const page = await show(`/desk/audit/?case=${encodeURIComponent('A. Person')}${query}`);
      expect(list(page, '[role="status"]')).toEqual([
        '“A. Person” is not a reference, so nothing was looked for.',
      ]);
      expect(page.$('.audit-lines, .case-pages')).toHaveLength(0);
      expect(textIn(page, '[role="status"] + p')).toContain('references and no names');
      const find = page.$('[role="status"] + p a').attr('href') ?? '';
      expect(list(await show(find), '.case-who')).toHaveLength(2);
    }
  });

  test('is led to from the page of a reference that no case has, and from no other', async () => {
    const { reference } = await sendEnquiry();
    await post(`/desk/cases/${reference}/erase/`, {});
    const gone = await show(`/desk/cases/${reference.toLowerCase()}/`);
    expect(gone.status).toBe(404);
    const link = gone.$('a[href^="/desk/audit/?case="]').attr('href') ?? '';
    expect(list(await show(link), '.audit-lines li')).toEqual([
      `Tuesday 24 November, 10am ${STAFF} Erased at the desk ${reference} (erased)`,
    ]);
    const mistyped = await show('/desk/cases/A-person/');
    expect(mistyped.$('a[href^="/desk/audit/?case="]')).toHaveLength(0);
    const kept = await sendEnquiry();
    const noCall = await show(`/desk/cases/${kept.reference}/book/nothing/`);
    expect([noCall.status, noCall.$('a[href^="/desk/audit/?case="]').length]).toEqual([404, 0]);
    const never = await show('/desk/audit/?case=ABCDEFGH');
    expect(textIn(never, '.audit-ask ~ .lede')).toBe('ABCDEFGH (no case has this reference)');
  });

  test('of one case stays when the case is erased', async () => {
    const { reference } = await sendEnquiry();
    await show(`/desk/cases/${reference}/`);
    await post(`/desk/cases/${reference}/erase/`, {});
    const page = await show(`/desk/audit/?case=${reference}`);
    expect(textIn(page, '.audit-ask ~ .lede')).toBe(`${reference} (erased)`);
    expect(list(page, '.audit-lines li')).toEqual([
      `Tuesday 24 November, 10am ${STAFF} Erased at the desk ${reference} (erased)`,
      `Tuesday 24 November, 10am ${STAFF} Case looked at ${reference} (erased)`,
    ]);
  });

  test('is narrowed to one of the staff, to who has left, and to what nobody at the desk did', async () => {
    const at = (instant: string, act: string, actor?: string) => ({
      ...{ at: new Date(instant), act },
      ...(actor !== undefined && { actor: markOf(t.app, actor) }),
    });
    await insertAudit(
      t.app.database,
      at('2026-11-20T12:00:00Z', 'earlier, by nobody'),
      at('2026-11-21T12:00:00Z', 'earlier, by staff', STAFF),
      at('2026-11-24T09:00:00Z', 'by staff', STAFF),
      at('2026-11-24T09:01:00Z', 'by who left', 'left@example.org'),
      at('2026-11-24T09:02:00Z', 'by nobody'),
    );
    const words = async (who: string) => (await lines(`?who=${who}`)).join();
    expect(await words(encodeURIComponent(STAFF))).toBe(`9am ${STAFF} By staff`);
    expect(await words('left')).toBe('9:01am Someone no longer on the staff list By who left');
    expect(await words('not-staff')).toBe('9:02am Not staff By nobody');
    expect(await lines('?who=somebody@example.com')).toHaveLength(3);
    const page = await show('/desk/audit/?who=not-staff');
    expect(list(page, '.case-pages a')).toEqual(['Friday 20 November']);
    expect(page.$('.case-pages a').attr('href')).toBe('/desk/audit/?day=2026-11-20&who=not-staff');
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
