import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { showCase, statesIn } from '../support/case-pages.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, openDay, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';
import { postCallPage } from '../support/site-pages.ts';

const t = testApp();

const FORM = { form: 'AbCdEfGhIjKlMnOpQrStUv' };
const OWN = 'Thursday 26 November, 2:30pm to 3pm, UK time';
const FRIDAY = '2026-11-27T10:00:00+00:00';
const HAVE = `Your discovery call is booked for ${OWN}.`;

const post = (values: Record<string, unknown> = {}, query = '') =>
  postCallPage('discovery-call', makeDiscoveryCall({ ...FORM, ...values }), query);

const send = (values: Record<string, string>) =>
  call(publicApp, postForm('/api/discovery-calls', values));

/** The call, booked from its form as a person books it; the link it leads to. */
async function book(): Promise<string> {
  const sent = await send(fieldsIn(await post()));
  expect(sent.status).toBe(303);
  t.mailbox.clear();
  return sent.headers.get('location') ?? '';
}

describe('the check page of a form that has booked a call', () => {
  test('says that the call is booked and that sending it again changes nothing, and nothing changes', async () => {
    const link = await book();
    const page = await post();
    expect([page.status, faultsIn(page)]).toEqual([200, []]);
    expect(statesIn(page)).toEqual(['call-booked']);
    expect(textIn(page, '.lede')).toBe(HAVE);
    expect(textIn(page, 'main')).toContain('Sending it again changes nothing.');
    expect(textIn(page, 'main')).not.toContain('Nothing is booked yet');
    expect(textIn(page, '#to-book button')).toBe('Go to your own page');
    const sent = await send(fieldsIn(page));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, link]);
    expect(t.mailbox.messages).toEqual([]);
  });

  test('with another time says that sending it moves the call there, and it does', async () => {
    const link = await book();
    const page = await post({ start: FRIDAY });
    expect(textIn(page, '.lede')).toBe(HAVE);
    expect(textIn(page, 'main')).toContain(
      'Sending it again moves the call to Friday 27 November, 10am to 10:30am, UK time. You give up the time it has now.',
    );
    expect(textIn(page, 'main')).not.toMatch(/Nothing is booked yet|When you book/);
    expect(textIn(page, '#to-book button')).toBe('Move the call to Friday 27 November, 10am');
    expect((await send(fieldsIn(page))).status).toBe(303);
    expect(await count(t, 'bookings')).toBe(1);
    expect(statesIn(await showCase(keyIn(link)))).toContain('call-moved');
    const again = await post({ start: FRIDAY });
    expect(textIn(again, '.lede')).toBe(
      'Your discovery call has moved to Friday 27 November, 10am to 10:30am, UK time.',
    );
    expect(textIn(again, '#to-book button')).toBe('Go to your own page');
  });

  test('with other details says that sending it corrects them', async () => {
    await book();
    const page = await post({ topic: 'Carers' });
    expect(textIn(page, 'main')).toContain(
      'Sending it again corrects your details. The call keeps its time.',
    );
    expect(textIn(page, '#to-book button')).toBe('Correct your details');
    const both = await post({ topic: 'Carers', start: FRIDAY });
    expect(textIn(both, 'main')).toContain('10:30am, UK time and corrects your details.');
  });

  test.each([
    ['telephone number', { phone: '01632 960 002' }],
    ['email address', { email: 'other@example.org' }],
    ['telephone number and email address', { phone: '01632 960 002', email: 'b@example.org' }],
  ])('shows nothing of it for another %s, whose call is a new one', async (_, other) => {
    await book();
    const page = await post({ ...other, start: FRIDAY });
    expect(statesIn(page)).toEqual(['call-unbooked']);
    expect(textIn(page, '.lede')).toBe('Nothing is booked yet.');
    expect(textIn(page, '#to-book button')).toBe('Book this discovery call');
    const taken = await post(other);
    expect(faultsIn(taken)).toEqual([
      ['Thursday 26 November, 2:30pm is no longer free. Choose another time.', '#start'],
    ]);
    expect(taken.markup).not.toContain('is booked for');
    expect((await post(other, '?change=start')).markup).not.toContain('is booked for');
  });

  test('says nothing is booked after a day, when sending it books another', async () => {
    await book();
    t.setNow('2026-11-25T10:00:01Z');
    const page = await post({ start: '2026-11-30T10:00:00+00:00' });
    expect(textIn(page, '.lede')).toBe('Nothing is booked yet.');
  });

  test('of a call that is cancelled meanwhile says so, and that the form books no other', async () => {
    const link = await book();
    const own = await showCase(keyIn(link));
    const path = own.$('a[href$="/cancel/"]').attr('href') ?? '';
    expect((await call(publicApp, postForm(path, {}))).status).toBe(303);
    const page = await post({ start: FRIDAY });
    expect(textIn(page, '.lede')).toBe(`Your discovery call on ${OWN}, is cancelled.`);
    expect(textIn(page, 'main')).toContain('This form books no other. Book another discovery call');
    expect(textIn(page, '#to-book button')).toBe('Go to your own page');
    const sent = await send(fieldsIn(page));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, link]);
  });
});

describe('the steps before it', () => {
  const NOTICE = `${HAVE} You booked it with this form. If you change the time or your details and send it again, that call changes: no second one is booked.`;

  test('the details say what the form has booked, and keep its time', async () => {
    await book();
    const details = await post({}, '?change=name');
    expect([details.status, faultsIn(details)]).toEqual([200, []]);
    expect(textIn(details, '.already')).toBe(NOTICE);
    expect(textIn(details, '.chosen-time time')).toBe(OWN);
    const wrong = await post({ name: '' });
    expect(faultsIn(wrong)).toEqual([['Enter your name', '#name']]);
    expect(textIn(wrong, '.already')).toBe(NOTICE);
  });

  test('the times have its own among the free, and it is the one chosen', async () => {
    await book();
    const times = await post({}, '?change=start');
    expect([times.status, faultsIn(times)]).toEqual([200, []]);
    expect(textIn(times, '.already')).toBe(NOTICE);
    expect(openDay(times)).toBe('2026-11-26');
    expect(times.$('input[name=time][checked]').attr('value')).toBe('14:30');
  });
});

test('a time that somebody else took is still taken, for a form that has booked another', async () => {
  await book();
  await booked(await bookCallback(makeCallback({ start: FRIDAY, phone: '01632 960 003' })));
  const page = await post({ start: FRIDAY });
  expect(faultsIn(page)).toEqual([
    ['Friday 27 November, 10am is no longer free. Choose another time.', '#start'],
  ]);
});
