import { describe, expect, test } from 'vitest';
import { deliver } from '#services/notifications/deliver.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { goOnAtOnce } from '../support/mail-pace.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postJson } from '../support/requests.ts';

const t = testApp();

const send = () => call(publicApp, postJson('/api/enquiries', makeEnquiry()));
const states = () =>
  t.app.database.query<{
    kind: string;
    attempts: number;
    failure: string | null;
    sent: boolean;
    failed: boolean;
    kept: boolean;
  }>(
    `SELECT kind, attempts, failure, sent_at IS NOT NULL AS sent, failed_at IS NOT NULL AS failed, payload IS NOT NULL AS kept
     FROM messages ORDER BY created_at, kind`,
  );
const later = (minutes: number) =>
  t.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000).toISOString());

describe('delivery', () => {
  test.each(['500', '429', 'drop', 'drop-after-accept'] as const)(
    'goes on after "%s", and each message arrives once',
    async (fault) => {
      t.mailbox.setFaults({ next: [fault, fault] });
      expect((await send()).status).toBe(201);
      expect((await states()).map(({ sent, kept }) => [sent, kept])).toEqual([
        [false, true],
        [false, true],
      ]);
      later(10);
      expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 2, waiting: 0, failed: 0 });
      expect(t.mailbox.messages).toHaveLength(2);
      expect((await states()).map(({ sent, kept }) => [sent, kept])).toEqual([
        [true, false],
        [true, false],
      ]);
    },
  );

  test('does nothing before its time, and nothing twice', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 0, waiting: 0, failed: 0 });
    later(10);
    await Promise.all([deliver(t.app, 10_000), deliver(t.app, 10_000), deliver(t.app, 10_000)]);
    expect(t.mailbox.messages).toHaveLength(2);
  });

  test('takes up a message whose sender died in the middle, under the same key', async () => {
    const died = t.app.send;
    t.app.send = async (...attempt) => {
      await died?.(...attempt);
      throw new Error('killed after the mail service took it');
    };
    await send();
    if (died) t.app.send = died;
    expect((await states())[0]).toMatchObject({ sent: false, attempts: 1 });
    later(2);
    await deliver(t.app, 10_000);
    expect(t.mailbox.messages).toHaveLength(2);
    expect((await states()).every(({ sent }) => sent)).toBe(true);
  });

  test('gives up at once on what will never be taken, and tells staff without the words', async () => {
    const { send: usual } = t.app;
    if (!usual) throw new Error('Nothing sends.');
    t.app.send = (payload, key) => usual({ ...payload, to: ['no address'] }, key);
    await send();
    t.app.send = usual;
    const given = await states();
    expect(
      given.filter(({ failed }) => failed).map(({ kind, kept }) => [kind, kept]),
    ).toContainEqual(['acknowledgement', false]);
    expect(t.logged.join('\n')).toContain('Not delivered');
    expect(t.logged.join('\n')).not.toContain('person@example.org');
  });

  test('gives up before the mail service forgets the key, and says so', async () => {
    t.mailbox.setFaults({ rate: { status500: 1 } });
    await send();
    for (const minutes of [10, 60, 300, 900, 22 * 60 + 50]) {
      later(minutes);
      await deliver(t.app, 10_000);
    }
    t.mailbox.setFaults({ clear: true });
    later(24 * 60);
    await deliver(t.app, 10_000);
    const given = await states();
    expect(given.filter(({ failed }) => failed)).toHaveLength(2);
    const notices = t.mailbox.messages.map(({ email }) => email);
    expect(notices.map(({ to }) => to)).toEqual([['staff@example.org'], ['staff@example.org']]);
    expect(notices[0]?.subject).toMatch(/^A message was not delivered \([2-9A-Z]{8}\)$/);
  });

  test('sends nothing again that may have arrived, once the mail service has forgotten its key', async () => {
    t.mailbox.setFaults({ next: ['drop-after-accept', 'drop-after-accept'] });
    await send();
    expect(t.mailbox.messages).toHaveLength(2);
    later(25 * 60);
    expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 2, waiting: 0, failed: 2 });
    const subjects = t.mailbox.messages.slice(2).map(({ email }) => email.subject);
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).toContain('was not delivered');
  });

  test('tries again what comes on a day whose quota is used up', async () => {
    t.mailbox.setFaults({ next: ['daily-quota'] });
    await send();
    later(10);
    await goOnAtOnce(t.app);
    expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 2, waiting: 0, failed: 0 });
  });

  /** Delivers with a sender that does something else first, and is then refused. */
  async function refusedAfter(meanwhile: () => Promise<unknown>) {
    const { send: usual } = t.app;
    t.app.send = async () => {
      await meanwhile();
      return { kind: 'refused', reason: 'validation_error' };
    };
    try {
      return await deliver(t.app, 10_000);
    } finally {
      if (usual) t.app.send = usual;
    }
  }

  test('says nothing of a message whose case is erased while it is on its way', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    later(10);
    await refusedAfter(() => t.app.database.query('DELETE FROM cases'));
    expect(await states()).toEqual([]);
  });

  test('does not give up a message that another run has sent meanwhile', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await send();
    later(10);
    await refusedAfter(() =>
      t.app.database.query(
        'UPDATE messages SET sent_at = created_at, payload = NULL, next_attempt_at = NULL',
      ),
    );
    expect((await states()).map(({ sent, failed }) => [sent, failed])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('never happens in a preview', async () => {
    const { send: usual } = t.app;
    delete t.app.send;
    await send();
    if (usual) t.app.send = usual;
    expect(t.mailbox.messages).toHaveLength(0);
    expect((await states()).map(({ attempts }) => attempts)).toEqual([0, 0]);
  });
});
