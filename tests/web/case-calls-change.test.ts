import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { below, list, showCase, statesIn } from '../support/case-pages.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { blockWholeDay } from '../support/narrowings.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { faultsIn, fieldsIn, openDay, readPage, textIn } from '../support/read-page.ts';

import { get } from '../support/requests.ts';

const t = testApp();

/** What is so of a calendar where no invitation could be sent. */
const NO_INVITATION =
  'An entry in your calendar does not update by itself: if you move or cancel the call, delete it.';

const NEW_TIME = '2026-11-27T15:00:00+00:00';

describe('moving a call', () => {
  test('shows the times, without the one it has, and moves it on a post', async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const { path, showMove, move } = below(answer);
    const page = await showMove();
    expect(page.status).toBe(200);
    expect(textIn(page, '.lede')).toBe(
      'Your discovery call is booked for Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(statesIn(page)).toEqual(['call-booked']);
    expect(page.$('form').attr('method')).toBe('post');
    expect(openDay(page)).toBe('2026-11-26');
    expect(page.$('input[name=time][checked]')).toHaveLength(0);
    const ofItsDay = page
      .$('form:has([value="2026-11-26"]) [name=time]')
      .toArray()
      .map((time) => page.$(time).attr('value'));
    expect(ofItsDay).toEqual(expect.arrayContaining(['14:00', '15:00']));
    expect(ofItsDay).not.toContain('14:30');
    expect(list(page, '.day')[2]).toBe('Thursday 26 November, 17 times');
    const unchosen = await readPage(await move(fieldsIn(page, 'form:has([value="2026-11-26"])')));
    expect([unchosen.status, faultsIn(unchosen)]).toEqual([422, [['Choose a time', '#start']]]);
    expect(openDay(unchosen)).toBe('2026-11-26');
    expect(page.$('a:contains("Later days")').attr('href')).toBe(
      `${path}reschedule/?from=2026-12-08`,
    );
    expect(list(page, 'button').slice(1, 3)).toEqual([
      'Move the call to Thursday 26 November',
      'Move the call to Friday 27 November',
    ]);
    const without = await readPage(await move({ day: '2026-11-27' }));
    expect([without.status, faultsIn(without)]).toEqual([422, [['Choose a time', '#start']]]);
    expect(openDay(without)).toBe('2026-11-27');
    const moved = await move({ day: '2026-11-27', time: '15:00' });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, answer.link]);
    const shown = await showCase(keyIn(answer.link));
    expect(new Set(statesIn(shown))).toEqual(new Set(['call-moved']));
    expect(textIn(shown, '.lede')).toContain('Friday 27 November, 3pm to 3:30pm, UK time');
    expect(list(shown, '.timeline li').slice(0, 1)).toEqual([
      'Tuesday 24 November, 10am You asked for a discovery call on Thursday 26 November, 2:30pm to 3pm, UK time.',
    ]);
    expect(textIn(shown, '.timeline')).toContain(
      'You moved the discovery call to Friday 27 November, 3pm to 3:30pm, UK time.',
    );
    const email = mailTo(t, 'person@example.org').at(-1);
    expect(email?.subject).toBe('Your discovery call has moved: Friday 27 November, 3pm');
    expect(inviteIn(email).sequence).toBe(1);
  });

  test('to a time somebody else has is answered with the times and why, and nothing changes', async () => {
    await booked(await bookCallback(makeCallback({ start: NEW_TIME })));
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const page = await readPage(await below(answer).move({ start: NEW_TIME }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)).toEqual([
      ['Friday 27 November, 3pm is no longer free. Choose another time.', '#start'],
    ]);
    expect(page.$('input[name=time][checked]')).toHaveLength(0);
    expect(await count(t, 'bookings WHERE moved_at IS NOT NULL')).toBe(0);
  });

  test.each([
    ['no time', {}, 'Choose a time'],
    [
      'a Saturday',
      { start: '2026-11-28T11:00:00+00:00' },
      'The line is closed on Saturday 28 November. Choose another day.',
    ],
    [
      'nonsense',
      { start: 'soon' },
      'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00',
    ],
  ])('to %s is refused in words', async (_, values, why) => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const page = await readPage(await below(answer).move(values as Record<string, string>));
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([[why, '#start']]);
  });

  test('without an email address speaks of no invitation', async () => {
    const { link, booking } = await booked(await bookCallback(makeCallback()));
    const { showMove, move } = below({ link, booking });
    const to = `?start=${encodeURIComponent(NEW_TIME)}`;
    const pages = [
      await showMove(),
      await showMove(to),
      await readPage(await call(publicApp, get(`/your-enquiry/${keyIn(link)}/callback/${to}`))),
      await readPage(await call(publicApp, get(`/your-call/${booking}/`))),
    ];
    expect((await move({ start: NEW_TIME })).status).toBe(303);
    pages.push(await showCase(keyIn(link)));
    for (const page of pages) {
      expect(textIn(page, 'main')).toContain(NO_INVITATION);
      expect(textIn(page, 'main')).not.toMatch(
        /our invitation|the invitation|Declining|our emails/,
      );
    }
  });

  test('that is cancelled or has begun is not offered, nor done', async () => {
    const cancelled = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await cancelCall(cancelled.booking);
    const begun = await booked(await bookCallback(makeCallback()));
    t.setNow('2026-11-25T11:00:00Z');
    for (const [answer, why] of [
      [cancelled, 'This call is cancelled, so it can no longer be changed.'],
      [begun, 'This call has begun, so it can no longer be changed here.'],
    ] as const) {
      const { showMove, move } = below(answer);
      for (const page of [await showMove(), await readPage(await move({ start: NEW_TIME }))]) {
        expect(page.status).toBe(409);
        expect(page.$('form')).toHaveLength(0);
        expect(textIn(page, 'main')).toContain(why);
        expect(page.$('main a').attr('href')).toBe(new URL(answer.link).pathname);
      }
    }
  });
});

describe('moving a call to the time it has', () => {
  const START = '2026-11-26T14:30:00+00:00';
  const HERE = `?${new URLSearchParams({ start: START })}`;

  /** Blocks the whole day of the call. */
  const blockItsDay = async () => {
    expect((await blockWholeDay(t.app, START.slice(0, 10))).outcome).toBe('set');
  };

  const book = async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall({ start: START })));
    return { ...answer, ...below(answer) };
  };

  test('says when it is booked for, and offers no second move', async () => {
    const { showMove, path } = await book();
    const page = await showMove(HERE);
    expect([page.status, textIn(page, 'h1')]).toEqual([200, 'Your call is at that time']);
    expect(statesIn(page)).toEqual(['call-booked']);
    expect(textIn(page, '.lede')).toBe(
      'Your discovery call is booked for Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(textIn(page, 'main')).toContain(
      'It has that time already, so it stays as it was: nothing is moved or sent.',
    );
    expect(page.$(`main a[href="${path}reschedule/"]`)).toHaveLength(0);
  });

  test('and posted all the same changes nothing, and is told that it stays', async () => {
    const { move, path } = await book();
    t.mailbox.clear();
    const response = await move({ start: START, seen: START });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${path}reschedule/${HERE}`,
    ]);
    expect(t.mailbox.messages).toEqual([]);
    expect(await count(t, 'bookings WHERE moved_at IS NOT NULL')).toBe(0);
  });

  test('once it was moved there is the same move sent twice, and leads to the page of the first', async () => {
    const { move, link } = await book();
    const values = { start: NEW_TIME, seen: START };
    expect((await move(values)).headers.get('location')).toBe(link);
    expect((await move(values)).headers.get('location')).toBe(link);
    expect(await count(t, 'bookings WHERE moved_at IS NOT NULL')).toBe(1);
  });

  test('does not say that it takes place when its time has been blocked, and leads to others', async () => {
    const { showMove, path } = await book();
    await blockItsDay();
    const page = await showMove(HERE);
    expect([page.status, textIn(page, 'h1')]).toEqual([200, 'We cannot ring you at that time']);
    expect(statesIn(page)).toEqual(['call-cannot-take-place']);
    expect(textIn(page, '.lede')).toMatch(/^We are sorry: we cannot ring you at the time of/);
    expect(textIn(page, 'main')).not.toMatch(/is booked|nothing to move|We ring you on/i);
    expect(page.$(`main a[href="${path}reschedule/"]`).text()).toBe('Choose another time');
  });

  test('and pressed anyway changes and sends nothing, and its page still says so', async () => {
    const { move, link, path } = await book();
    await blockItsDay();
    t.mailbox.clear();
    const response = await move({ start: START, seen: START });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${path}reschedule/${HERE}`,
    ]);
    expect(statesIn(await showCase(keyIn(link)))).toContain('call-cannot-take-place');
    expect(t.mailbox.messages).toEqual([]);
    expect(await count(t, 'bookings WHERE moved_at IS NOT NULL')).toBe(0);
  });

  test('is not said to be booked while it is in quarantine', async () => {
    const { showMove } = await book();
    await t.app.database.query(
      'UPDATE bookings SET quarantined_at = now(), line = NULL, during = NULL',
    );
    const page = await showMove(HERE);
    expect(textIn(page, 'h1')).toBe('Your call is not booked');
    expect(statesIn(page)).toEqual(['call-held']);
    expect(textIn(page, 'main')).toContain('If you do not send it, we delete it in 7 days.');
  });
});

describe('correcting a call', () => {
  test('whose time has been blocked sends a mail that does not say we ring then', async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    expect((await blockWholeDay(t.app, answer.start.slice(0, 10))).outcome).toBe('set');
    const details = { name: 'B. Person', phone: '01632 960 002', email: 'person@example.org' };
    const corrected = await below(answer).correct({
      ...details,
      organisation: 'Example County Council',
    });
    expect(corrected.status).toBe(303);
    const { subject, text } = mailTo(t, 'person@example.org').at(-1) ?? {};
    expect(subject).toBe('Please choose another time for your discovery call');
    expect(text).toContain('The details of the call have been corrected.');
    expect(text).toContain('We are sorry: we cannot ring you at the time of your discovery call');
    expect(text).not.toMatch(/is still on|ring you on/);
  });
});

describe('cancelling a call', () => {
  test('says first what will happen, then does it, and calendars are told', async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const { showCancel, cancel } = below(answer);
    const page = await showCancel();
    expect(textIn(page, '.lede')).toBe(
      'You are about to cancel your discovery call on Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(list(page, 'main li')).toEqual([
      'We will not ring you then, and the time is no longer kept for you.',
      'We send you a cancellation by email. A call that our invitation put in your calendar updates by itself. If you added it yourself, delete that entry.',
      'You can book another time afterwards. Everything else stays as it is.',
    ]);
    expect(page.$('form').attr('method')).toBe('post');
    expect(await count(t, 'bookings WHERE cancelled_at IS NOT NULL')).toBe(0);
    const response = await cancel();
    expect([response.status, response.headers.get('location')]).toEqual([303, answer.link]);
    const shown = await showCase(keyIn(answer.link));
    expect(new Set(statesIn(shown))).toEqual(new Set(['call-cancelled']));
    expect(textIn(shown, 'main')).not.toContain('is booked');
    expect(inviteIn(mailTo(t, 'person@example.org').at(-1)).method).toBe('CANCEL');
    expect((await showCancel()).status).toBe(409);
    const before = t.mailbox.messages.length;
    expect((await cancel()).status).toBe(303);
    expect(t.mailbox.messages).toHaveLength(before);
  });

  test('without an email address promises none', async () => {
    const answer = await booked(await bookCallback(makeCallback()));
    expect(list(await below(answer).showCancel(), 'main li')).toEqual([
      'We will not ring you then, and the time is no longer kept for you.',
      NO_INVITATION,
      'You can book another time afterwards. Everything else stays as it is.',
    ]);
  });
});

describe('the pages of a call', () => {
  test('open for the key of the call together with that of its own case, and for nothing else', async () => {
    const one = await booked(await bookCallback(makeCallback()));
    const other = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const lost = 'A'.repeat(43);
    for (const { link, booking } of [
      { link: one.link, booking: other.booking },
      { link: one.link, booking: lost },
      { link: `${SITE_URL}/your-enquiry/${lost}/`, booking: one.booking },
      { link: one.link, booking: keyIn(one.link) },
      { link: `${SITE_URL}/your-enquiry/${one.booking}/`, booking: one.booking },
    ]) {
      const { showMove, move, showCancel, cancel, showCorrect, correct } = below({ link, booking });
      expect([
        (await showMove()).status,
        (await move({ start: NEW_TIME })).status,
        (await showCancel()).status,
        (await cancel()).status,
        (await showCorrect()).status,
        (await correct({ name: 'B. Person' })).status,
      ]).toEqual([404, 404, 404, 404, 404, 404]);
    }
    expect(await count(t, 'bookings WHERE moved_at IS NULL AND cancelled_at IS NULL')).toBe(2);
  });

  test('change nothing when they are fetched, as mail scanners do', async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const { path } = below(answer);
    const tables = ['cases', 'bookings', 'messages', 'submissions', 'audit'];
    const rows = () => Promise.all(tables.map((table) => count(t, table)));
    const before = await rows();
    for (const act of ['reschedule/', 'cancel/', 'correct/']) {
      for (const method of ['GET', 'HEAD']) {
        const request = new Request(`${SITE_URL}${path}${act}`, { method });
        expect((await call(publicApp, request)).status).toBe(200);
      }
    }
    expect(await rows()).toEqual(before);
    expect(await count(t, 'bookings WHERE moved_at IS NULL AND cancelled_at IS NULL')).toBe(1);
  });
});
