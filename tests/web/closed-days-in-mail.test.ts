import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { haveSet } from '../support/narrowings.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';

const t = testApp();
const desk = deskVisit(t);

const CLOSURE = {
  kind: 'closure',
  from: '2026-12-07',
  to: '2026-12-18',
  why: 'Moving house',
} as const;
const SAYS =
  'Monday to Friday, 9am to 6pm (UK time). Closed Monday 7 December to Friday 18 December.';

const mailTo = (to: string) =>
  t.mailbox.messages.filter(({ email }) => email.to.includes(to)).map(({ email }) => email);

const times = (text: string | undefined, words: string) => (text ?? '').split(words).length - 1;

test('mail to the public names a closure of whole days, once, in text and HTML, and never why', async () => {
  await haveSet(t.app, CLOSURE);
  await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  await call(publicApp, postJson('/api/discovery-calls', makeDiscoveryCall()));
  const public_ = mailTo('person@example.org');
  expect(public_).toHaveLength(2);
  for (const { text, html } of public_) {
    expect([times(text, SAYS), times(html, SAYS)]).toEqual([1, 1]);
    expect(`${text}${html}`).not.toContain('Moving');
  }
  for (const { text, html } of mailTo('staff@example.org')) {
    expect(`${text}${html}`).not.toMatch(/Closed|Moving/);
  }
});

test('mail names no days where nothing is closed', async () => {
  await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  expect(mailTo('person@example.org')[0]?.text).toContain('9am to 6pm (UK time). Through Relay');
});

test('the page of one call says the same as its mail', async () => {
  await haveSet(t.app, CLOSURE);
  await call(publicApp, postJson('/api/discovery-calls', makeDiscoveryCall()));
  const [mail] = mailTo('person@example.org');
  const invite = Buffer.from(String(mail?.attachments?.[0]?.content), 'base64').toString();
  const path = /\/your-call\/[\w-]+\//.exec(invite.replace(/\r\n /g, ''))?.[0];
  const page = await readPage(await answer(get(path ?? '')));
  expect(textIn(page, 'main')).toContain(SAYS);
  expect(page.$.html()).not.toContain('Moving');
});

test('where no time is free, the page names the days on which nobody can ring us either', async () => {
  await haveSet(t.app, { ...CLOSURE, from: '2026-11-25', to: '2027-03-05' });
  const says = 'or send an enquiry. Closed Wednesday 25 November to Friday 5 March 2027.';
  const page = await readPage(await answer(get('/discovery-call/')));
  expect(textIn(page, 'main')).toContain(says);
  const refused = await answer(postForm('/api/discovery-calls', makeDiscoveryCall() as never));
  expect(textIn(await readPage(refused), 'main')).toContain(says);
});

test('staff see the email as it will be sent, days that are closed with it', async () => {
  await haveSet(t.app, CLOSURE);
  const sent = await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  const { reference } = (await sent.json()) as { reference: string };
  const page = await desk.show(`/desk/cases/${reference}/send-link/`);
  expect(textIn(page, '.email-body')).toContain(SAYS);
  const start = '2026-12-04T11:00:00+00:00';
  const path = `/desk/cases/${reference}/offer/?kind=discovery-call`;
  const offer = await readPage(await desk.post(path, { start, step: 'see' }));
  expect(textIn(offer, '.email-body')).toContain(SAYS);
  expect((await desk.post(path, { start, step: 'send' })).status).toBe(303);
  expect(mailTo('person@example.org').at(-1)?.text).toContain(SAYS);
});
