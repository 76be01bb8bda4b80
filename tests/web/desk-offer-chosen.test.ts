import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { below } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { bookedCall, ELEVEN, EMAIL, NOON, offered, TEN, ticked } from '../support/offers.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const { show, post } = deskVisit(t);

describe('a time that was offered for a call', () => {
  test('opens a page that says what will happen, and moves nothing; its button moves', async () => {
    const call = await bookedCall(t);
    const links = await offered(t, post, call, [TEN, ELEVEN]);
    expect(links).toEqual(
      [TEN, ELEVEN].map(
        (start) => `${SITE_URL}${below(call).path}reschedule/?${new URLSearchParams({ start })}`,
      ),
    );
    const page = await below(call).showMove(new URL(links[1] ?? '').search);
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Move your call?']);
    expect(textIn(page, '.lede')).toBe(
      'You are about to move your discovery call to Friday 27 November, 11am to 11:30am, UK time.',
    );
    expect(await count(t, `bookings WHERE starts_at = '${call.start}'`)).toBe(1);
    const moved = await below(call).move(fieldsIn(page));
    expect([moved.status, moved.headers.get('location')]).toEqual([303, call.link]);
    expect(await count(t, `bookings WHERE starts_at = '${ELEVEN}'`)).toBe(1);
    const again = await below(call).showMove(new URL(links[1] ?? '').search);
    expect(again.$('h1').text()).toBe('Your call is at that time');
  });

  test('that has gone shows the nearest that are free, and so does its button', async () => {
    const call = await bookedCall(t);
    const [link = ''] = await offered(t, post, call, [TEN]);
    const open = await below(call).showMove(new URL(link).search);
    await booked(await bookCallback(makeCallback({ start: TEN })));
    const gone = await below(call).showMove(new URL(link).search);
    expect([gone.status, faultsIn(gone)]).toEqual([
      409,
      [['Friday 27 November, 10am is no longer free. Choose another time.', '#start']],
    ]);
    expect(gone.$('.days').text()).toContain('Friday 27 November');
    const pressed = await readPage(await below(call).move(fieldsIn(open)));
    expect(pressed.status).toBe(409);
    expect(await count(t, `bookings WHERE starts_at = '${call.start}'`)).toBe(1);
  });

  test.each([
    ['?start=2026-11-28T10:00:00%2B00:00', 400],
    ['?start=soon', 400],
    ['?start=2026-11-24T10:00:00%2B00:00', 409],
  ])('and is none, %s, is said so with the times there are', async (query, status) => {
    const page = await below(await bookedCall(t)).showMove(query);
    expect([page.status, page.$('input[name=time]').length > 0]).toEqual([status, true]);
  });

  test('is nothing to a call that is cancelled meanwhile', async () => {
    const call = await bookedCall(t);
    const [link = ''] = await offered(t, post, call, [TEN]);
    await cancelCall(call.booking);
    expect((await below(call).showMove(new URL(link).search)).status).toBe(409);
    expect((await show(call.path)).status).toBe(409);
    expect((await post(call.path, { start: TEN, step: 'send' })).status).toBe(409);
    expect(mailTo(t, EMAIL).filter(({ subject }) => /^Another time/.test(subject))).toHaveLength(1);
  });
});

describe('a time that was offered for a call not booked yet', () => {
  test('opens the form of that call in their case, with what they said filled in', async () => {
    const enquiry = await sendEnquiry({ email: EMAIL });
    t.mailbox.clear();
    const path = `/desk/cases/${enquiry.reference}/offer/?kind=discovery-call`;
    const form = await show(path);
    expect(textIn(form, '.lede')).toBe('For a discovery call that is not booked yet.');
    // A morning and an afternoon by turns, each still to be had by a person who chooses a working day later.
    expect(ticked(form)).toEqual(
      ['26T10:00', '27T14:00', '30T10:00'].map((at) => `2026-11-${at}:00+00:00`),
    );
    expect(textIn(form, 'main')).toContain('our notice holds when they choose');
    const [link = ''] = await offered(t, post, { path }, [TEN]);
    expect(link).toBe(`${enquiry.link}discovery-call/?${new URLSearchParams({ start: TEN })}`);
    const open = async () => readPage(await call(publicApp, get(link.replace(SITE_URL, ''))));
    const page = await open();
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Your details']);
    expect(fieldsIn(page)).toMatchObject({ start: TEN, case: keyIn(enquiry.link), email: EMAIL });
    await booked(await bookCallback(makeCallback({ start: TEN })));
    expect((await open()).status).toBe(409);
  });
});

describe('several times that were offered in one email', () => {
  async function offeredThree() {
    const enquiry = await sendEnquiry({ email: EMAIL, phone: '01632 960 001' });
    t.mailbox.clear();
    const path = `/desk/cases/${enquiry.reference}/offer/?kind=discovery-call`;
    const links = await offered(t, post, { path }, [TEN, ELEVEN, NOON]);
    return links.map((link) => link.replace(SITE_URL, ''));
  }

  const open = async (path: string) => readPage(await call(publicApp, get(path)));
  const send = (page: PageRead, form: string, path = page.$(form).attr('action') ?? '') =>
    call(publicApp, postForm(path, fieldsIn(page, form)));
  const isAt = (start: string) => count(t, `bookings WHERE starts_at = '${start}'`);

  /** Books what a page of details asks for, as its person does; returns the page that checks it. */
  async function bookFrom(details: PageRead) {
    const form = 'form[method=post]';
    const checked = await readPage(await send(details, form));
    expect((await send(checked, '#to-book')).status).toBe(303);
    return checked;
  }

  test('say, once one is booked, that it is, and move it with one press', async () => {
    const [ten = '', eleven = ''] = await offeredThree();
    await bookFrom(await open(ten));
    const page = await open(eleven);
    expect([page.status, page.$('h1').text()]).toEqual([200, 'You have a discovery call already']);
    expect(textIn(page, '.lede')).toBe(
      'You have a discovery call on Friday 27 November, 10am to 10:30am, UK time.',
    );
    expect(page.$('button').first().text()).toBe('Move it to this time');
    const form = 'form[action$="reschedule/"]';
    expect((await send(page, form)).status).toBe(303);
    expect((await send(page, form)).status).toBe(303);
    expect([await isAt(TEN), await isAt(ELEVEN), await count(t, 'bookings')]).toEqual([0, 1, 1]);
    const again = await open(eleven);
    expect(textIn(again, 'main')).toContain('there is nothing to book');
  });

  test('book another beside it for a person who says so, with no key in a query', async () => {
    const [ten = '', eleven = ''] = await offeredThree();
    await bookFrom(await open(ten));
    const page = await open(eleven);
    const another = page.$('a:contains("as well")').attr('href') ?? '';
    expect(new URL(another, SITE_URL).search).not.toMatch(/[\w-]{43}/);
    const checked = await bookFrom(await open(another));
    expect(textIn(checked, '.already')).toBe(
      'You have a discovery call on Friday 27 November, 10am to 10:30am, UK time. This books another as well. Move it to this time instead.',
    );
    expect([await isAt(TEN), await isAt(ELEVEN)]).toEqual([1, 1]);
  });

  test('say so on the check page of a tab that was opened before', async () => {
    const [ten = '', eleven = ''] = await offeredThree();
    const [one, two] = [await open(ten), await open(eleven)];
    await bookFrom(one);
    const checked = await readPage(await send(two, 'form[method=post]'));
    expect(textIn(checked, '.already')).toContain('You have a discovery call on Friday');
  });

  test('say how far it is to a call that is booked', async () => {
    await offeredThree();
    const text = mailTo(t, EMAIL).at(-1)?.text?.replace(/\s+/g, ' ');
    expect(text).toContain(
      'The next page asks for your details, and the page after it shows them for you to check. Nothing is booked until you press “Book this discovery call” on that last page.',
    );
  });
});

describe('a call whose own time is blocked', () => {
  test('is offered times, moves to one, and is conflicting no more', async () => {
    const call = await bookedCall(t);
    await post('/desk/times/block/', { from: '2026-11-26', much: 'day', step: 'set' });
    const form = await show(call.path);
    expect(ticked(form).some((start) => start.startsWith('2026-11-26'))).toBe(false);
    await offered(t, post, call, [NOON]);
    const waiting = textIn(await show('/desk/times/stranded/'), '.conflicting');
    expect(waiting).toContain('Other times were offered on Tuesday 24 November, 10am');
    expect((await moveTo(call.booking, NOON)).status).toBe(200);
    expect((await show('/desk/times/stranded/')).$('.conflicting')).toHaveLength(0);
  });
});
