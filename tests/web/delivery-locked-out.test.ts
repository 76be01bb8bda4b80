import { expect, test } from 'vitest';
import { JOBS, type JobName, runJob } from '#services/jobs/jobs.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { judge, resendSender } from '#services/notifications/mail-sender.ts';
import { publicApp } from '#web/public-app.ts';
import { startMailbox } from '../../netlify/dev/mailbox/start.ts';
import { call, testApp } from '../support/app.ts';
import { signIn } from '../support/desk.ts';
import { openDesk } from '../support/desk-doors.ts';
import { goOnAtOnce } from '../support/mail-pace.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { readPage } from '../support/read-page.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

test.each([
  [401, 'missing_api_key', 'turned away', true],
  [401, 'restricted_api_key', 'turned away', true],
  [403, 'invalid_api_key', 'turned away', false],
  [403, 'validation_error', 'turned away', false],
  [413, 'content_too_large', 'turned away', false],
  [451, 'security_error', 'turned away', false],
  [429, 'daily_quota_exceeded', 'turned away', true],
  [429, 'monthly_quota_exceeded', 'turned away', true],
  [429, 'rate_limit_exceeded', 'turned away', true],
  [408, 'request_timeout', 'retry', undefined],
  [409, 'concurrent_idempotent_requests', 'retry', undefined],
  [500, 'application_error', 'retry', undefined],
  [503, 'unknown', 'retry', undefined],
  [null, 'application_error', 'retry', undefined],
  [422, 'validation_error', 'refused', undefined],
  [404, 'not_found', 'refused', undefined],
  [409, 'invalid_idempotent_request', 'refused', undefined],
])('%s %s: %s', (statusCode, name, kind, all) => {
  const judged = judge({ statusCode, name, message: '' }, undefined);
  expect(judged.kind).toBe(kind);
  expect('all' in judged ? judged.all : undefined).toBe(all);
});

test('what took too long to read us is tried again, and shows meanwhile', () => {
  const judged = judge({ statusCode: 408, name: 'request_timeout', message: '' }, undefined);
  expect(judged).toEqual({ kind: 'retry', reason: 'not let in: 408 request_timeout' });
});

test('keeps still for as long as it is asked to, and a quarter of an hour at most', () => {
  const quota = { statusCode: 429, name: 'daily_quota_exceeded', message: '' };
  const tooFast = { statusCode: 429, name: 'rate_limit_exceeded', message: '' };
  const waits = [
    judge(tooFast, '7'),
    judge(tooFast, undefined),
    judge(quota, undefined),
    judge(quota, '50000'),
  ].map((judged) => ('afterSeconds' in judged ? judged.afterSeconds : undefined));
  expect(waits).toEqual([7, 1, 60, 900]);
});

test('a key the mail service refuses loses nothing: health says so, and the mail goes out once the key is fixed', async () => {
  const strict = await startMailbox({ port: 0, apiKey: 're_right' });
  const { send } = t.app;
  const withKey = (RESEND_API_KEY: string) =>
    resendSender({ ...t.app.environment, RESEND_API_KEY, RESEND_BASE_URL: strict.url });
  t.app.send = withKey('re_withdrawn');
  const healthNow = async () => {
    for (const name of Object.keys(JOBS) as JobName[]) await runJob(t.app, name);
    const answer = await call(publicApp, get('/api/health'));
    return { status: answer.status, ...((await answer.json()) as object) };
  };

  expect((await call(publicApp, postJson('/api/enquiries', makeEnquiry()))).status).toBe(201);
  expect(strict.messages).toHaveLength(0);
  expect(await healthNow()).toMatchObject({
    status: 503,
    late: [],
    mail: expect.stringMatching(/^not let in: 401 \w+$/),
  });
  expect(t.logged.join('\n')).toMatch(
    /Mail waits: the mail service does not let it in \(not let in: 401/,
  );
  expect(t.logged.join('\n')).not.toMatch(/re_withdrawn|person@example/);

  const desk = async () => readPage(await openDesk(get('/desk/', await signIn(t))));
  const told = (await desk()).$('section[aria-labelledby="mail"]').text();
  expect(told).toMatch(/refuses this site \(“not let in: 401 \w+”\)\. \d messages are waiting,/);

  t.app.send = withKey('re_right');
  t.setNow('2026-11-25T07:00:00Z');
  await goOnAtOnce(t.app);
  expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 3, failed: 0 });
  // The acknowledgement, the notice, and the digest that was made meanwhile.
  expect(strict.messages).toHaveLength(3);
  expect(await healthNow()).toEqual({ status: 200, database: 'answers', late: [] });
  if (send) t.app.send = send;
  await strict.close();
});
