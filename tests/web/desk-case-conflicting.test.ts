import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  type BookedAnswer,
  bookCallback,
  bookDiscoveryCall,
  booked,
  keyIn,
} from '../support/bookings.ts';
import { showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { bookedCall, ELEVEN } from '../support/offers.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const desk = deskVisit(t);

const block = (date: string, opens: string, closes: string) =>
  haveSet(t.app, {
    kind: 'block',
    from: date,
    to: date,
    hours: hours(opens, closes),
    why: 'Team day',
  });

const pageOf = async ({ reference }: BookedAnswer) =>
  deskOf(await signIn(t))
    .about(reference)
    .show();

describe('a case whose call stands at a time that was blocked since', () => {
  test('says so first, why, and leads on to offering other times', async () => {
    const call = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await block('2026-11-26', '14:00', '16:00');
    const page = await pageOf(call);
    const said = textIn(page, '.case-nexts');
    expect(said).toMatch(/^A call cannot take place at the time it is booked for\./);
    expect(said).toContain(
      'The discovery call on Thursday 26 November, 2:30pm to 3pm, UK time. Blocked 2pm to 4pm: Team day.',
    );
    expect(said).not.toContain('A call is to come');
    expect(page.$('.case-nexts a.button').attr('href')).toBe(
      `/desk/cases/${call.reference}/offer/`,
    );
    expect(textIn(page, '.case-call')).toContain('It cannot take place then. Blocked 2pm to 4pm');
  });

  test('says that times were offered once they were, here, in the list and to its person', async () => {
    const { path, ...call } = await bookedCall(t);
    await block('2026-11-26', '14:00', '16:00');
    const { show, post } = desk;
    expect(textIn(await show('/desk/times/stranded/'), '.lede')).toContain('No email has gone out');
    expect(textIn(await showCase(keyIn(call.link)), 'main')).toContain(
      'We will write to you with other times.',
    );
    await post(path, { start: [ELEVEN], step: 'send' });
    const page = await pageOf(call);
    expect(textIn(page, '.case-nexts')).toContain(
      'Other times were offered by email on Tuesday 24 November, 10am, and none has been chosen yet.',
    );
    expect(textIn(page, '.case-nexts a')).toBe('Offer times again');
    expect(textIn(await show('/desk/times/stranded/'), '.lede')).toContain(
      'Other times have been offered for it.',
    );
    expect(textIn(await showCase(keyIn(call.link)), 'main')).toContain(
      'We emailed you times to choose from.',
    );
  });

  test('has nobody to write to when they gave no email address', async () => {
    const call = await booked(await bookCallback(makeCallback()));
    await block('2026-11-25', '09:00', '18:00');
    const page = await pageOf(call);
    expect(textIn(page, '.case-nexts')).toContain(
      'They gave no email address: ring 01632 960 001 to agree another time, then move the call.',
    );
    expect(page.$('.case-nexts a.button')).toHaveLength(0);
    expect(page.$('.case-call-acts a')).toHaveLength(3);
  });

  test('says nothing of it once the call has begun, or beside one that can take place', async () => {
    const call = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await block('2026-11-26', '10:00', '12:00');
    expect(textIn(await pageOf(call), '.case-nexts')).toMatch(/^A call is booked\./);
    await block('2026-11-26', '14:00', '16:00');
    t.setNow('2026-11-26T14:40:00Z');
    expect(textIn(await pageOf(call), '.case-nexts')).toMatch(/^A call is under way\./);
  });
});
