import { describe, expect, test } from 'vitest';
import { undoLatestOutcome } from '#services/desk/undo-outcome.ts';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  moveTo,
} from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { oneRow, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { postComplaint, sendComplaint } from '../support/make-complaint.ts';
import { noteOutcome } from '../support/note-outcome.ts';
import { fieldsIn, type PageRead, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

/** The newest row of the table about something, cell by cell. */
const newest = (page: PageRead, about: string) => {
  const row = page.$(`section[aria-labelledby="${about}"] tbody tr`).first();
  return row
    .find('td')
    .toArray()
    .map((cell) => page.$(cell).text());
};

describe('numbers', () => {
  test('of nothing draw nothing, and say so', async () => {
    const page = await show('/desk/numbers/');
    expect(page.$('svg.bars-drawn')).toHaveLength(0);
    expect(textIn(page, '#answers + p')).toBe(
      'No enquiry was sent on the site. A case written down at the desk has no time of its own here.',
    );
    expect(page.$('table')).toHaveLength(0);
  });

  test('are those of a count by hand: enquiries, calls, outcomes, and open minutes to a first answer', async () => {
    t.setNow('2026-11-23T17:50:00Z');
    const first = await sendEnquiry();
    const second = await sendEnquiry({ email: 'second@example.org' });
    await sendEnquiry({ email: 'third@example.org' });
    await bookCallback(makeCallback());
    expect((await postEnquiry({ 'leave-empty': 'x' })).status).toBe(202);
    t.setNow('2026-11-24T09:10:00Z');
    await noteOutcome(t, first.reference, 'no answer');
    await noteOutcome(t, second.reference, 'left a message');
    t.setNow('2026-11-24T10:50:00Z');
    await noteOutcome(t, first.reference, 'commissioned');
    await signInAgain();
    for (const query of ['', '?by=month']) {
      const page = await show(`/desk/numbers/${query}`);
      expect(newest(page, 'enquiries')).toEqual(['3', '0']);
      expect(newest(page, 'booked')).toEqual(['1', '0']);
      expect(newest(page, 'calls')).toEqual(['1', '0', '0']);
      expect(newest(page, 'outcomes')).toEqual(['0', '1', '0', '1', '1', '0', '0', '0']);
      // 10 minutes of Monday, then 10 and 110 of Tuesday.
      expect(newest(page, 'answers')).toEqual(['2', '20 minutes', '2 hours', '1']);
      expect(page.$('svg.bars-drawn[role="img"]')).toHaveLength(5);
      expect(page.$('svg[aria-label^="Enquiries: 3 were sent"]')).toHaveLength(1);
      expect(page.markup).not.toMatch(/person@example\.org|A\. Person/);
    }
  });

  test('follow an outcome that is undone, and an erasure', async () => {
    const { reference } = await sendEnquiry();
    t.setNow('2026-11-24T10:30:00Z');
    await noteOutcome(t, reference, 'spoke');
    const { answered_at } = await oneRow<{ answered_at: Date }>(t, 'SELECT answered_at FROM cases');
    expect(answered_at.toISOString()).toBe('2026-11-24T10:30:00.000Z');
    const { id } = await oneRow<{ id: string }>(t, 'SELECT id::text FROM case_acts');
    const visit = `/desk/cases/${reference}/`;
    const { id: caseId } = await oneRow<{ id: string }>(t, 'SELECT id FROM cases');
    await undoLatestOutcome(t.app, caseId, { staff: 'staff@example.org', seen: id });
    expect(textIn(await show('/desk/numbers/'), '#answers + p')).toBe(
      'No enquiry sent on the site has had an answer yet. 1 has had no answer yet. A case written down at the desk has no time of its own here.',
    );
    expect(list(await show(visit), '.timeline li').join()).toContain('Undone by');
    await t.app.database.query('DELETE FROM cases');
    expect((await show('/desk/numbers/')).$('table')).toHaveLength(0);
  });

  test('count calls by when they were booked, and by the day they are for, in quarantine neither', async () => {
    t.setNow('2026-11-24T23:00:00Z');
    await bookCallback(makeCallback());
    const later = makeCallback({ phone: '01632 960 002', start: '2026-11-30T10:00:00+00:00' });
    const { booking: moved } = await booked(await bookCallback(later));
    const discovery = makeDiscoveryCall({ start: '2026-12-01T10:00:00+00:00' });
    const { booking } = await booked(await bookDiscoveryCall(discovery));
    expect((await cancelCall(booking)).status).toBe(200);
    const trapped = makeCallback({ start: '2026-11-27T10:00:00+00:00', 'leave-empty': 'x' });
    expect((await bookCallback(trapped)).status).toBe(202);
    await signInAgain();
    const both = async (query: string) => {
      const page = await show(`/desk/numbers/${query}`);
      return [newest(page, 'booked'), newest(page, 'calls')];
    };
    for (const query of ['', '?by=month']) {
      const at = [['2', '1'], query ? ['2', '0', '0'] : ['1', '0', '0']];
      expect(await both(query), query).toEqual(at);
    }
    // A call that is moved was booked when it was, and takes place when it does.
    expect((await moveTo(moved, '2026-12-02T10:00:00+00:00')).status).toBe(200);
    expect(await both('?by=month')).toEqual([
      ['2', '1'],
      ['1', '0', '0'],
    ]);
    const month = await show('/desk/numbers/?month=2026-11');
    expect(list(month, '.numbers-part h2')).toContain('Calls booked in November 2026, for any day');
    expect(list(month, '.numbers-part h2')).toContain('Calls for a day in November 2026');
    t.setNow('2026-12-01T00:00:00Z');
    await signInAgain();
    expect(await both('?by=month')).toEqual([
      ['0', '0'],
      ['1', '0', '1'],
    ]);
  });

  test('count a complaint that is written down as one, and not among what else is', async () => {
    const write = async (path: string, values: Record<string, string>) => {
      const answer = await post(path, { ...fieldsIn(await show(path)), ...values });
      expect(answer.status, await answer.clone().text()).toBe(303);
    };
    const person = { name: 'C. Caller', phone: '01632 960 010', message: 'Two teams.' };
    await write('/desk/cases/new/', { ...person, next: 'answer' });
    const complaint = { about: 'data', came: 'letter', received: '2026-11-03' };
    await write('/desk/cases/new-complaint/', { ...person, ...complaint, acknowledged: 'later' });
    const page = await show('/desk/numbers/?by=month');
    expect(newest(page, 'enquiries')).toEqual(['0', '1']);
    expect(newest(page, 'complaints')).toEqual(['1', '0']);
  });

  test('count complaints by when they came and when their person was told, and none in quarantine', async () => {
    const { reference } = await sendComplaint();
    await postComplaint({ email: 'other@example.org', 'leave-empty': 'x' });
    const count = async () => newest(await show('/desk/numbers/?by=month'), 'complaints');
    expect(await count()).toEqual(['1', '0']);
    await t.app.database.query(
      `UPDATE complaints SET ended_at = received_at + interval '1 hour'
       WHERE case_id = (SELECT id FROM cases WHERE reference = $1)`,
      [reference],
    );
    expect(await count()).toEqual(['1', '1']);
  });

  test('of one month stand on a page by themselves, to print', async () => {
    await sendEnquiry();
    await sendComplaint();
    await signInAgain();
    const months = await show('/desk/numbers/?by=month');
    const links = months
      .$('.numbers-months a')
      .toArray()
      .map((link) => months.$(link).attr('href'));
    expect(links).toHaveLength(12);
    expect(links[0]).toBe('/desk/numbers/?month=2026-11');
    const page = await show('/desk/numbers/?month=2026-11');
    expect(textIn(page, 'h1')).toBe('The numbers of November 2026');
    expect(textIn(page, 'main')).toContain('These are its numbers so far');
    const said = page
      .$('dl.answers > div')
      .toArray()
      .map((row) => [page.$(row).find('dt').text(), page.$(row).find('dd').text()]);
    expect(said).toEqual([
      ['Sent on the site', '1'],
      ['Written down at the desk', '0'],
      ['Answered', '0'],
      ['The middle one', 'None yet'],
      ['The slowest', 'None yet'],
      ['No answer yet', '1'],
      ['Callbacks booked', '0'],
      ['Discovery calls booked', '0'],
      ['Callbacks', '0'],
      ['Discovery calls', '0'],
      ['Cancelled', '0'],
      ['Noted', 'None'],
      ['Received', '1'],
      ['Told the outcome', '0'],
    ]);
    // A month that is over, and one further back than is told of.
    expect(textIn(await show('/desk/numbers/?month=2026-10'), 'main')).not.toContain('so far');
    expect(textIn(await show('/desk/numbers/?month=2019-01'), 'h1')).toBe('Numbers');
  });
});
