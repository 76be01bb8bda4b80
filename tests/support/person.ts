import { runJob } from '#services/jobs/jobs.ts';
import linkAgain from '#web/account/link-again/link-again-routes.ts';
import enquiries from '#web/api/enquiries-routes.ts';
import webhook from '#web/api/resend-webhook-routes.ts';
import { call, type TestApp } from './app.ts';
import { bookCallback, bookDiscoveryCall, booked, keyIn } from './bookings.ts';
import { signIn } from './desk.ts';
import { deskOf } from './desk-cases.ts';
import { makeCallback, makeDiscoveryCall } from './make-call.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { postForm, postJson } from './requests.ts';
import { signReport } from './sign-report.ts';

/** Somebody whose every word can be told from everybody else’s. */
export const PERSON = {
  name: 'A. Person-7f3a',
  email: 'Person-7f3a@example.org',
  organisation: 'Example Council 7f3a',
  phone: '01632 960 737',
};

/** What a search for that person finds, however it was written. */
export const TRACES = /7f3a|960 ?737/i;

/** Somebody else, who stays. */
export const OTHER = { name: 'B. Other', email: 'other@example.org', phone: '01632 960 002' };

interface Answer {
  reference: string;
  link: string;
}

const enquire = async (overrides: object): Promise<Answer> => {
  const body = makeEnquiry({ ...overrides });
  return (await (await call(enquiries, postJson('/api/enquiries', body))).json()) as Answer;
};

async function report(t: TestApp, providerId: string): Promise<void> {
  const payload = JSON.stringify({
    type: 'email.delivered',
    created_at: t.app.now().toISOString(),
    data: { email_id: providerId, to: [PERSON.email], subject: 'Words for 7f3a' },
  });
  const secret = t.app.environment.RESEND_WEBHOOK_SECRET;
  const headers = signReport(secret, `msg_${providerId}`, new Date(), payload);
  const path = '/api/webhooks/resend';
  const answer = await call(webhook, postJson(path, payload, headers));
  if (!answer.ok) throw new Error(`A report was answered ${answer.status}.`);
}

/** Reports about mail that went to the person and about mail to staff. */
async function reportAll(t: TestApp): Promise<void> {
  const sent = await t.app.database.query<{ provider_id: string }>(
    'SELECT provider_id FROM messages WHERE provider_id IS NOT NULL',
  );
  for (const { provider_id } of sent) await report(t, provider_id);
}

/** What staff wrote at the desk, in their own case and in another’s. */
async function noted(t: TestApp, reference: string, words: string): Promise<void> {
  const about = deskOf(await signIn(t)).about(reference);
  const answer = await about.act('note', { words });
  if (answer.status !== 303) throw new Error(`A note was answered ${answer.status}.`);
}

/** The references a person and somebody else are known by. */
export interface Written {
  own: string[];
  other: string;
}

/**
 * A person who has used everything: an enquiry with a callback to come, a discovery call on its own, a post
 * in quarantine, a call in somebody else’s case, their link sent again; staff have noted what they said,
 * mail was reported delivered and, since the mail service is away now, more of it waits, with a digest.
 */
export async function writePerson(t: TestApp): Promise<Written> {
  const message = 'Words of 7f3a about the work';
  const first = await enquire({ ...PERSON, role: 'Role 7f3a', when: 'Spring 7f3a', message });
  const callback = makeCallback({ ...PERSON, topic: 'Topic 7f3a', case: keyIn(first.link) });
  await booked(await bookCallback(callback));
  const second = await booked(await bookDiscoveryCall(makeDiscoveryCall(PERSON)));
  const trapped = { ...PERSON, message: 'Trapped 7f3a', 'leave-empty': 'x' };
  await call(enquiries, postForm('/api/enquiries', makeEnquiry(trapped) as never));
  // The newest case their link is for, so that the mail with it belongs there.
  t.setNow('2026-11-24T10:05:00Z');
  const third = await enquire({ ...OTHER, message: 'Words that stay' });
  const joined = { ...PERSON, start: '2026-11-27T10:00:00+00:00', case: keyIn(third.link) };
  await booked(await bookCallback(makeCallback(joined)));
  await noted(t, first.reference, 'Note of 7f3a, rung on 01632 960 737');
  await noted(t, third.reference, 'Note that stays');
  await reportAll(t);
  t.setNow('2026-11-25T08:00:30Z');
  t.mailbox.setFaults({ rate: { status500: 1, status429: 0, drop: 0, dropAfterAccept: 0 } });
  await call(linkAgain, postForm('/your-enquiry/', { email: PERSON.email }));
  await runJob(t.app, 'digest');
  const own = await t.app.database.query<{ reference: string }>(
    'SELECT reference FROM cases WHERE reference <> $1 ORDER BY reference',
    [third.reference],
  );
  if (!own.some(({ reference }) => reference === second.reference)) throw new Error('Not written.');
  return { own: own.map(({ reference }) => reference), other: third.reference };
}
