import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { keyIn } from './bookings.ts';
import { signIn } from './desk.ts';
import { oneRow } from './desk-cases.ts';
import { ASKING } from './desk-doors.ts';
import { inQuarantine } from './in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from './make-call.ts';
import { makeComplaint } from './make-complaint.ts';
import { makeEnquiry } from './make-enquiry.ts';
import { get, postForm, postJson } from './requests.ts';
import { answer } from './site-doors.ts';

const EMAIL = 'person@example.org';
const STAFF = 'staff@example.org';
const PLAN = { people: 46, rhythm: 'monthly', sessions: 12 };

interface Sent {
  reference: string;
  link: string;
  booking: string;
}

async function sent(request: Request): Promise<Sent> {
  const response = await answer(request);
  expect(response.ok, request.url).toBe(true);
  return (await response.json()) as Sent;
}

/** A call of its own, whose enquirer then gives another address: the links that went to the first one end. */
async function handACallOn(): Promise<void> {
  const call = makeDiscoveryCall({ email: EMAIL, start: '2026-12-01T12:00:00+00:00' });
  const { link, booking } = await sent(postJson('/api/discovery-calls', call));
  const corrected = { name: 'B. Person', phone: '01632 960 002', email: 'other@example.org' };
  const path = `${new URL(link).pathname}bookings/${booking}/correct/`;
  await answer(postForm(path, { ...corrected, organisation: 'Example County Council' }));
}

/** An enquiry whose enquirer then gives another address. */
async function changeAnAddress(): Promise<void> {
  const enquiry = makeEnquiry({ email: EMAIL });
  const { link } = await sent(postJson('/api/enquiries', enquiry));
  const path = `${new URL(link).pathname}correct/`;
  await answer(postForm(path, { ...enquiry, email: 'other@example.org' } as never));
}

/** A call booked into the case behind a link, and then moved and cancelled. */
async function changeACall(link: string): Promise<void> {
  const joins = { case: keyIn(link), email: EMAIL };
  const call = makeDiscoveryCall({ ...joins, start: '2026-12-01T11:00:00+00:00' });
  const { booking } = await sent(postJson('/api/discovery-calls', call));
  await sent(
    postJson(`/api/bookings/${booking}/reschedule`, { start: '2026-12-02T11:00:00+00:00' }),
  );
  await sent(postJson(`/api/bookings/${booking}/cancel`, {}));
}

/** Times offered at the desk for the call that stands first, and for a call of each kind yet to be booked. */
async function offerTimes(t: TestApp): Promise<void> {
  const [call] = await t.app.database.query<{ id: string; reference: string }>(
    `SELECT b.id, c.reference FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.during IS NOT NULL ORDER BY b.starts_at LIMIT 1`,
  );
  const offer = { start: '2026-12-04T11:00:00+00:00', step: 'send' };
  const signedIn = { cookie: await signIn(t) };
  for (const query of [`call=${call?.id}`, 'kind=callback', 'kind=discovery-call']) {
    const path = `/desk/cases/${call?.reference}/offer/?${query}`;
    expect((await answer(postForm(path, offer, signedIn))).status, query).toBe(303);
  }
}

/** A call that staff cancel, and one in quarantine that they release when its time is gone. */
async function actAtTheDesk(t: TestApp): Promise<void> {
  const start = '2026-12-07T11:00:00+00:00';
  const call = makeDiscoveryCall({ email: EMAIL, start });
  const automatic = { ...call, name: 'D. Person', 'leave-empty': 'https://example.org' };
  const held = await inQuarantine(t, await answer(postJson('/api/discovery-calls', automatic)));
  const { reference } = await sent(postJson('/api/discovery-calls', call));
  const { id } = await oneRow<{ id: string }>(
    t,
    'SELECT b.id FROM bookings b JOIN cases c ON c.id = b.case_id WHERE c.reference = $1',
    [reference],
  );
  const signedIn = { cookie: await signIn(t) };
  for (const [path, values] of [
    [`${held.reference}/release/`, {}],
    [`${reference}/calls/${id}/cancel/`, { start, wantedBy: 'us' }],
    [`${held.reference}/erase/`, {}],
  ] as const) {
    expect((await answer(postForm(`/desk/cases/${path}`, values, signedIn))).status).toBe(303);
  }
}

/** A complaint, and what its person is told of it from the desk: how far it has got, and the outcome. */
async function complain(t: TestApp): Promise<void> {
  const complaint = makeComplaint({ email: EMAIL });
  const { reference } = await sent(postJson('/api/complaints', complaint));
  const signedIn = { cookie: await signIn(t) };
  for (const step of ['progress', 'outcome']) {
    const values = { step, told: 'email', words: 'We looked into it.' };
    const path = `/desk/cases/${reference}/complaint/`;
    expect((await answer(postForm(path, values, signedIn))).status, step).toBe(303);
  }
}

/** A complaint that its form sends again in other words. */
async function complainAgain(): Promise<void> {
  const form = 'complaint-form-id-0001';
  for (const message of ['Once.', 'In other words.']) {
    await answer(postForm('/api/complaints', { ...makeComplaint({ message }), form }));
  }
}

/** Has every kind of email sent that a person's own steps bring about, and what the schedules and the desk send. */
export async function bringMailAbout(t: TestApp): Promise<void> {
  const { link } = await sent(postJson('/api/enquiries', makeEnquiry({ email: EMAIL, ...PLAN })));
  const joins = { case: keyIn(link), email: EMAIL };
  await sent(postJson('/api/callbacks', makeCallback(joins)));
  const kept = makeDiscoveryCall({ ...joins, start: '2026-11-30T11:00:00+00:00' });
  await sent(postJson('/api/discovery-calls', kept));
  await changeACall(link);
  await handACallOn();
  await changeAnAddress();
  await offerTimes(t);
  await actAtTheDesk(t);
  await complain(t);
  await answer(postForm('/your-enquiry/', { email: EMAIL }));
  await answer(postForm('/desk/sign-in/', { email: STAFF }, { cookie: ASKING }));
  t.setNow('2026-11-27T09:00:00Z');
  await answer(get('/.netlify/functions/job-digest'));
  // A Sunday: the call it reminds of is on Monday.
  t.setNow('2026-11-29T09:00:00Z');
  await answer(get('/.netlify/functions/job-remind'));
}

/** Sends an enquiry whose mail is refused for good, and lets word of that through. */
async function refuseOneNotice({ app }: TestApp): Promise<void> {
  const { send } = app;
  if (!send) throw new Error('This app sends no mail.');
  app.send = async (payload, key) =>
    payload.subject?.startsWith('A message')
      ? send(payload, key)
      : { kind: 'refused', reason: 'validation_error' };
  await sent(postJson('/api/enquiries', makeEnquiry({ name: 'C. Person' })));
  app.send = send;
}

/** Has the kinds of email sent besides that only staff get: word of a correction, a withdrawal, a call erased, a message given up. */
export async function bringStaffMailAbout(t: TestApp): Promise<void> {
  const { link } = await sent(postJson('/api/enquiries', makeEnquiry({ email: EMAIL })));
  const path = new URL(link).pathname;
  await answer(
    postForm(`${path}correct/`, { ...makeEnquiry({ email: EMAIL }), name: 'B. Person' } as never),
  );
  const call = makeDiscoveryCall({ case: keyIn(link), start: '2026-12-03T11:00:00+00:00' });
  await sent(postJson('/api/discovery-calls', call));
  await answer(postForm(`${path}withdraw/`, {}));
  await complainAgain();
  await refuseOneNotice(t);
}
