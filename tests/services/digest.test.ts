import { describe, expect, test } from 'vitest';
import { DIGEST_OUTCOMES, digest } from '#services/jobs/digest-job.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, keyIn } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { digestsOf } from '../support/digests.ts';
import { goOnAtOnce } from '../support/mail-pace.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { sendComplaint } from '../support/make-complaint.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });
const { below, digests, latest, note, runAt } = digestsOf(t);

describe('the digest', () => {
  test('goes out at 8am, to everybody on the staff list, once a date', async () => {
    await sendEnquiry();
    expect(await runAt('2026-11-25T07:59:59Z')).toBe(DIGEST_OUTCOMES.early);
    expect(await runAt('2026-11-25T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    await sendEnquiry({ name: 'B. Person' });
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.made);
    expect(await runAt('2026-11-25T23:59:59Z')).toBe(DIGEST_OUTCOMES.made);
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.to).toEqual(['staff@example.org', 'rota@example.org']);
    expect(digests()[0]?.subject).toBe('Wednesday 25 November: 1 new');
  });

  test('tells the numbers of the month before on the first working day, and on no other', async () => {
    const { reference } = await sendEnquiry();
    t.setNow('2026-11-24T10:40:00Z');
    await note(reference, 'not for us');
    await runAt('2026-11-30T08:00:00Z');
    expect(below('The numbers of November')).toBeUndefined();
    expect(await runAt('2026-12-01T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(digests().at(-1)?.subject).toBe('Tuesday 1 December: the numbers of November');
    const told = latest();
    for (const line of [
      'The numbers of November',
      '1 sent on the site, 0 written down at the desk',
      '40 minutes for the middle one, 40 minutes for the slowest',
      'Not for us: 1',
      '/desk/numbers/?by=month',
    ]) {
      expect(told).toContain(line);
    }
    expect(await runAt('2026-12-02T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
  });

  test('tells apart the calls that were booked in that month and those that were for it', async () => {
    const december = makeDiscoveryCall({ start: '2026-12-01T10:00:00+00:00' });
    await booked(await bookDiscoveryCall(december));
    await runAt('2026-12-01T08:00:00Z');
    const told = latest().replaceAll(/\s+/g, ' ');
    expect(told).toContain('Calls booked in November, for any day: 0 callbacks, 1 discovery call');
    expect(told).toContain(
      'Calls for a day in November: 0 callbacks, 0 discovery calls; 0 cancelled',
    );
  });

  test('tells how many complaints came in that month, and how many people were told the outcome', async () => {
    await sendComplaint();
    await t.app.database.query("UPDATE complaints SET ended_at = received_at + interval '1 hour'");
    await runAt('2026-12-01T08:00:00Z');
    expect(latest()).toContain('1 received, 1 told the outcome');
  });

  test('tells no numbers of a month in which there was nothing', async () => {
    expect(await runAt('2026-12-01T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
  });

  test('is one, however many run at once', async () => {
    await sendEnquiry();
    t.setNow('2026-11-25T08:00:00Z');
    const outcomes = await Promise.all([digest(t.app), digest(t.app), digest(t.app)]);
    expect(outcomes.sort()).toEqual(['made', 'made', 'owed']);
  });

  test('goes out late when nothing ran at 8am', async () => {
    await sendEnquiry();
    expect(await runAt('2026-11-25T16:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
  });

  test.each(['2026-11-28T08:00:00Z', '2026-11-29T12:00:00Z', '2026-12-25T08:00:00Z'])(
    'does not go out on %s, which is no working day',
    async (instant) => {
      await sendEnquiry();
      expect(await runAt(instant)).toBe(DIGEST_OUTCOMES.early);
    },
  );

  test('is not made while there is nothing to tell, and is when there is', async () => {
    expect(await runAt('2026-11-25T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
    await sendEnquiry();
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(digests()).toHaveLength(1);
  });

  test('that could not be written leaves the day to the next run', async () => {
    await sendEnquiry();
    const { uuid } = t.app;
    t.app.uuid = () => {
      throw new Error('killed in the middle');
    };
    await expect(runAt('2026-11-25T08:00:00Z')).rejects.toThrow('killed in the middle');
    t.app.uuid = uuid;
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.owed);
  });

  describe('that was tried when somebody is erased', () => {
    const eraseOneOf = async (send: TestApp['app']['send']) => {
      const { reference } = await sendEnquiry();
      const kept = await sendEnquiry({ name: 'B. Person', email: 'other@example.org' });
      const usual = t.app.send;
      if (send) t.app.send = send;
      await runAt('2026-11-25T08:00:00Z');
      if (usual) t.app.send = usual;
      await eraseAbout(t.app, { by: 'reference', reference });
      await goOnAtOnce(t.app);
      t.setNow('2026-11-25T09:30:00Z');
      await deliver(t.app, 10_000);
      return { reference, kept: kept.reference };
    };

    test('is not sent again, and the next one tells what it told', async () => {
      const { reference, kept } = await eraseOneOf(async () => ({ kind: 'retry', reason: 'lost' }));
      expect(digests()).toHaveLength(0);
      const waiting = await t.app.database.query(
        `SELECT payload::text FROM messages WHERE kind = 'digest' AND payload IS NOT NULL`,
      );
      expect(waiting).toEqual([]);
      expect(await runAt('2026-11-26T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
      expect(below('New since the last digest')).toContain(kept);
      expect(latest()).not.toContain(reference);
    });

    test('but never reached the mail service, is written afresh without them', async () => {
      const { reference, kept } = await eraseOneOf(async () => ({
        kind: 'turned away',
        reason: 'rate_limit_exceeded',
        afterSeconds: 1,
        all: true,
      }));
      expect(digests()).toHaveLength(1);
      expect(below('New since the last digest')).toContain(kept);
      expect(latest()).not.toContain(reference);
    });
  });

  test('carries no key, and keeps no words once it is delivered', async () => {
    const { link } = await sendEnquiry();
    const { booking } = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T11:00:00+00:00' })),
    );
    await runAt('2026-11-26T08:00:00Z');
    const [email] = digests();
    for (const body of [email?.text, email?.html]) {
      expect(body).toContain('Example County Council');
      const pages = /^http:\/\/localhost:8888\/desk\/(cases\/[A-Z2-9]{8}\/)?$/;
      for (const link of body?.match(/https?:[^\s"<]+/g) ?? []) expect(link).toMatch(pages);
      expect(body).not.toMatch(/your-enquiry|[\w-]{43}/);
      expect(body).not.toContain(keyIn(link));
      expect(body).not.toContain(booking);
    }
    const [kept] = await t.app.database.query(`SELECT payload FROM messages WHERE kind = 'digest'`);
    expect(kept).toEqual({ payload: null });
    expect(t.logged.join()).not.toMatch(/person|County|01632/i);
  });
});
