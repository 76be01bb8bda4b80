import { load } from 'cheerio';
import { beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '../../netlify/lib/database.ts';
import { SITE_URL, testApp } from '../support/app.ts';
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
import { below, list, showCase } from '../support/case-pages.ts';
import { signIn, staffAddressOf } from '../support/desk.ts';
import { openDesk } from '../support/desk-doors.ts';
import { linksIn } from '../support/links.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { sendEnquiry, showCallPage } from '../support/site-pages.ts';

const t = testApp();
let cookie = '';
beforeEach(async () => {
  cookie = await signIn(t);
});

const EMAIL = 'person@example.org';
const [TEN, ELEVEN, NOON] = ['10', '11', '12'].map((hour) => `2026-11-27T${hour}:00:00+00:00`) as [
  string,
  string,
  string,
];

type Values = Record<string, string | readonly string[]>;

const show = async (path: string) => readPage(await openDesk(get(path, cookie)));
const post = (path: string, values: Values) => openDesk(postForm(path, values, { cookie }));

/** A discovery call on Thursday, and where times are offered for it. */
async function bookedCall(overrides: Record<string, unknown> = {}) {
  const call = await booked(await bookDiscoveryCall(makeDiscoveryCall(overrides)));
  t.mailbox.clear();
  const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
  return {
    ...call,
    id: row?.id ?? '',
    path: `/desk/cases/${call.reference}/offer/?call=${row?.id}`,
  };
}

const ticked = (page: PageRead) =>
  page
    .$('input[name=start][checked]')
    .toArray()
    .map((box) => String(page.$(box).val()));

const preview = (page: PageRead) => textIn(page, '.email-body');

/** What an email says in its HTML, without the addresses written under buttons and the words only inboxes show. */
function wordsOf(html: string): string {
  const $ = load(html);
  $('.preview, .address, style, title').remove();
  return $('body').text().replace(/\s+/g, '');
}

describe('the form that offers times', () => {
  test('asks what they are for when its address does not say', async () => {
    const { reference, id } = await bookedCall();
    const page = await show(`/desk/cases/${reference}/offer/`);
    expect(page.$('h1').text()).toBe('Offer other times');
    expect(list(page, '.offer-for a')).toEqual([
      'The discovery call on Thursday 26 November, 2:30pm to 3pm, UK time',
      'A new callback',
      'A new discovery call',
    ]);
    expect(
      page
        .$('.offer-for a')
        .toArray()
        .map((link) => page.$(link).attr('href')),
    ).toEqual([
      `/desk/cases/${reference}/offer/?call=${id}`,
      `/desk/cases/${reference}/offer/?kind=callback`,
      `/desk/cases/${reference}/offer/?kind=discovery-call`,
    ]);
  });

  test('ticks the nearest times, and offers every other but the one the call has', async () => {
    const { path } = await bookedCall();
    const page = await show(path);
    expect(textIn(page, '.lede')).toBe(
      'For the discovery call on Thursday 26 November, 2:30pm to 3pm, UK time. It stays there until its caller chooses another time.',
    );
    expect(ticked(page)).toEqual(
      ['13:30', '14:00', '15:00'].map((clock) => `2026-11-26T${clock}:00+00:00`),
    );
    const all = page
      .$('input[name=start]')
      .toArray()
      .map((box) => page.$(box).val());
    expect(all).not.toContain('2026-11-26T14:30:00+00:00');
    expect(all).toContain('2026-11-26T17:30:00+00:00');
  });

  test('goes to other weeks by a post, and keeps what was ticked and written', async () => {
    const { path } = await bookedCall();
    const words = 'We are sorry.\nSomebody is ill.';
    const page = await readPage(
      await post(`${path}&from=2026-11-30`, { start: [TEN, ELEVEN], words, step: 'turn' }),
    );
    expect([page.status, page.$('.error-summary').length]).toEqual([200, 0]);
    expect(list(page, 'legend')).toEqual(['Ticked in other weeks', 'Which times?']);
    expect(ticked(page)).toEqual([TEN, ELEVEN]);
    expect(page.$('textarea').val()).toBe(words);
    expect(page.$('.day h2').first().text()).toBe('Monday 30 November');
    const turned = page.$('button[name=step][value=turn]').toArray();
    expect(turned.map((button) => page.$(button).attr('formaction'))).toEqual([
      `${path}&from=2026-11-23`,
      `${path}&from=2026-12-07`,
    ]);
  });

  test('says what to mend, with everything still in it', async () => {
    const { path } = await bookedCall();
    const many = ['10', '11', '12', '13', '14', '15', '16'].map(
      (h) => `2026-11-27T${h}:00:00+00:00`,
    );
    const cases: [Values, string, string][] = [
      [{}, 'Tick a time to offer.', '#start'],
      [{ start: many }, 'Tick 6 times at most: 7 are ticked.', '#start'],
      [
        { start: TEN, words: 'x'.repeat(1001) },
        'Shorten what there is to add to 1000 characters or fewer.',
        '#words',
      ],
      [
        { start: 'soon' },
        'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00.',
        '#start',
      ],
      [
        { start: TEN, to: 'other@example.org' },
        'There is no such field here. Leave it out.',
        '#to',
      ],
    ];
    for (const [values, message, field] of cases) {
      for (const step of ['see', 'send']) {
        const page = await readPage(await post(path, { ...values, step }));
        expect([page.status, faultsIn(page)]).toEqual([422, [[message, field]]]);
        expect(page.$('title').text()).toMatch(/^Error: Offer other times/);
      }
    }
    const page = await readPage(await post(path, { start: many, words: 'Kept.' }));
    expect(ticked(page)).toEqual(many);
    expect(page.$('textarea').val()).toBe('Kept.');
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);
  });
});

describe('the email that offers times', () => {
  test('is shown word for word before it is sent, with no key in the page', async () => {
    const { path, link, booking, reference } = await bookedCall();
    const words = 'We are sorry.\n<b>Somebody</b> is ill.';
    const page = await readPage(await post(path, { start: [ELEVEN, TEN], words }));
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Send this email?']);
    expect(list(page, '.email-preview dd')).toEqual([
      EMAIL,
      'Other times for your discovery call: please choose one',
    ]);
    expect(page.markup).not.toContain(keyIn(link));
    expect(page.markup).not.toContain(booking);
    expect(preview(page)).toContain(
      'It is booked for Thursday 26 November, 2:30pm to 3pm, UK time, and stays there until you choose another time.',
    );
    expect(preview(page)).toContain('<b>Somebody</b> is ill.');
    expect(preview(page)).toContain('each goes to whoever chooses it first');
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);

    const { start: _one, ...carried } = fieldsIn(page);
    const sent = await post(path, { ...carried, start: [TEN, ELEVEN], step: 'send' });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `/desk/cases/${reference}/?done=offered`,
    ]);
    const [email] = mailTo(t, EMAIL);
    expect(email?.subject).toBe('Other times for your discovery call: please choose one');
    expect(wordsOf(email?.html ?? '')).toBe(preview(page).replace(/\s+/g, ''));
    expect(mailTo(t, staffAddressOf(t))).toEqual([]);
    expect(t.mailbox.messages).toHaveLength(1);
  });

  test('is sent once however often the button is pressed, and stands on the timeline', async () => {
    const { path, reference, link } = await bookedCall();
    const form = await show(path);
    const { once } = fieldsIn(form);
    const values = { start: [TEN, ELEVEN], words: 'Sorry.', once: once ?? '', step: 'send' };
    for (let press = 0; press < 3; press += 1) expect((await post(path, values)).status).toBe(303);
    expect(mailTo(t, EMAIL)).toHaveLength(1);
    const acts = await t.app.database.query('SELECT act, actor, words FROM case_acts');
    expect(acts).toEqual([
      {
        act: 'times offered',
        actor: staffAddressOf(t),
        words:
          'Friday 27 November, 10am to 10:30am, UK time\nFriday 27 November, 11am to 11:30am, UK time\n\nSorry.',
      },
    ]);
    expect(await count(t, `audit WHERE reference = '${reference}' AND actor IS NOT NULL`)).toBe(1);
    expect(list(await showCase(keyIn(link)), '.timeline li').join()).toContain(
      'We sent you times to choose from by email.',
    );
    // Another showing of the form is another offer.
    await post(path, { ...values, once: 'another' });
    expect(mailTo(t, EMAIL)).toHaveLength(2);
  });

  test('goes to the address of the enquiry when the call has none', async () => {
    const enquiry = await sendEnquiry({ email: 'office@example.org' });
    await booked(await bookCallback(makeCallback({ case: keyIn(enquiry.link) })));
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    const page = await readPage(
      await post(`/desk/cases/${enquiry.reference}/offer/?call=${row?.id}`, { start: TEN }),
    );
    expect(list(page, '.email-preview dd')[0]).toBe('office@example.org');
  });

  test('holds back a time that has gone meanwhile, and keeps the rest', async () => {
    const { path } = await bookedCall();
    await booked(await bookCallback(makeCallback({ start: TEN })));
    for (const step of ['see', 'send']) {
      const page = await readPage(await post(path, { start: [TEN, ELEVEN], step }));
      expect(page.status).toBe(409);
      expect(faultsIn(page)).toEqual([
        [
          'No longer free, and so not ticked any more: Friday 27 November, 10am. Tick others, or go on with the rest.',
          '#start',
        ],
      ]);
      expect(ticked(page)).toEqual([ELEVEN]);
    }
    expect(mailTo(t, EMAIL)).toEqual([]);
  });
});

/** Sends an offer and reads the links of its times, in order. */
async function offered(path: string, start: readonly string[]) {
  expect((await post(path, { start, step: 'send' })).status).toBe(303);
  const emails = mailTo(t, EMAIL);
  return linksIn(emails.slice(-1), SITE_URL).filter((link) => link.includes('start='));
}

describe('a time that was offered for a call', () => {
  test('opens a page that says what will happen, and moves nothing; its button moves', async () => {
    const call = await bookedCall();
    const links = await offered(call.path, [TEN, ELEVEN]);
    expect(links).toEqual(
      [TEN, ELEVEN].map(
        (start) => `${SITE_URL}${below(call).path}reschedule/?${new URLSearchParams({ start })}`,
      ),
    );
    const page = await below(call).showMove(new URL(links[1] ?? '').search);
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Move your call?']);
    expect(textIn(page, '.lede')).toBe(
      'If you go on, the discovery call moves to Friday 27 November, 11am to 11:30am, UK time.',
    );
    expect(await count(t, `bookings WHERE starts_at = '${call.start}'`)).toBe(1);
    const moved = await below(call).move(fieldsIn(page));
    expect([moved.status, moved.headers.get('location')]).toEqual([303, call.link]);
    expect(await count(t, `bookings WHERE starts_at = '${ELEVEN}'`)).toBe(1);
    const again = await below(call).showMove(new URL(links[1] ?? '').search);
    expect(again.$('h1').text()).toBe('Your call is at that time');
  });

  test('that has gone shows the nearest that are free, and so does its button', async () => {
    const call = await bookedCall();
    const [link = ''] = await offered(call.path, [TEN]);
    const open = await below(call).showMove(new URL(link).search);
    await booked(await bookCallback(makeCallback({ start: TEN })));
    const gone = await below(call).showMove(new URL(link).search);
    expect([gone.status, faultsIn(gone)]).toEqual([
      409,
      [['That time is no longer free. Choose another.', '#start']],
    ]);
    expect(gone.$('.day h2').text()).toContain('Friday 27 November');
    const pressed = await readPage(await below(call).move(fieldsIn(open)));
    expect(pressed.status).toBe(409);
    expect(await count(t, `bookings WHERE starts_at = '${call.start}'`)).toBe(1);
  });

  test.each([
    ['?start=2026-11-28T10:00:00%2B00:00', 400],
    ['?start=soon', 400],
    ['?start=2026-11-24T10:00:00%2B00:00', 409],
  ])('and is none, %s, is said so with the times there are', async (query, status) => {
    const page = await below(await bookedCall()).showMove(query);
    expect([page.status, page.$('input[name=start]').length > 0]).toEqual([status, true]);
  });

  test('is nothing to a call that is cancelled meanwhile', async () => {
    const call = await bookedCall();
    const [link = ''] = await offered(call.path, [TEN]);
    await cancelCall(call.booking);
    expect((await below(call).showMove(new URL(link).search)).status).toBe(409);
    expect((await show(call.path)).status).toBe(409);
    expect((await post(call.path, { start: TEN, step: 'send' })).status).toBe(409);
    expect(mailTo(t, EMAIL).filter(({ subject }) => /^Other times/.test(subject))).toHaveLength(1);
  });
});

describe('a time that was offered for a call not booked yet', () => {
  test('opens the form of that call in their case, with what they said filled in', async () => {
    const enquiry = await sendEnquiry({ email: EMAIL });
    t.mailbox.clear();
    const path = `/desk/cases/${enquiry.reference}/offer/?kind=discovery-call`;
    const form = await show(path);
    expect(textIn(form, '.lede')).toBe('For a discovery call that is not booked yet.');
    expect(ticked(form)[0]).toBe('2026-11-25T10:00:00+00:00');
    const [link = ''] = await offered(path, [TEN]);
    const query = new URLSearchParams({ case: keyIn(enquiry.link), start: TEN });
    expect(link).toBe(`${SITE_URL}/discovery-call/?${query}`);
    const page = await showCallPage('discovery-call', `?${query}`);
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Your details']);
    expect(fieldsIn(page)).toMatchObject({ start: TEN, case: keyIn(enquiry.link), email: EMAIL });
    await booked(await bookCallback(makeCallback({ start: TEN })));
    expect((await showCallPage('discovery-call', `?${query}`)).status).toBe(409);
  });
});

describe('no times are offered', () => {
  test('where there is no email address: the page says to ring', async () => {
    const { reference } = await booked(await bookCallback(makeCallback()));
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    for (const query of [`?call=${row?.id}`, '?kind=callback']) {
      const path = `/desk/cases/${reference}/offer/${query}`;
      const page = await show(path);
      expect(textIn(page, 'main')).toContain('Ring 01632 960 001 and agree a time with them.');
      expect(page.$('form')).toHaveLength(0);
      await post(path, { start: TEN, step: 'send' });
    }
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);
  });

  test('for a case in quarantine, a call that has begun, and one of another case', async () => {
    const first = await bookedCall();
    const other = await sendEnquiry({});
    const foreign = `/desk/cases/${other.reference}/offer/?call=${first.id}`;
    expect((await show(foreign)).status).toBe(409);
    t.setNow('2026-11-26T14:30:00Z');
    cookie = await signIn(t);
    expect(textIn(await show(first.path), '.lede')).toMatch(/^That call has begun/);
    await t.app.database.query('UPDATE cases SET quarantined_at = now()');
    expect(textIn(await show(first.path), '.lede')).toMatch(/^This case is in quarantine/);
    expect((await show('/desk/cases/23456789/offer/')).status).toBe(404);
  });

  test('to anybody who is not staff', async () => {
    const { path } = await bookedCall();
    expect((await openDesk(get(path))).headers.get('location')).toMatch(/^\/desk\/sign-in\//);
    expect((await openDesk(postForm(path, { start: TEN, step: 'send' }))).status).toBe(401);
    expect(t.mailbox.messages).toEqual([]);
  });
});

describe('a call whose own time is blocked', () => {
  test('is offered times, moves to one, and is stranded no more', async () => {
    const call = await bookedCall();
    await openDesk(
      postForm('/desk/times/block/', { date: '2026-11-26', much: 'day', step: 'set' }, { cookie }),
    );
    const form = await show(call.path);
    expect(ticked(form).some((start) => start.startsWith('2026-11-26'))).toBe(false);
    await offered(call.path, [NOON]);
    const waiting = textIn(await show('/desk/times/stranded/'), '.stranded');
    expect(waiting).toContain('Other times were offered on Tuesday 24 November, 10am');
    expect((await moveTo(call.booking, NOON)).status).toBe(200);
    expect((await show('/desk/times/stranded/')).$('.stranded')).toHaveLength(0);
  });
});

describe('what staff wrote is never lost', () => {
  test('when its caller moves the call while the email is read', async () => {
    const call = await bookedCall();
    const page = await readPage(await post(call.path, { start: ELEVEN, words: 'Sorry.' }));
    await moveTo(call.booking, NOON);
    t.mailbox.clear();
    const sent = await readPage(await post(call.path, { ...fieldsIn(page), step: 'send' }));
    expect(sent.status).toBe(409);
    expect(faultsIn(sent)[0]?.[0]).toContain('The call has been moved meanwhile');
    expect(sent.$('textarea').val()).toBe('Sorry.');
    expect(t.mailbox.messages).toEqual([]);
  });

  test('while the database is away', async () => {
    const call = await bookedCall();
    const { database } = t.app;
    t.app.database = {
      ...database,
      query: () => Promise.reject(new DatabaseUnavailableError('away')),
    };
    const page = await readPage(
      await post(call.path, { start: ELEVEN, words: 'Sorry.', step: 'send' }),
    );
    const block = { date: '2026-11-26', much: 'day', why: 'Away', step: 'set' };
    const form = await readPage(await post('/desk/times/block/', block));
    t.app.database = database;
    expect([page.status, textIn(page, 'blockquote')]).toEqual([503, 'Sorry.']);
    expect([form.status, fieldsIn(form)]).toEqual([
      503,
      { date: '2026-11-26', much: 'day', why: 'Away' },
    ]);
  });
});
