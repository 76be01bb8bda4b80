import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { staffAddressOf } from '../support/desk.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { blockWholeDay } from '../support/narrowings.ts';
import { bookedCall, ELEVEN, EMAIL, TEN, ticked } from '../support/offers.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

const preview = (page: PageRead) => textIn(page, '.email-body');

/** What an email says in its HTML, without the addresses written under buttons and the words only inboxes show. */
function wordsOf(html: string): string {
  const $ = load(html);
  $('[hidden], .address, style, title').remove();
  return $('body').text().replace(/\s+/g, '');
}

describe('the email that offers times', () => {
  test('is shown word for word before it is sent, with no key in the page', async () => {
    const { path, link, booking, reference } = await bookedCall(t);
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
    expect(preview(page)).toContain('are not reserved');
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

  test('says of a call whose time is blocked that we cannot ring then, not that it stays there', async () => {
    const { path } = await bookedCall(t);
    expect((await blockWholeDay(t.app, '2026-11-26', staffAddressOf(t))).outcome).toBe('set');
    const page = await readPage(await post(path, { start: [TEN] }));
    expect(preview(page)).toContain(
      'We are sorry: we cannot ring you at the time of your discovery call, Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(preview(page)).not.toContain('stays there');
  });

  test('is sent once however often the button is pressed, and stands on the timeline', async () => {
    const { path, reference, link } = await bookedCall(t);
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
      'We sent you an email with times to choose from.',
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
    const { path } = await bookedCall(t);
    await booked(await bookCallback(makeCallback({ start: TEN })));
    for (const step of ['see', 'send']) {
      const page = await readPage(await post(path, { start: [TEN, ELEVEN], step }));
      expect(page.status).toBe(409);
      expect(faultsIn(page)).toEqual([
        [
          'No longer free, and so not ticked any more: Friday 27 November, 10am. Tick others, or continue with the rest.',
          '#start',
        ],
      ]);
      expect(ticked(page)).toEqual([ELEVEN]);
    }
    expect(mailTo(t, EMAIL)).toEqual([]);
  });
});
