import { describe, expect, test } from 'vitest';
import { deliver } from '#services/notifications/deliver.ts';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  count,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { haveSet } from '../support/narrowings.ts';
import { faultsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

const OFFER = '/desk/times/stranded/offer/';

/** Two people with email and one without, all in a week that is closed afterwards. */
async function makeThreeConflict() {
  const one = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-12-01T10:00:00+00:00' })),
  );
  const two = await booked(
    await bookCallback(
      makeCallback({
        start: '2026-12-01T10:30:00+00:00',
        name: 'B. Person',
        email: 'b@example.org',
      }),
    ),
  );
  const three = await booked(
    await bookCallback(makeCallback({ start: '2026-12-02T10:00:00+00:00', name: 'C. Person' })),
  );
  await haveSet(t.app, { kind: 'closure', from: '2026-11-30', to: '2026-12-04', why: 'Away' });
  await deliver(t.app, 10_000);
  t.mailbox.clear();
  return { one, two, three };
}

const calls = (page: PageRead) =>
  page
    .$('input[name=call]')
    .toArray()
    .map((input) => page.$(input).val() as string);

/** The fields of the page that is read, to go on with. */
const fieldsOn = (page: PageRead) => ({
  call: calls(page),
  once: page.$('input[name=once]').val() as string,
  ...(page.$('input[name=seen]').length > 0 && {
    seen: page.$('input[name=seen]').val() as string,
  }),
});

describe('new times for everyone at once', () => {
  test('are about the same hour on the nearest days, no two the same, and whoever gave no email is to be rung', async () => {
    const { three } = await makeThreeConflict();
    const conflicting = await show('/desk/times/stranded/');
    expect(conflicting.$(`a[href="${OFFER}"]`).text()).toBe('Offer everyone new times');
    const page = await show(OFFER);
    expect(calls(page)).toHaveLength(2);
    expect(page.$('input[name=call][checked]')).toHaveLength(2);
    const times = list(page, '.offer-times');
    expect(times[0]).toBe(
      'Thursday 26 November, 10amFriday 27 November, 10amMonday 7 December, 10am',
    );
    const all = list(page, '.offer-times li');
    expect(all).toHaveLength(6);
    expect(new Set(all).size).toBe(6);
    expect(textIn(page, '#to-ring')).toBe('To ring: 1 person');
    expect(list(page, '.block-calls li')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^C\\. Person, 01632 960 001\\. Their callback on .*, reference ${three.reference}\\.`,
        ),
      ),
    ]);
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);
  });

  test('are shown word for word, then sent once however often it is pressed', async () => {
    const { one } = await makeThreeConflict();
    const form = await show(OFFER);
    const check = await readPage(
      await post(OFFER, { ...fieldsOn(form), words: 'We are sorry.', step: 'see' }),
    );
    expect([check.status, check.$('h1').text()]).toEqual([200, 'Send these emails?']);
    expect(check.$('.email-preview')).toHaveLength(2);
    expect(textIn(check, 'main')).toContain('We are sorry.');
    expect(
      new Set(
        check
          .$('[id]')
          .toArray()
          .map((each) => check.$(each).attr('id')),
      ).size,
    ).toBe(check.$('[id]').length);
    const send = { ...fieldsOn(check), words: 'We are sorry.', step: 'send' };
    for (const _ of [1, 2]) {
      const answer = await post(OFFER, send);
      expect(answer.headers.get('location')).toBe('/desk/times/stranded/?done=offered');
    }
    await deliver(t.app, 10_000);
    expect(mailTo(t, 'b@example.org')).toHaveLength(1);
    expect(mailTo(t, 'person@example.org')).toHaveLength(1);
    expect(mailTo(t, 'b@example.org')[0]?.text).toContain('We are sorry.');
    expect(await count(t, "case_acts WHERE act = 'times offered'")).toBe(2);
    const again = await show(OFFER);
    expect(again.$('input[name=call][checked]')).toHaveLength(0);
    expect(textIn(again, 'main')).toContain('none has been chosen yet');
    expect((await moveTo(one.booking, '2026-12-07T09:00:00+00:00')).status).toBe(200);
    expect(calls(await show(OFFER))).toHaveLength(1);
  });

  test('are shown anew, and not sent, when a time has gone or a call has moved meanwhile', async () => {
    const { two } = await makeThreeConflict();
    const check = await readPage(
      await post(OFFER, { ...fieldsOn(await show(OFFER)), step: 'see' }),
    );
    await booked(await bookCallback(makeCallback({ start: '2026-11-27T10:30:00+00:00' })));
    const gone = await readPage(await post(OFFER, { ...fieldsOn(check), step: 'send' }));
    expect(gone.status).toBe(409);
    expect(textIn(gone, '[role=status]')).toContain('so nothing was sent');
    await moveTo(two.booking, '2026-12-08T09:00:00+00:00');
    const moved = await readPage(await post(OFFER, { ...fieldsOn(gone), step: 'send' }));
    expect([moved.status, calls(moved).length]).toEqual([409, 1]);
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);
    const sent = await post(OFFER, { ...fieldsOn(moved), step: 'send' });
    expect(sent.status).toBe(303);
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(1);
  });

  test('need a person to be ticked, and keep what was typed', async () => {
    await makeThreeConflict();
    const page = await readPage(await post(OFFER, { words: 'Sorry.', step: 'see' }));
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([['Tick at least one person.', '#call']]);
    expect(page.$('textarea').text().trim()).toBe('Sorry.');
  });

  test('are for nobody when every call can take place', async () => {
    expect(textIn(await show(OFFER), '.lede')).toBe(
      'Every call to come can take place at the time it is booked for.',
    );
    const none = { call: '11111111-1111-4111-8111-111111111111', step: 'send' };
    expect((await post(OFFER, none)).status).toBe(409);
  });

  test('stand first on Today, with the way to them', async () => {
    await makeThreeConflict();
    const page = await show('/desk/');
    expect(page.$('main h2').first().text()).toBe('Calls that cannot take place');
    expect(page.$(`a[href="${OFFER}"]`)).toHaveLength(1);
  });
});
