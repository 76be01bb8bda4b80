import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, keyIn } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { digestsOf } from '../support/digests.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback } from '../support/make-call.ts';
import { postJson } from '../support/requests.ts';
import { signReport } from '../support/sign-report.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });
const { below, digests, latest, note, runAt } = digestsOf(t);

const report = (type: string, providerId: string) => {
  const payload = JSON.stringify({
    type,
    created_at: t.app.now().toISOString(),
    data: {
      email_id: providerId,
      created_at: t.app.now().toISOString(),
      from: 'a@example.org',
      to: ['b@example.org'],
      subject: 'x',
    },
  });
  const secret = t.app.environment.RESEND_WEBHOOK_SECRET;
  return call(
    publicApp,
    postJson(
      '/api/webhooks/resend',
      payload,
      signReport(secret, `msg_${type}`, new Date(), payload),
    ),
  );
};

describe('it tells', () => {
  /** An enquiry whose acknowledgement was sent back, and what staff did about it after. */
  async function returned(act: (reference: string) => Promise<unknown>): Promise<string> {
    const { reference } = await sendEnquiry();
    await t.app.database.query(
      `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
       SELECT 'msg_1', provider_id, 'email.bounced', $1, $1 FROM messages WHERE kind = 'acknowledgement'`,
      [t.app.now()],
    );
    t.setNow('2026-11-24T10:00:01Z');
    await act(reference);
    await runAt('2026-11-25T08:00:00Z');
    return digests().at(-1)?.subject ?? '';
  }

  const about = async (reference: string) => deskOf(await signIn(t)).about(reference);

  test.each(['spoke', 'left a message', 'no answer', 'not for us'] as const)(
    'nothing as undelivered that staff have seen to since: %s',
    async (outcome) => {
      expect(await returned((reference) => note(reference, outcome))).not.toContain(
        'not delivered',
      );
    },
  );

  test('what staff have written a note of since, which is no word to the person', async () => {
    const subject = await returned(async (reference) =>
      (await about(reference)).act('note', { words: 'Look at this.' }),
    );
    expect(subject).toBe('Wednesday 25 November: 1 not delivered, 1 new');
  });

  test('what an outcome hid that was undone', async () => {
    const subject = await returned(async (reference) => {
      await note(reference, 'spoke');
      await t.app.database.query(
        "UPDATE case_acts SET undone_at = at, undone_by = 'staff@example.org'",
      );
    });
    expect(subject).toBe('Wednesday 25 November: 1 not delivered, 1 new');
  });

  test('first of all what was given up and what was sent back, with the number they gave', async () => {
    const usual = t.app.send;
    t.app.send = async () => ({ kind: 'refused', reason: 'validation_error' });
    const refused = await sendEnquiry({ phone: '01632 960 005' });
    if (usual) t.app.send = usual;
    const returned = await sendEnquiry({ name: 'B. Person' });
    const call = { case: keyIn(returned.link), phone: '01632 960 006' };
    await booked(await bookCallback(makeCallback(call)));
    const [sent] = await t.app.database.query<{ provider_id: string }>(
      `SELECT provider_id FROM messages m JOIN cases c ON c.id = m.case_id
       WHERE m.kind = 'acknowledgement' AND c.reference = $1`,
      [returned.reference],
    );
    await report('email.bounced', sent?.provider_id ?? '');
    await report('email.delivered', sent?.provider_id ?? '');
    await runAt('2026-11-25T08:00:00Z');
    expect(latest().startsWith('Not delivered\n')).toBe(true);
    expect(digests().at(-1)?.subject).toBe('Wednesday 25 November: 3 not delivered, 2 new, 1 call');
    const told = below('Not delivered');
    expect(told).toContain(
      `A. Person, Example County Council:\nThe acknowledgement to A. Person, Example County Council could not be sent.\nThey gave the number 01632 960 005.\nReference ${refused.reference}`,
    );
    expect(told).toContain(
      `The enquiry notice to staff could not be sent.\nReference ${refused.reference}`,
    );
    expect(told).toContain(
      `The acknowledgement to B. Person, Example County Council was sent back.\nThey gave the number 01632 960 006.\nReference ${returned.reference}`,
    );
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('Not delivered');
  });

  test('of quarantine the count and the references, and nothing else', async () => {
    const trapped = { 'leave-empty': 'x', name: 'Trapped', organisation: 'Trap Ltd' };
    const { reference } = await inQuarantine(t, await postEnquiry(trapped));
    const own = await sendEnquiry();
    const joined = await inQuarantine(
      t,
      await bookCallback(
        makeCallback({ case: keyIn(own.link), 'leave-empty': 'x', topic: 'Trapped' }),
      ),
    );
    expect(joined.reference).toBe(own.reference);
    await runAt('2026-11-25T08:00:00Z');
    const told = below('In quarantine');
    expect(told).toContain('2 messages looked automatic');
    expect(told).toContain(reference);
    expect(told).toContain(own.reference);
    expect(told).toContain('There are 2 in quarantine now.');
    expect(latest()).not.toMatch(/Trap|callback/);
    expect(below('New since the last digest')).not.toContain(reference);
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('In quarantine');
  });
});
