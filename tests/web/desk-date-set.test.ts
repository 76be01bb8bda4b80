import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { haveSet } from '../support/narrowings.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { pathOf, standingVisit } from '../support/standing-visit.ts';

const STAFF = 'staff@example.org';

const t = testApp();
const { show, post, act, comeBackAt, next, today, expectNothingDone } = standingVisit(t);

describe('a date that is set', () => {
  const field = async (reference: string, page: string) => {
    const shown = await show(`${pathOf(reference)}${page}/`);
    return [shown.$('#followUp').val(), textIn(shown, '#followUp-hint')] as const;
  };
  const promised = async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    return reference;
  };

  test.each(['outcome', 'follow-up'])('is said and stands in the field: %s', async (page) => {
    const reference = await promised();
    const [value, hint] = await field(reference, page);
    expect(value).toBe('2026-12-15');
    expect(hint).toContain(`Set: Tuesday 15 December, by ${STAFF}.`);
  });

  test('stays through an outcome unless another is typed', async () => {
    const reference = await promised();
    await act(reference, 'outcome', { outcome: 'spoke' });
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-15');
    await act(reference, 'outcome', { outcome: 'wrote', followUp: '2026-12-08' });
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-08');
  });

  test('gives way to the usual day when it is emptied, which the hint names', async () => {
    const reference = await promised();
    expect((await field(reference, 'outcome'))[1]).toContain(
      'it is Friday 27 November, in three working days.',
    );
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '' });
    const [value, hint] = await field(reference, 'outcome');
    expect(value, 'nobody promised that day').toBe('');
    expect(hint).toContain('Set: Friday 27 November, by the usual rule.');
  });

  test('is over once it has come', async () => {
    const reference = await promised();
    await comeBackAt('2026-12-15T09:00:00Z');
    const [value, hint] = await field(reference, 'outcome');
    expect([value, hint]).toEqual(['', expect.not.stringContaining('Set:')]);
  });

  test('is in the form that opens a closed case again', async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'not-now', followUp: '2026-12-15' });
    const [value, hint] = await field(reference, 'reopen');
    expect(value).toBe('2026-12-15');
    expect(hint).toContain(`Set: Tuesday 15 December, by ${STAFF}.`);
    await act(reference, 'reopen');
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-15');
  });

  test('is named before closing takes it away', async () => {
    const reference = await promised();
    const page = await show(`${pathOf(reference)}close/`);
    expect(list(page, '.case-will li')[0]).toContain(
      `The date that is set goes: Tuesday 15 December, by ${STAFF}.`,
    );
  });

  test('is named before the outcome of a complaint takes it away, and before that is open again', async () => {
    const { reference } = await sendComplaint();
    const means = async (page: string, part: string) =>
      textIn(await show(`${pathOf(reference)}complaint/${page}`), part);
    expect(await means('', '.case-means')).not.toContain('The date that is set');
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    const goes = `The date that is set goes: Tuesday 15 December, by ${STAFF}.`;
    expect(await means('', '.case-means')).toContain(goes);
    await act(reference, 'complaint', { step: 'progress', told: 'telephone', words: 'x' });
    expect(await means('', '.case-means')).toContain(goes);
    await act(reference, 'complaint', { step: 'outcome', told: 'telephone', words: 'x' });
    expect((await field(reference, 'outcome'))[0]).toBe('');
    expect(await means('reopen/', '.case-will')).not.toContain('The date that is set');
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    expect(await means('reopen/', '.case-will')).toContain(goes);
    await act(reference, 'complaint/reopen');
    expect((await field(reference, 'follow-up'))[0]).toBe('');
  });

  test('is saved once when its button is pressed twice', async () => {
    const { reference } = await sendEnquiry();
    const path = `${pathOf(reference)}follow-up/`;
    const pressed = { ...fieldsIn(await show(path)), followUp: '2026-12-15' };
    for (const _ of [1, 2]) expect((await post(path, pressed)).status).toBe(303);
    expect(await count(t, 'case_acts')).toBe(1);
  });
});

describe('a date on which nobody is in', () => {
  const away = {
    kind: 'closure',
    from: '2026-12-14',
    to: '2026-12-18',
    why: 'Both on leave',
  } as const;
  const SAID =
    'The line is closed that day: Both on leave. The next open day is Monday 21 December. The case is on Today from that day all the same, until someone sees to it.';

  test('is taken, and what happens then is said once it is saved and where it is changed', async () => {
    const { reference } = await sendEnquiry();
    await haveSet(t.app, away);
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    expect((await next(reference))[0]).toContain(
      `Look at it again on Tuesday 15 December. ${SAID}`,
    );
    expect(textIn(await show(`${pathOf(reference)}outcome/`), '#followUp-hint')).toContain(
      `Set: Tuesday 15 December, by ${STAFF}. ${SAID}`,
    );
    await comeBackAt('2026-12-15T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
    await comeBackAt('2026-12-21T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
  });

  test('is said of a hold too', async () => {
    const { reference } = await sendEnquiry();
    await haveSet(t.app, away);
    await act(reference, 'hold', { reason: 'They dispute it', followUp: '2026-12-15' });
    expect((await next(reference))[0]).toContain(SAID);
  });

  test.each([
    ['outcome', { outcome: 'spoke' }],
    ['follow-up', {}],
    ['hold', { reason: 'They dispute it' }],
  ])('is refused years away: %s', async (name, values) => {
    const { reference } = await sendEnquiry();
    const answer = await act(reference, name, { ...values, followUp: '2099-12-15' });
    const page = await readPage(answer);
    expect([page.status, faultsIn(page)]).toEqual([
      422,
      [
        [
          'Tuesday 15 December 2099 is more than a year ahead. Choose a day up to Thursday 25 November 2027.',
          '#followUp',
        ],
      ],
    ]);
    expect(page.$('#followUp').val()).toBe('2099-12-15');
    await expectNothingDone();
  });
});

describe('where a date is seen', () => {
  test('in the list of cases and, when a call is booked, in the case', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '2026-12-15' });
    expect(list(await show('/desk/cases/'), '.case-standing')).toEqual([
      'Nothing to do now. Look at it again on Tuesday 15 December',
    ]);
    await booked(await bookCallback(makeCallback({ case: keyIn(link) })));
    expect((await next(reference)).at(-1)).toMatch(
      /A call is booked\..*Look at it again on Tuesday 15 December\./,
    );
    expect(list(await show('/desk/cases/'), '.case-standing')[0]).toMatch(
      /^Call to come: .*\. Look at it again on Tuesday 15 December$/,
    );
    await comeBackAt('2026-12-16T09:00:00Z');
    expect(list(await show('/desk/cases/'), '.case-standing')[0]).toBe('Waiting for us');
  });
});
