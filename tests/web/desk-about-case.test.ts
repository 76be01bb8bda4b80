import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { callIds, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

const START = '2026-11-27T10:00:00+00:00';
const pathOf = (reference: string) => `/desk/cases/${reference}/`;

/** A case with a call and a note, and the id of each. */
async function aCase() {
  const { reference } = await sendEnquiry({ phone: '01632 960 001' });
  const path = pathOf(reference);
  await post(`${path}book/callback/`, { start: START });
  await post(`${path}note/`, { words: 'Ring early.' });
  const [call = ''] = await callIds(t, reference);
  const { id } = await oneRow<{ id: string }>(t, "SELECT id FROM case_acts WHERE act = 'note'");
  return { reference, path, call, note: String(id) };
}

describe('every form about a case', () => {
  test('says by name whose it is, and the case itself says it once', async () => {
    const { reference, path, call, note } = await aCase();
    const acts = [
      ...['outcome', 'note', 'details', 'follow-up', 'close', 'owner', 'hold', 'remove-words'],
      ...['erase', 'offer', 'send-link', 'complaint', 'book/callback', 'book/discovery-call'],
      ...[`notes/${note}/change`, `notes/${note}/move`, `notes/${note}/remove`],
      ...[`calls/${call}/move`, `calls/${call}/details`, `calls/${call}/cancel`],
    ];
    for (const act of acts) {
      const page = await show(`${path}${act}/`);
      expect(list(page, '.case-line'), act).toEqual([
        `About A. Person, Example County Council Reference ${reference}`,
      ]);
    }
    expect(list(await show(path), '.case-line').join()).not.toContain('About');
  });

  test('still says it when it comes back with a fault', async () => {
    const { path } = await aCase();
    const again = await readPage(await post(`${path}note/`, { words: '' }));
    expect(textIn(again, '.case-line')).toContain('About A. Person');
  });
});

describe('what can be done about a case', () => {
  const headings = async (path: string) => list(await show(path), '.case-acts h3');

  test('stands in groups, with erasing it apart', async () => {
    const { path } = await aCase();
    expect(await headings(path)).toEqual([
      'Ring and book',
      'Write',
      'What we hold',
      'People',
      'Ending',
    ]);
    const page = await show(path);
    expect(list(page, '.case-erase a')).toEqual(['Erase this case']);
    expect(list(page, '.case-acts h3 + ul').join()).not.toContain('Erase');
    expect(list(page, '.case-acts a')).toContain(
      'Move the callback of Friday 27 November, 10am to 10:30am, UK time',
    );
  });

  test('begins with booking a call for somebody who has just rung', async () => {
    const answer = await post('/desk/cases/new/', {
      ...{ name: 'C. Caller', phone: '01632 960 010', next: 'answer' },
    });
    const path = new URL(answer.headers.get('location') ?? '', 'http://desk').pathname;
    const page = await show(path);
    expect(list(page, '.case-acts a')[0]).toBe('Book a callback');
    expect(list(page, '.case-next .actions a')).toEqual(['Book a callback', 'Note the outcome']);
    expect(textIn(page, '.case-next')).toContain('We have not got back to them yet.');
    const acts = list(page, '.case-acts a').join();
    expect(acts).not.toMatch(/Offer (other )?times|Email them/);
  });

  test('has the way to join it with what may be about the same matter', async () => {
    const one = await sendEnquiry({ phone: '01632 960 001' });
    const other = { name: 'B. Person', email: 'b@example.org', phone: '01632 960 001' };
    const two = await sendEnquiry(other);
    const page = await show(pathOf(one.reference));
    const link = page.$('.case-acts a:contains("Join it with B. Person")');
    expect(link.attr('href')).toBe(`${pathOf(one.reference)}join/${two.reference}/`);
  });
});

describe('a note in the wrong case', () => {
  const move = async (path: string, note: string, to: string) => {
    const form = await show(`${path}notes/${note}/move/`);
    return post(`${path}notes/${note}/move/`, { ...fieldsIn(form), to });
  };

  test('is moved to the right one, once it was seen whose that is', async () => {
    const { path, note, reference } = await aCase();
    const right = await sendEnquiry({ name: 'B. Person', email: 'b@example.org' });
    t.setNow('2026-11-24T10:10:00Z');
    const check = await readPage(await move(path, note, right.reference.toLowerCase()));
    expect(textIn(check, '.lede')).toContain('B. Person, Example County Council');
    expect(list(await show(path), '.timeline li').join()).toContain('Ring early.');
    const answer = await post(`${path}notes/${note}/move/`, fieldsIn(check));
    const there = pathOf(right.reference);
    expect(answer.headers.get('location')).toBe(`${there}?done=note-moved`);
    expect(list(await show(path), '.timeline li').join()).not.toContain('Ring early.');
    expect(list(await show(there), '.timeline li').join()).toContain(
      'Tuesday 24 November, 10am staff@example.org wrote a note. Changed by staff@example.org, Tuesday 24 November, 10:10am. Ring early.',
    );
    const audit = await t.app.database.query<{ act: string; reference: string }>(
      "SELECT act, reference FROM audit WHERE act LIKE 'note moved%' ORDER BY id",
    );
    expect(audit).toEqual([
      { act: 'note moved to another case, at the desk', reference },
      { act: 'note moved here from another case, at the desk', reference: right.reference },
    ]);
    for (const [q, found] of [
      ['early', [right.reference]],
      [reference, [reference]],
    ] as const) {
      expect(list(await show(`/desk/cases/?q=${q}`), '.case-row .case-ref').join()).toContain(
        found[0],
      );
    }
    expect((await post(`${path}notes/${note}/move/`, fieldsIn(check))).status).toBe(409);
    expect(await count(t, "case_acts WHERE act = 'note'")).toBe(1);
  });

  test.each(['', 'nothing', '22222222', 'itself'])('is not moved to %j', async (to) => {
    const { path, note, reference } = await aCase();
    const page = await readPage(await move(path, note, to === 'itself' ? reference : to));
    const message = ['', 'nothing'].includes(to)
      ? 'Enter the reference of another case'
      : 'No other case has this reference. Look it up under Cases';
    expect([page.status, faultsIn(page)]).toEqual([422, [[message, '#to']]]);
    expect(textIn(page, 'blockquote')).toBe('Ring early.');
  });

  test('is not moved when somebody changed it meanwhile', async () => {
    const { path, note } = await aCase();
    const right = await sendEnquiry({ name: 'B. Person', email: 'b@example.org' });
    const check = await readPage(await move(path, note, right.reference));
    const change = `${path}notes/${note}/change/`;
    await post(change, { ...fieldsIn(await show(change)), words: 'Ring late.' });
    expect((await post(`${path}notes/${note}/move/`, fieldsIn(check))).status).toBe(409);
    expect(list(await show(path), '.timeline li').join()).toContain('Ring late.');
  });
});
