import { describe, expect, test } from 'vitest';
import { remind } from '#services/jobs/remind-job.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  mailTo,
} from '../support/bookings.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { bookMonday, MONDAY, remindersOf } from '../support/reminders.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();
const { reminders, runAt, subjects } = remindersOf(t);

describe('a reminder', () => {
  test('goes out at 9am on the day before, once, and leads to the call', async () => {
    const { link, booking, reference } = await bookMonday();
    expect(await runAt('2026-11-29T08:59:59Z')).toBe('0 reminded');
    expect(await runAt('2026-11-29T09:00:00Z')).toBe('1 reminded');
    expect(await runAt('2026-11-29T10:00:00Z')).toBe('0 reminded');
    expect(await runAt('2026-11-30T09:00:00Z')).toBe('0 reminded');
    expect(subjects()).toEqual([MONDAY]);
    const [email] = reminders();
    expect(email?.to).toEqual(['person@example.org']);
    expect(email?.attachments ?? []).toEqual([]);
    for (const address of [link, `${link}bookings/${booking}/reschedule/`, reference]) {
      expect(email?.text).toContain(address);
      expect(email?.html).toContain(address);
    }
    expect(mailTo(t, 'staff@example.org').map(({ subject }) => subject)).not.toContain(MONDAY);
  });

  test('belongs to its case, and keeps no words once it is delivered', async () => {
    await bookMonday();
    await runAt('2026-11-29T09:00:00Z');
    const kept = await t.app.database.query(
      `SELECT audience, payload, case_id IS NOT NULL AS "inCase", booking_id IS NOT NULL AS "ofCall"
       FROM messages WHERE kind = 'reminder of a call'`,
    );
    expect(kept).toEqual([{ audience: 'enquirer', payload: null, inCase: true, ofCall: true }]);
    expect(t.logged.join()).not.toMatch(/person|01632/i);
  });

  test('goes out once when several run at once, and again and again', async () => {
    await bookMonday();
    t.setNow('2026-11-29T09:00:00Z');
    const counts = await Promise.all([remind(t.app), remind(t.app), remind(t.app)]);
    expect(counts.sort()).toEqual([0, 0, 1]);
    for (const minute of ['15', '30', '45']) await runAt(`2026-11-29T09:${minute}:00Z`);
    expect(subjects()).toEqual([MONDAY]);
  });

  test.each([
    ['later in the day', '2026-11-29T17:30:00Z'],
    ['on the morning of the call', '2026-11-30T10:59:59Z'],
  ])('still goes out %s when nothing ran before', async (_, late) => {
    await bookMonday();
    expect(await runAt(late)).toBe('1 reminded');
  });

  test('does not go out once the call has started', async () => {
    await bookMonday();
    expect(await runAt('2026-11-30T11:00:00Z')).toBe('0 reminded');
  });

  test('is not written when its message cannot be: the next run makes both', async () => {
    await bookMonday();
    const { uuid } = t.app;
    t.app.uuid = () => {
      throw new Error('killed in the middle');
    };
    await expect(runAt('2026-11-29T09:00:00Z')).rejects.toThrow('killed in the middle');
    t.app.uuid = uuid;
    expect(await runAt('2026-11-29T10:00:00Z')).toBe('1 reminded');
  });

  test('waits for the mail service, and is then sent once', async () => {
    await bookMonday();
    t.mailbox.setFaults({ next: ['500', 'drop-after-accept'] });
    await runAt('2026-11-29T09:00:00Z');
    expect(subjects()).toEqual([]);
    for (const hour of ['10', '11', '12']) await runAt(`2026-11-29T${hour}:00:00Z`);
    expect(subjects()).toEqual([MONDAY]);
  });
});

describe('no reminder goes out', () => {
  const withoutEmail = async () =>
    booked(await bookCallback(makeCallback({ start: '2026-11-30T11:00:00+00:00' })));

  test.each<[string, () => Promise<unknown>]>([
    ['without an email address', withoutEmail],
    ['of a cancelled call', async () => cancelCall((await bookMonday()).booking)],
    [
      'of a call in quarantine',
      async () =>
        inQuarantine(
          t,
          await bookDiscoveryCall(
            makeDiscoveryCall({ start: '2026-11-30T11:00:00+00:00', 'leave-empty': 'x' }),
          ),
        ),
    ],
    [
      'of a call whose case was withdrawn',
      async () => {
        const { link } = await bookMonday();
        await call(publicApp, postForm(new URL(`${link}withdraw/`).pathname, {}));
      },
    ],
  ])('%s', async (_, arrange) => {
    await arrange();
    expect(await runAt('2026-11-29T09:00:00Z')).toBe('0 reminded');
    expect(reminders()).toEqual([]);
  });

  test('of a call booked after the moment, however often it runs', async () => {
    t.setNow('2026-11-29T09:00:01Z');
    await booked(
      await bookCallback(
        makeCallback({ start: '2026-11-30T11:00:00+00:00', email: 'person@example.org' }),
      ),
    );
    for (const late of ['2026-11-29T10:00:00Z', '2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z']) {
      expect(await runAt(late)).toBe('0 reminded');
    }
  });

  test('but one does for what was booked at that very moment', async () => {
    t.setNow('2026-11-29T09:00:00Z');
    await booked(
      await bookCallback(
        makeCallback({ start: '2026-11-30T11:00:00+00:00', email: 'person@example.org' }),
      ),
    );
    expect(await runAt('2026-11-29T09:00:00Z')).toBe('1 reminded');
  });
});
