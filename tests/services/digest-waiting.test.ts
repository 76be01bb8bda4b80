import { describe, expect, test } from 'vitest';
import { DIGEST_OUTCOMES } from '#services/jobs/digest-job.ts';
import { SITE_URL, testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall, keyIn } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { digestsOf } from '../support/digests.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });
const { below, latest, note, runAt } = digestsOf(t);

const atDesk = (reference: string) => `${SITE_URL}/desk/cases/${reference}/`;

describe('it tells', () => {
  test('what is new since the last one, once, and then what waits until an answer is noted', async () => {
    const { reference } = await sendEnquiry();
    await runAt('2026-11-25T08:00:00Z');
    expect(below('New since the last digest')).toBe(
      `A. Person, Example County Council:\nSent an enquiry.\nReference ${reference}\n${atDesk(reference)}`,
    );
    expect(latest()).not.toContain('Waiting');
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('New since');
    expect(below('Waiting for us')).toContain(
      `A. Person, Example County Council:\nGot in touch on Tuesday 24 November, 10am.\nReference ${reference}\n${atDesk(reference)}`,
    );
    expect(await runAt('2026-12-21T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    await note(reference, 'no answer');
    expect(await runAt('2026-12-22T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(below('Waiting for us')).toContain(
      'We last tried to reach them on Monday 21 December, 8am.',
    );
    await note(reference, 'spoke');
    expect(await runAt('2026-12-23T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
  });

  test('a call that took place as waiting, until what came of it is noted', async () => {
    const { reference } = await booked(
      await bookCallback(makeCallback({ start: '2026-11-25T15:00:00+00:00' })),
    );
    await runAt('2026-11-25T08:00:00Z');
    expect(await runAt('2026-11-26T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(below('Waiting for us')).toContain(
      `A. Person:\nTheir callback was on Wednesday 25 November, 3pm, and no outcome is noted.\nReference ${reference}`,
    );
    await note(reference, 'commissioned');
    expect(await runAt('2026-11-27T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
  });

  test('once more what was being written while the last one was made', async () => {
    t.setNow('2026-11-25T07:59:30Z');
    const { reference } = await sendEnquiry();
    await runAt('2026-11-25T08:00:00Z');
    await runAt('2026-11-26T08:00:00Z');
    expect(below('New since the last digest')).toContain(reference);
  });

  test('on Monday what came in since Friday’s', async () => {
    await sendEnquiry();
    await runAt('2026-11-27T08:00:00Z');
    t.setNow('2026-11-28T15:00:00Z');
    const { reference } = await sendEnquiry({ name: 'B. Person' });
    await runAt('2026-11-30T08:00:00Z');
    expect(below('New since the last digest')).toContain(
      `B. Person, Example County Council:\nSent an enquiry.\nReference ${reference}`,
    );
    expect(below('New since the last digest')).not.toContain('A. Person');
  });

  test('no enquiry as waiting that has a call, unless it was cancelled', async () => {
    const { link, reference } = await sendEnquiry();
    const { booking } = await booked(
      await bookDiscoveryCall(
        makeDiscoveryCall({ case: keyIn(link), start: '2026-11-27T11:00:00+00:00' }),
      ),
    );
    await runAt('2026-11-25T08:00:00Z');
    expect(below('New since the last digest')).toContain(
      'Sent an enquiry.\nAsked for a discovery call: Friday 27 November, 11am to 11:30am, UK time.',
    );
    expect(await runAt('2026-11-26T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
    await cancelCall(booking);
    expect(await runAt('2026-11-26T08:15:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(below('Waiting for us')).toContain(reference);
  });

  test('today’s calls in order, by time, kind, name, organisation and number, and no others', async () => {
    const later = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T15:00:00+00:00' })),
    );
    const sooner = await booked(
      await bookCallback(
        makeCallback({
          start: '2026-11-26T09:00:00+00:00',
          name: 'B. Person',
          phone: '01632 960 002',
        }),
      ),
    );
    const cancelled = await booked(
      await bookCallback(makeCallback({ start: '2026-11-26T12:00:00+00:00', name: 'C. Person' })),
    );
    await cancelCall(cancelled.booking);
    await booked(
      await bookCallback(makeCallback({ start: '2026-11-27T12:00:00+00:00', name: 'D. Person' })),
    );
    await runAt('2026-11-26T08:00:00Z');
    expect(below('Calls today \\(UK time\\)')).toBe(
      `9am to 9:30am:\nB. Person: callback\nRing 01632 960 002\nReference ${sooner.reference}\n${atDesk(sooner.reference)}\n\n` +
        `3pm to 3:30pm:\nA. Person, Example County Council: discovery call\nRing 01632 960 001\nReference ${later.reference}\n${atDesk(later.reference)}`,
    );
  });
});
