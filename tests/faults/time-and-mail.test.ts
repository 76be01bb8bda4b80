import { describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { publicApp } from '#web/public-app.ts';
import jobDigest from '../../netlify/functions/job-digest.ts';
import jobRemind from '../../netlify/functions/job-remind.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked } from '../support/bookings.ts';
import { goOnAtOnce } from '../support/mail-pace.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postJson } from '../support/requests.ts';
import { expectWhole, someoneEnquires } from './pressing.ts';

const t = testApp();

const byClock = () => postJson('/', { next_run: '2026-11-24T11:00:00.000Z' });

describe('a clock', () => {
  test('that is put back an hour: what is sent meanwhile is sent once, and nothing waits for the hour to come again', async () => {
    expect((await someoneEnquires().press()).status).toBe(303);
    t.setNow('2026-11-24T09:00:00Z');
    expect((await someoneEnquires().press()).status).toBe(303);
    await expectWhole(t, 2);
    t.setNow('2026-11-24T10:00:00Z');
    await runJob(t.app, 'deliver');
    expect(t.mailbox.messages).toHaveLength(4);
  });

  test('that is a day ahead for an hour: nobody is reminded twice, and no day has two digests', async () => {
    await booked(
      await bookCallback(
        makeCallback({ start: '2026-11-26T11:00:00+00:00', email: 'person@example.org' }),
      ),
    );
    const jobs = async (instant: string) => {
      t.setNow(instant);
      await runJob(t.app, 'remind');
      await runJob(t.app, 'digest');
    };
    await jobs('2026-11-25T10:00:00Z');
    t.setNow('2026-11-24T11:00:00Z');
    expect((await someoneEnquires().press()).status).toBe(303);
    for (const instant of ['2026-11-24T12:00:00Z', '2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z'])
      await jobs(instant);
    const subjects = t.mailbox.messages.map(({ email }) => email.subject);
    expect(subjects.filter((subject) => subject.startsWith('Reminder'))).toHaveLength(1);
    const digests = subjects.flatMap((subject) => /^\w+day \d+ \w+(?=:)/.exec(subject) ?? []);
    expect(digests.sort()).toEqual(['Tuesday 24 November', 'Wednesday 25 November']);
  });

  test.each([
    ['forward', '2026-03-28T12:00:00Z', '2026-03-30T10:00:00+01:00', '2026-03-29T08:00:00Z'],
    ['back', '2026-10-24T12:00:00Z', '2026-10-26T10:00:00+00:00', '2026-10-25T09:00:00Z'],
  ])(
    'on the night it goes %s: one reminder, at 9am by London’s clock',
    async (_, now, start, at) => {
      t.setNow(new Date(Date.parse(now) - 864e5).toISOString());
      await booked(await bookCallback(makeCallback({ start, email: 'person@example.org' })));
      const before = t.mailbox.messages.length;
      const sent: string[] = [];
      for (let hour = Date.parse(now); hour < Date.parse(start); hour += 3_600_000) {
        t.setNow(new Date(hour).toISOString());
        const seen = t.mailbox.messages.length;
        await call(jobRemind, byClock());
        await call(jobDigest, byClock());
        const reminders = t.mailbox.messages
          .slice(seen)
          .filter(({ email }) => email.subject.startsWith('Reminder'));
        sent.push(...reminders.map(() => new Date(hour).toISOString().replace('.000', '')));
      }
      expect(t.mailbox.messages.length).toBeGreaterThan(before);
      expect(sent).toEqual([at]);
    },
  );
});

test('a run that is killed alone, between the mail service and its note: the next takes it up under the same key, once', async () => {
  const { send } = t.app;
  t.app.send = async (...attempt) => {
    await send?.(...attempt);
    throw new DatabaseUnavailableError('killed');
  };
  await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  expect(t.mailbox.messages).toHaveLength(1);
  if (send) t.app.send = send;
  await goOnAtOnce(t.app);
  // Its lease is not over: nobody else has it meanwhile.
  expect(await deliver(t.app, 5_000)).toMatchObject({ sent: 1 });
  t.setNow('2026-11-24T10:01:01Z');
  expect(await deliver(t.app, 5_000)).toMatchObject({ sent: 1 });
  await expectWhole(t, 1);
});
