import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, booked } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { callIds, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);
const FRIDAY = '2026-11-27T10:00:00+00:00';
const MONDAY = '2026-11-30T15:00:00+00:00';

describe('a second call that staff book for the person of a case', () => {
  const HAVE =
    'They have a discovery call on Friday 27 November, 10am to 10:30am, UK time already. Move it instead';

  async function aCaseWithCall() {
    const { reference } = await sendEnquiry({ phone: '01632 960 001' });
    const path = `/desk/cases/${reference}/`;
    expect((await show(`${path}book/discovery-call/`)).$('.already')).toHaveLength(0);
    await post(`${path}book/discovery-call/`, { start: FRIDAY });
    const [id = ''] = await callIds(t, reference);
    return { path, move: `${path}calls/${id}/move/` };
  }

  test('keeps in sight that nobody answered before it', async () => {
    const { path } = await aCaseWithCall();
    expect(textIn(await show(path), '.case-next')).not.toContain('Nobody answered');
    const once = (await show(`${path}outcome/`)).$('input[name="once"]').attr('value') ?? '';
    await post(`${path}outcome/`, { outcome: 'no-answer', once });
    expect(textIn(await show(path), '.case-next')).toMatch(
      /^A call is booked\..* Nobody answered: noted by \S+, Tuesday 24 November, 10am\./,
    );
  });

  test('is booked on pages that name the first, with the way to move it', async () => {
    const { path, move } = await aCaseWithCall();
    const query = `?start=${encodeURIComponent(MONDAY)}`;
    for (const page of [
      await show(`${path}book/discovery-call/`),
      await show(`${path}book/discovery-call/${query}`),
      await show(`${path}book/callback/`),
      await readPage(await post(`${path}book/callback/`, { start: '2026-11-24T10:30:00+00:00' })),
    ]) {
      expect(textIn(page, '.already')).toBe(HAVE);
      expect(page.$('.already a').attr('href')).toBe(move);
    }
  });

  test('is named in what comes next, beside the first, and counted in the list', async () => {
    const { path } = await aCaseWithCall();
    await post(`${path}book/discovery-call/`, { start: MONDAY });
    const [next] = list(await show(path), '.case-next');
    expect(next).toContain('The discovery call on Friday 27 November, 10am');
    expect(next).toContain(
      'There is also a discovery call on Monday 30 November, 3pm to 3:30pm, UK time.',
    );
    expect(textIn(await show('/desk/cases/'), 'main')).toMatch(
      /Friday 27 November, 10am, and 1 more/,
    );
  });

  test('leaves a case with one call as it was', async () => {
    const { reference } = await booked(await bookCallback(makeCallback({ start: FRIDAY })));
    expect(textIn(await show(`/desk/cases/${reference}/`), '.case-nexts')).not.toContain('also');
    expect(textIn(await show('/desk/cases/'), 'main')).not.toContain('more');
  });
});
