import { describe, expect, onTestFinished, test } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { callIds, deskOf } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();
const visit = deskVisit(t);
const STAFF = 'staff@example.org';
const BEFORE = 'Thursday 26 November, 2:30pm to 3pm, UK time';
const AFTER = 'Friday 27 November, 10am to 10:30am, UK time';
const START = '2026-11-27T10:00:00+00:00';

/** A clock that goes on between one look and the next, as clocks do. */
function letTimePass(): void {
  const { now: still } = t.app;
  onTestFinished(() => {
    t.app.now = still;
  });
  let now = Date.parse('2026-11-24T10:00:00Z');
  t.app.now = () => {
    now += 7;
    return new Date(now);
  };
}

async function withCall(booking = bookDiscoveryCall, body = makeDiscoveryCall()) {
  const answer = await booked(await booking(body));
  const [id = ''] = await callIds(t, answer.reference);
  const path = `/desk/cases/${answer.reference}/calls/${id}/move/`;
  const desk = deskOf(visit.cookie()).about(answer.reference);
  t.mailbox.clear();
  return {
    answer,
    path,
    cancel: () => desk.cancel(id, { start: answer.start, wantedBy: 'us' }),
    timeline: async () => list(await desk.show(), '.timeline li').join('\n'),
    show: (query = '') => visit.show(path + query),
    move: (start: string) => visit.post(path, { start }),
  };
}

describe('moving a call at the desk', () => {
  test('chooses a time, and then is asked on a page that says who is told what', async () => {
    const { show, path, answer } = await withCall();
    const page = await show();
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Move this call']);
    expect(textIn(page, '.lede')).toBe(
      `The discovery call with A. Person is booked for ${BEFORE}.`,
    );
    // The time it has is no other to move it to.
    const times = page.$('form:has([value="2026-11-26"]) [name=time]').toArray();
    expect(times.map((time) => page.$(time).attr('value'))).not.toContain('14:30');
    expect(page.$('input[name=time][checked]')).toHaveLength(0);
    expect(list(await show('?from=2026-12-08'), '.day')[0]).toBe('Tuesday 8 December, 18 times');
    const check = await show('?day=2026-11-27&time=10:00');
    expect(textIn(check, '.lede')).toBe(
      `You are about to move the discovery call with A. Person, which is booked for ${BEFORE}.`,
    );
    expect(textIn(check, '.result')).toContain(AFTER);
    expect(list(check, '.case-will li')[0]).toContain('the new time at once, at person@example');
    const form = `form[action="${path}"]`;
    expect(fieldsIn(check, form)).toEqual({ start: START, seen: answer.start });
    expect(textIn(check, `${form} button`)).toBe('Move the discovery call to this time');
    expect(await count(t, `bookings WHERE starts_at = '${START}'`)).toBe(0);
    expect((await visit.post(path, fieldsIn(check, form))).status).toBe(303);
    expect(await count(t, `bookings WHERE starts_at = '${START}'`)).toBe(1);
  });

  test.each([
    ['a day without a time', 'day=2026-11-27', 'Choose a time'],
    [
      'the time it has',
      'day=2026-11-26&time=14:30',
      'This is the time the call has now. Choose another.',
    ],
    [
      'a time that is gone',
      'day=2026-11-27&time=10:00',
      'Friday 27 November, 10am is no longer free. Choose another time.',
    ],
    ['no time at all', 'start=soon', /^Write the time with its date/],
  ])('says what is wrong with %s', async (_, query, message) => {
    const { show } = await withCall();
    await booked(await bookCallback(makeCallback({ start: START })));
    const page = await show(`?${query}`);
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([
      [typeof message === 'string' ? message : expect.stringMatching(message), '#start'],
    ]);
    expect(page.$('h1').text()).toBe('Move this call');
    expect(page.$('.result')).toHaveLength(0);
  });

  test('of a call that cannot take place says why, and opens at the nearest day that is free', async () => {
    const { show } = await withCall();
    await visit.post('/desk/times/closure/', {
      ...{ from: '2026-11-25', to: '2026-12-11', why: 'Away', step: 'set' },
    });
    const page = await show();
    expect(textIn(page, 'main')).toContain(
      'It cannot take place then. The line is closed that day: Away.',
    );
    expect(list(page, '.day')[0]).toBe('Tuesday 24 November, 16 times');
    expect(page.$('.day input[checked]')).toHaveLength(1);
    expect(page.$('.day').first().find('input[checked]')).toHaveLength(1);
  });

  test('moves it, tells everybody, and says who did it', async () => {
    const { answer, move, timeline } = await withCall();
    letTimePass();
    const response = await move(START);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/desk/cases/${answer.reference}/?done=moved`,
    ]);
    expect(await count(t, `bookings WHERE starts_at = '${START}' AND during IS NOT NULL`)).toBe(1);
    const told = await timeline();
    expect(told).toContain(`${STAFF} moved a call. The discovery call on ${BEFORE}, to ${AFTER}.`);
    expect(told).not.toContain('They moved');
    expect(inviteIn(mailTo(t, 'person@example.org')[0])).toMatchObject({ sequence: 1 });
    expect(mailTo(t, STAFF).map(({ text }) => text)).toEqual([
      expect.stringContaining(`${STAFF} has moved this call at the desk.`),
    ]);
    expect(list(await showCase(keyIn(answer.link)), '.timeline li').join()).toContain(
      `We moved the discovery call to ${AFTER}.`,
    );
  });

  test('to the time it has says that nothing was done, and nothing is', async () => {
    const { answer, move } = await withCall();
    const response = await move(answer.start);
    expect(response.headers.get('location')).toBe(
      `/desk/cases/${answer.reference}/?done=moved-before`,
    );
    const page = await visit.show(response.headers.get('location') ?? '');
    expect(textIn(page, 'main')).toContain('The call has that time already.');
    expect(t.mailbox.messages).toEqual([]);
    expect(await count(t, "case_acts WHERE act = 'call moved'")).toBe(0);
  });

  test('of somebody who gave no email address sends them nothing', async () => {
    const { show, move } = await withCall(bookCallback, makeCallback());
    const check = await show(`?start=${encodeURIComponent(START)}`);
    expect(list(check, '.case-will li')[0]).toContain('so nothing is sent to them');
    expect((await move(START)).status).toBe(303);
    expect(t.mailbox.messages.map(({ email }) => email.to)).toEqual([[STAFF]]);
  });

  test('keeps to times that are free', async () => {
    const { move } = await withCall();
    await booked(await bookCallback(makeCallback({ start: START })));
    for (const [start, status] of [
      [START, 409],
      ['2026-11-28T10:00:00+00:00', 422],
      ['soon', 422],
    ] as const) {
      const page = await readPage(await move(start));
      expect([start, page.status]).toEqual([start, status]);
      expect(faultsIn(page)[0]?.[1]).toBe('#start');
    }
    expect(await count(t, "case_acts WHERE act = 'call moved'")).toBe(0);
  });

  test('is for calls to come, and for staff', async () => {
    const { answer, move, show, path } = await withCall();
    expect((await openDesk(postForm(path, { start: START }))).status).toBe(401);
    await cancelCall(answer.booking);
    expect((await show()).status).toBe(409);
    expect((await move(START)).status).toBe(409);
    expect(await count(t, `bookings WHERE starts_at = '${START}'`)).toBe(0);
  });
});

test('a call cancelled at the desk is told once, however the clock goes on', async () => {
  const { cancel, timeline } = await withCall();
  letTimePass();
  expect((await cancel()).status).toBe(303);
  expect(await timeline()).toContain(`${STAFF} cancelled a call.`);
  expect(await timeline()).not.toContain('They cancelled');
});
