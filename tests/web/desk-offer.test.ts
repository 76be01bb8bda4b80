import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { bookedCall, ELEVEN, TEN, ticked } from '../support/offers.ts';
import { faultsIn, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

type Values = Record<string, string | readonly string[]>;

describe('the form that offers times', () => {
  test('calls them other times where a call is booked, and times where none is', async () => {
    const { path, reference } = await bookedCall(t);
    const heading = async (address: string) => (await show(address)).$('h1').text();
    expect(await heading(path)).toBe('Offer other times');
    const { reference: enquired } = await sendEnquiry();
    expect(await heading(`/desk/cases/${enquired}/offer/`)).toBe('Offer times');
    expect(await heading(`/desk/cases/${enquired}/offer/?kind=callback`)).toBe('Offer times');
    const offered = async (of: string) => list(await show(`/desk/cases/${of}/`), '.case-acts a');
    expect(await offered(reference)).toContain('Offer other times');
    expect(await offered(enquired)).toContain('Offer times');
  });

  test('asks what they are for when its address does not say', async () => {
    const { reference, id } = await bookedCall(t);
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

  test('ticks times about the same hour on several days, and offers every other but the one the call has', async () => {
    const { path } = await bookedCall(t);
    const page = await show(path);
    expect(textIn(page, '.lede')).toBe(
      'For the discovery call on Thursday 26 November, 2:30pm to 3pm, UK time. It stays there until its caller chooses another time.',
    );
    expect(ticked(page)).toEqual(
      ['26T14:00', '27T14:30', '30T14:30'].map((at) => `2026-11-${at}:00+00:00`),
    );
    const all = page
      .$('input[name=start]')
      .toArray()
      .map((box) => page.$(box).val());
    expect(page.$('.choice input[name=start]')).toHaveLength(6);
    expect(page.$('details input[name=start][checked], details[open]')).toHaveLength(0);
    expect(new Set(all).size).toBe(all.length);
    expect(page.$(`main a[href="${path.replace(/offer.*/, '')}"].button`)).toHaveLength(1);
    expect(all).not.toContain('2026-11-26T14:30:00+00:00');
    expect(all).toContain('2026-11-26T17:30:00+00:00');
  });

  test('suggests none that was cancelled for them, though it is free', async () => {
    const { reference, id } = await bookedCall(t);
    const start = '2026-11-26T14:30:00+00:00';
    const values = { start, wantedBy: 'us' };
    expect((await post(`/desk/cases/${reference}/calls/${id}/cancel/`, values)).status).toBe(303);
    const page = await show(`/desk/cases/${reference}/offer/?kind=discovery-call`);
    const first = page.$('.choice input[name=start]').toArray();
    expect(first.map((box) => page.$(box).val())).not.toContain(start);
    expect(page.$(`details input[value="${start}"]`)).toHaveLength(1);
  });

  test('goes to other days by a post, and keeps what was ticked and written', async () => {
    const { path } = await bookedCall(t);
    const words = 'We are sorry.\nSomebody is ill.';
    const page = await readPage(
      await post(`${path}&from=2026-12-10`, { start: [TEN, ELEVEN], words, step: 'turn' }),
    );
    expect([page.status, page.$('.error-summary').length]).toEqual([200, 0]);
    expect(list(page, 'legend')).toEqual(['Ticked on other days', 'Which times?']);
    expect(ticked(page)).toEqual([TEN, ELEVEN]);
    expect(page.$('textarea').val()).toBe(words);
    expect(page.$('.ticks h2').first().text()).toBe('Wednesday 9 December');
    const turned = page.$('button[name=step][value=turn]').toArray();
    expect(turned.map((button) => page.$(button).attr('formaction'))).toEqual([
      `${path}&from=2026-11-25`,
      `${path}&from=2026-12-23`,
    ]);
  });

  test('says what to fix, with everything still in it', async () => {
    const { path } = await bookedCall(t);
    const many = ['10', '11', '12', '13', '14', '15', '16'].map(
      (h) => `2026-11-27T${h}:00:00+00:00`,
    );
    const cases: [Values, string, string][] = [
      [{}, 'Tick a time to offer.', '#start'],
      [{ start: many }, 'Tick 6 times at most: 7 are ticked.', '#start'],
      [
        { start: TEN, words: 'x'.repeat(1001) },
        'What you would like to add must be 1,000 characters or fewer. It is 1,001.',
        '#words',
      ],
      [
        { start: 'soon' },
        'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00',
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
