import { describe, expect, test } from 'vitest';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import webhook from '../../netlify/functions/api-webhooks-resend.ts';
import jobDigest from '../../netlify/functions/job-digest.ts';
import { DIGEST_OUTCOMES, digest } from '../../netlify/lib/jobs/digest.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postJson } from '../support/requests.ts';
import { signReport } from '../support/sign-report.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org, rota@example.org' });

/** Runs the schedule at an instant, as Netlify would. */
async function runAt(instant: string): Promise<string> {
  t.setNow(instant);
  return (await call(jobDigest, get('/'))).text();
}

const digests = () =>
  mailTo(t, 'staff@example.org').filter(({ subject }) =>
    /^(Mon|Tues|Wednes|Thurs|Fri)day/.test(subject),
  );

const latest = () => digests().at(-1)?.text ?? '';

const enquire = async (overrides: Record<string, unknown> = {}) => {
  const answer = await call(enquiries, postJson('/api/enquiries', makeEnquiry(overrides)));
  return (await answer.json()) as { reference: string; link: string };
};

const atDesk = (reference: string) => `${SITE_URL}/desk/cases/${reference}/`;

/** Has staff note an outcome at a case, now. */
const note = (reference: string, outcome: string) =>
  t.app.database.query(
    `INSERT INTO case_acts (case_id, at, actor, act, outcome)
     SELECT id, $2, 'staff@example.org', 'outcome', $3 FROM cases WHERE reference = $1`,
    [reference, t.app.now(), outcome],
  );

/** The part of a digest below a heading, or nothing. */
const below = (heading: string) =>
  new RegExp(
    `^${heading}\\n-+\\n\\n([\\s\\S]*?)(?=\\n\\n[^\\n]+\\n---|\\n\\nOpen the desk: )`,
    'm',
  ).exec(latest())?.[1];

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
    webhook,
    postJson(
      '/api/webhooks/resend',
      payload,
      signReport(secret, `msg_${type}`, new Date(), payload),
    ),
  );
};

describe('the digest', () => {
  test('goes out at 8am, to everybody on the staff list, once a date', async () => {
    await enquire();
    expect(await runAt('2026-11-25T07:59:59Z')).toBe(DIGEST_OUTCOMES.early);
    expect(await runAt('2026-11-25T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    await enquire({ name: 'B. Person' });
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.made);
    expect(await runAt('2026-11-25T23:59:59Z')).toBe(DIGEST_OUTCOMES.made);
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.to).toEqual(['staff@example.org', 'rota@example.org']);
    expect(digests()[0]?.subject).toBe('Wednesday 25 November: 1 new');
  });

  test('is one, however many run at once', async () => {
    await enquire();
    t.setNow('2026-11-25T08:00:00Z');
    const outcomes = await Promise.all([digest(t.app), digest(t.app), digest(t.app)]);
    expect(outcomes.sort()).toEqual(['made', 'made', 'owed']);
  });

  test('goes out late when nothing ran at 8am', async () => {
    await enquire();
    expect(await runAt('2026-11-25T16:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
  });

  test.each(['2026-11-28T08:00:00Z', '2026-11-29T12:00:00Z', '2026-12-25T08:00:00Z'])(
    'does not go out on %s, which is no working day',
    async (instant) => {
      await enquire();
      expect(await runAt(instant)).toBe(DIGEST_OUTCOMES.early);
    },
  );

  test('is not made while there is nothing to tell, and is when there is', async () => {
    expect(await runAt('2026-11-25T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
    await enquire();
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(digests()).toHaveLength(1);
  });

  test('that could not be written leaves the day to the next run', async () => {
    await enquire();
    const { uuid } = t.app;
    t.app.uuid = () => {
      throw new Error('killed in the middle');
    };
    await expect(runAt('2026-11-25T08:00:00Z')).rejects.toThrow('killed in the middle');
    t.app.uuid = uuid;
    expect(await runAt('2026-11-25T08:15:00Z')).toBe(DIGEST_OUTCOMES.owed);
  });

  test('carries no key, and keeps no words once it is delivered', async () => {
    const { link } = await enquire();
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

describe('it tells', () => {
  test('what is new since the last one, once, and then what waits until an answer is noted', async () => {
    const { reference } = await enquire();
    await runAt('2026-11-25T08:00:00Z');
    expect(below('New since the last digest')).toBe(
      `${reference}:\nExample County Council, A. Person\nSent an enquiry.\n${atDesk(reference)}`,
    );
    expect(latest()).not.toContain('Waiting');
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('New since');
    expect(below('Waiting for an answer')).toContain(
      `${reference}:\nExample County Council, A. Person\nWrote on Tuesday 24 November, 10am.\n${atDesk(reference)}`,
    );
    expect(await runAt('2026-12-21T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    await note(reference, 'no answer');
    expect(await runAt('2026-12-22T08:00:00Z')).toBe(DIGEST_OUTCOMES.owed);
    expect(below('Waiting for an answer')).toContain(
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
    expect(below('Waiting for an answer')).toContain(
      `${reference}:\nA. Person\nTheir callback was on Wednesday 25 November, 3pm, and nothing is noted of it.`,
    );
    await note(reference, 'commissioned');
    expect(await runAt('2026-11-27T08:00:00Z')).toBe(DIGEST_OUTCOMES.empty);
  });

  test('nothing as undelivered that staff have seen to since', async () => {
    const { reference } = await enquire();
    await t.app.database.query(
      `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
       SELECT 'msg_1', provider_id, 'email.bounced', $1, $1 FROM messages WHERE kind = 'acknowledgement'`,
      [t.app.now()],
    );
    t.setNow('2026-11-24T10:00:01Z');
    await note(reference, 'spoke');
    await runAt('2026-11-25T08:00:00Z');
    expect(digests().at(-1)?.subject).toBe('Wednesday 25 November: 1 new');
  });

  test('once more what was being written while the last one was made', async () => {
    t.setNow('2026-11-25T07:59:30Z');
    const { reference } = await enquire();
    await runAt('2026-11-25T08:00:00Z');
    await runAt('2026-11-26T08:00:00Z');
    expect(below('New since the last digest')).toContain(reference);
  });

  test('on Monday what came in since Friday’s', async () => {
    await enquire();
    await runAt('2026-11-27T08:00:00Z');
    t.setNow('2026-11-28T15:00:00Z');
    const { reference } = await enquire({ name: 'B. Person' });
    await runAt('2026-11-30T08:00:00Z');
    expect(below('New since the last digest')).toContain(
      `${reference}:\nExample County Council, B. Person`,
    );
    expect(below('New since the last digest')).not.toContain('A. Person');
  });

  test('no enquiry as waiting that has a call, unless it was cancelled', async () => {
    const { link, reference } = await enquire();
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
    expect(below('Waiting for an answer')).toContain(reference);
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
        `3pm to 3:30pm:\nExample County Council, A. Person: discovery call\nRing 01632 960 001\nReference ${later.reference}\n${atDesk(later.reference)}`,
    );
  });

  test('first of all what was given up and what was sent back, with the number they gave', async () => {
    const usual = t.app.send;
    t.app.send = async () => ({ kind: 'refused', reason: 'validation_error' });
    const refused = await enquire({ phone: '01632 960 005' });
    if (usual) t.app.send = usual;
    const returned = await enquire({ name: 'B. Person' });
    const [sent] = await t.app.database.query<{ provider_id: string }>(
      `SELECT provider_id FROM messages m JOIN cases c ON c.id = m.case_id
       WHERE m.kind = 'acknowledgement' AND c.reference = $1`,
      [returned.reference],
    );
    await report('email.bounced', sent?.provider_id ?? '');
    await report('email.delivered', sent?.provider_id ?? '');
    await runAt('2026-11-25T08:00:00Z');
    expect(latest().startsWith('Not delivered\n')).toBe(true);
    expect(digests().at(-1)?.subject).toBe('Wednesday 25 November: 3 not delivered, 2 new');
    const told = below('Not delivered');
    expect(told).toContain(
      `${refused.reference}:\nThe acknowledgement to Example County Council, A. Person was given up.\nThey gave the number 01632 960 005.`,
    );
    expect(told).toContain(`${refused.reference}:\nThe enquiry notice to staff was given up.`);
    expect(told).toContain(
      `${returned.reference}:\nThe acknowledgement to Example County Council, B. Person was sent back.`,
    );
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('Not delivered');
  });

  test('of quarantine the count and the references, and nothing else', async () => {
    const { reference } = await enquire({
      website: 'x',
      name: 'Trapped',
      organisation: 'Trap Ltd',
    });
    const own = await enquire();
    const joined = await booked(
      await bookCallback(makeCallback({ case: keyIn(own.link), website: 'x', topic: 'Trapped' })),
    );
    expect(joined.reference).toBe(own.reference);
    await runAt('2026-11-25T08:00:00Z');
    const told = below('In quarantine');
    expect(told).toContain('2 posts looked automatic');
    expect(told).toContain(reference);
    expect(told).toContain(own.reference);
    expect(told).toContain('There are 2 in quarantine now.');
    expect(latest()).not.toMatch(/Trap|callback/);
    expect(below('New since the last digest')).not.toContain(reference);
    await runAt('2026-11-26T08:00:00Z');
    expect(latest()).not.toContain('In quarantine');
  });
});
