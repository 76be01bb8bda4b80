import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { callIds, deskOf, oneRow } from '../support/desk-cases.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';

const STAFF = 'staff@example.org';
const WHEN = 'Thursday 26 November, 2:30pm to 3pm, UK time';

const t = testApp();
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
async function withCall(booking = bookDiscoveryCall, body = makeDiscoveryCall()) {
  const answer = await booked(await booking(body));
  const [id = ''] = await callIds(t, answer.reference);
  const { cancel, ...about } = desk.about(answer.reference);
  const { start } = answer;
  return {
    answer,
    id,
    ...about,
    cancel: (wantedBy = 'us') => cancel(id, { start, wantedBy }),
    cancelAs: cancel,
  };
}

describe('cancelling a call at the desk', () => {
  test('is asked on a page that says who is told what', async () => {
    const { showCancel, id, show } = await withCall();
    expect((await show()).$('.case-call a[href$="/cancel/"]')).toHaveLength(1);
    const page = await showCancel(id);
    expect(page.status).toBe(200);
    expect(textIn(page, '.lede')).toBe(
      `You are about to cancel the discovery call with A. Person on ${WHEN}.`,
    );
    expect(list(page, '.case-will li')[0]).toContain(
      'gets an email at once, at person@example.org',
    );
    expect(fieldsIn(page)).toEqual({ start: '2026-11-26T14:30:00+00:00' });
    expect(list(page, 'fieldset label')).toEqual(['They asked us to', 'We cannot ring them then']);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });

  test('frees the time, takes it out of calendars, and says in kind words where to choose another', async () => {
    const { answer, cancel, show, path } = await withCall();
    t.setNow('2026-11-24T11:00:00Z');
    t.mailbox.clear();
    const response = await cancel();
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${path}?done=cancelled`,
    ]);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(0);
    expect(
      list(await show(), '.timeline li').filter((item) => item.includes('cancelled a call')),
    ).toEqual([
      `Tuesday 24 November, 11am ${STAFF} cancelled a call. The discovery call on ${WHEN}.`,
    ]);
    const [email, ...more] = mailTo(t, 'person@example.org');
    expect(more).toEqual([]);
    expect(email?.subject).toBe(
      'We have had to cancel your discovery call: Thursday 26 November, 2:30pm',
    );
    expect(email?.text).toContain('We are sorry: we cannot ring you on');
    expect(email?.text).toContain(`Choose another time: ${answer.link}discovery-call/`);
    expect(inviteIn(email)).toMatchObject({ method: 'CANCEL', sequence: 1 });
    const [notice] = mailTo(t, STAFF);
    expect(notice?.text).toContain(`${STAFF} has cancelled this call at the desk.`);
    expect(notice?.text).not.toContain(keyIn(answer.link));
    expect(inviteIn(notice).method).toBe('CANCEL');
    const row = await oneRow<{ at: Date }>(t, 'SELECT last_contact_at AS at FROM cases');
    expect(row.at.toISOString()).toBe('2026-11-24T11:00:00.000Z');
  });

  test('because they asked us to is told as that, in the email, at the desk and in the timeline', async () => {
    const { cancel, show } = await withCall();
    t.mailbox.clear();
    expect((await cancel('them')).status).toBe(303);
    expect(list(await show(), '.timeline li').join('\n')).toContain(
      `The discovery call on ${WHEN}. They asked us to.`,
    );
    const [email] = mailTo(t, 'person@example.org');
    expect(email?.subject).toBe('Your discovery call is cancelled: Thursday 26 November, 2:30pm');
    expect(email?.text).toContain(
      `As you asked, we have cancelled your discovery call on ${WHEN}. We will not ring you then.`,
    );
    expect(email?.text).not.toContain('sorry');
    expect(inviteIn(email)).toMatchObject({ method: 'CANCEL', sequence: 1 });
    expect(mailTo(t, STAFF)[0]?.text).toContain(
      `${STAFF} has cancelled this call at the desk, as they asked.`,
    );
  });

  test.each([{}, { wantedBy: 'nobody' }])(
    'asks why before it does anything: %o',
    async (values) => {
      const { answer, id, cancelAs } = await withCall();
      t.mailbox.clear();
      const page = await readPage(await cancelAs(id, { start: answer.start, ...values }));
      expect(page.status).toBe(422);
      expect(textIn(page, 'title')).toMatch(/^Error: Cancel this call\?/);
      expect(list(page, '.error-summary a')).toEqual(['Select why the call is cancelled']);
      expect(fieldsIn(page)).toEqual({ start: answer.start });
      expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
      expect(t.mailbox.messages).toEqual([]);
    },
  );

  test('is told on the enquirer’s own page as ours, without naming anybody', async () => {
    const { answer, cancel } = await withCall();
    await cancel();
    const page = await showCase(keyIn(answer.link));
    expect(textIn(page, '.timeline')).toContain(`We cancelled the discovery call on ${WHEN}.`);
    expect(page.markup).not.toContain(STAFF);
  });

  test('twice, or by two at once, sends nothing twice', async () => {
    const { cancel } = await withCall();
    t.mailbox.clear();
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const places = answers.map(({ headers }) => headers.get('location')?.split('=')[1]).sort();
    expect(places).toEqual(['cancelled', 'cancelled-before', 'cancelled-before']);
    expect(mailTo(t, 'person@example.org')).toHaveLength(1);
    expect(await count(t, "case_acts WHERE act = 'call cancelled'")).toBe(1);
    expect(await count(t, "case_acts WHERE act = 'follow-up set'")).toBe(1);
    expect(await count(t, 'audit')).toBe(2);
  });

  test('of somebody without an email address says that nothing tells them', async () => {
    const { showCancel, id, cancel } = await withCall(bookCallback, makeCallback());
    const page = await showCancel(id);
    expect(list(page, '.case-will li')[0]).toBe(
      'They gave no email address, so nothing is sent to them. Unless they know already, ring 01632 960 001 first.',
    );
    expect(page.$('.case-will a').attr('href')).toBe('tel:+441632960001');
    t.mailbox.clear();
    expect((await cancel()).status).toBe(303);
    expect(t.mailbox.messages).toHaveLength(1);
  });

  test('brings the case back in three working days where nothing else would', async () => {
    const { answer, cancel, show } = await withCall();
    t.setNow('2026-11-24T11:00:00Z');
    await cancel();
    expect(textIn(await show(), '.case-next')).toContain('Look at it again on Friday 27 November.');
    t.setNow('2026-11-27T00:00:00Z');
    desk = deskOf(await signIn(t));
    expect(textIn(await desk.about(answer.reference).show(), '.case-next')).toContain(
      'To follow up today.',
    );
  });

  test('leaves a date that is set, a closed case and another call as they are', async () => {
    const dated = await withCall();
    await dated.act('follow-up', { followUp: '2026-12-15' });
    await dated.cancel();
    const closed = await withCall(bookCallback, makeCallback());
    await closed.act('close');
    await closed.cancel();
    expect(textIn(await closed.show(), '.case-next')).toMatch(/^Closed\./);
    expect(await count(t, "case_acts WHERE act = 'follow-up set'")).toBe(1);
  });

  test('that was moved since the page was shown is left where it is now', async () => {
    const { answer, cancel } = await withCall();
    await moveTo(answer.booking, '2026-11-27T15:00:00+00:00');
    const page = await readPage(await cancel());
    expect(page.status).toBe(409);
    expect(textIn(page, '.lede')).toContain('This call has been moved meanwhile');
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });

  test('that its enquirer cancelled, that has begun, or that was erased, does nothing', async () => {
    const mine = await withCall();
    await cancelCall(mine.answer.booking);
    expect((await mine.showCancel(mine.id)).status).toBe(409);
    expect((await mine.cancel()).headers.get('location')).toContain('cancelled-before');
    const begun = await withCall(bookCallback, makeCallback());
    t.setNow('2026-11-25T11:00:00Z');
    desk = deskOf(await signIn(t));
    const { showCancel, cancel, act } = desk.about(begun.answer.reference);
    expect((await showCancel(begun.id)).status).toBe(409);
    expect((await cancel(begun.id, { start: begun.answer.start, wantedBy: 'us' })).status).toBe(
      409,
    );
    await act('erase');
    expect((await cancel(begun.id, { start: begun.answer.start, wantedBy: 'us' })).status).toBe(
      404,
    );
    expect(await count(t, 'case_acts')).toBe(0);
  });

  test('is refused without the time that was seen, and for a call of another case', async () => {
    const one = await withCall();
    const other = await withCall(bookCallback, makeCallback());
    expect((await one.cancelAs(one.id, {})).status).toBe(422);
    const wantedBy = 'us';
    expect((await one.cancelAs(one.id, { start: 'soon', wantedBy })).status).toBe(422);
    const { start } = one.answer;
    const others = { start: other.answer.start, wantedBy };
    expect((await one.cancelAs(other.id, others)).status).toBe(404);
    expect((await one.cancelAs('nonsense', { start, wantedBy })).status).toBe(404);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(2);
  });
});
