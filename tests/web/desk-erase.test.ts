import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { readPage, textIn } from '../support/read-page.ts';

const STAFF = 'staff@example.org';

const t = testApp();
const visit = deskVisit(t);
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
describe('erasing a case at the desk', () => {
  test('speaks of no link to somebody who was never given one', async () => {
    const opened = await visit.post('/desk/cases/new/', {
      ...{ name: 'C. Caller', phone: '01632 960 010', next: 'answer' },
    });
    const path = new URL(opened.headers.get('location') ?? '', 'http://desk').pathname;
    const page = await visit.show(`${path}erase/`);
    expect(textIn(page, '.case-will')).toContain('Nothing is sent to them.');
    expect(textIn(page, '.case-will')).not.toContain('link');
  });

  test('names what goes, then cancels its calls and leaves the lines of the audit', async () => {
    const { reference, link } = await sendEnquiry();
    await booked(await bookDiscoveryCall(makeDiscoveryCall({ case: keyIn(link) })));
    const { act, showAct } = desk.about(reference);
    await act('note', { words: 'A-note-of-ours' });
    const page = await showAct('erase');
    expect(textIn(page, '.lede')).toContain('about A. Person, Example County Council');
    expect(list(page, '.case-will li')).toEqual([
      'What goes: the enquiry, 1 call, every message about it that has not gone out and 1 entry of staff on its timeline.',
      'The discovery call on Thursday 26 November, 2:30pm to 3pm, UK time, is cancelled first. person@example.org is sent the cancellation, and nothing else is kept of it.',
      'Their link stops working.',
      'All staff are given the reference, and asked to delete the emails about it.',
      'What stays is the lines of the audit about this reference, each for 24 months: what staff did with it, from opening it to erasing it, when, and who of the staff did it. They say neither who the person is nor what the case held.',
    ]);
    expect(await count(t, 'cases')).toBe(1);
    t.mailbox.clear();
    const response = await act('erase');
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/desk/cases/?erased=${reference}`,
    ]);
    for (const table of ['cases', 'enquiries', 'bookings', 'case_acts', 'submissions']) {
      expect(await count(t, table), table).toBe(0);
    }
    expect(inviteIn(mailTo(t, 'person@example.org')[0]).method).toBe('CANCEL');
    const notices = mailTo(t, STAFF).map(({ subject }) => subject);
    expect(notices).toContain(`Case ${reference} erased at the desk`);
    const line = await oneRow<{ act: string; reference: string; actor: string }>(
      t,
      "SELECT act, reference, actor FROM audit WHERE act LIKE 'erased%'",
    );
    expect(line).toMatchObject({ act: 'erased at the desk', reference });
    expect(line.actor).toMatch(/^[\w-]{8}$/);
    expect((await showCase(keyIn(link))).status).toBe(404);
    const lines = await t.app.database.query<{ act: string }>(
      'SELECT act FROM audit WHERE reference = $1 ORDER BY id',
      [reference],
    );
    expect(lines.map((one) => one.act)).toEqual(['note, at the desk', 'erased at the desk']);
    const after = await desk.list(`?erased=${reference}`);
    expect(textIn(after, '[role="status"]')).toBe(`Case ${reference} is erased.`);
    expect(await count(t, 'messages WHERE payload IS NOT NULL OR case_id IS NOT NULL')).toBe(0);
    const everything = JSON.stringify([
      await t.app.database.query('SELECT * FROM audit'),
      await t.app.database.query('SELECT * FROM messages'),
      t.logged,
    ]);
    for (const word of ['A. Person', 'person@example.org', 'A-note-of-ours', 'Example County']) {
      expect(everything).not.toContain(word);
    }
  });

  test('in quarantine tells nobody: nobody had been told of it', async () => {
    const { reference } = await inQuarantine(
      t,
      await postEnquiry({ 'leave-empty': 'https://example.org' }),
    );
    const { act, showAct } = desk.about(reference);
    expect(list(await showAct('erase'), '.case-will li')).toHaveLength(3);
    expect((await act('erase')).status).toBe(303);
    expect(t.mailbox.messages).toHaveLength(0);
  });

  test('by two at once erases once; the other is told', async () => {
    const { reference } = await sendEnquiry();
    const { act } = desk.about(reference);
    const answers = await Promise.all([act('erase'), act('erase')]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(303);
    expect([404, 409]).toContain(statuses[1]);
    expect(await count(t, "audit WHERE act = 'erased at the desk'")).toBe(1);
    const late = await readPage(await act('erase'));
    expect([late.status, late.$('h1').text()]).toEqual([404, 'There is no such case']);
  });

  test('says nothing of an address that names no case', async () => {
    for (const typed of ['nonsense', '%3Cb%3E', '']) {
      expect((await desk.list(`?erased=${typed}`)).$('[role="status"]')).toHaveLength(0);
    }
  });
});
