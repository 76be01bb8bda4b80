import { expect, test } from 'vitest';
import { JOBS, type JobName, runJob } from '#services/jobs/jobs.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { judge, resendSender } from '#services/notifications/mail-sender.ts';
import { publicApp } from '#web/public-app.ts';
import { startMailbox } from '../../netlify/dev/mailbox/start.ts';
import { call, testApp } from '../support/app.ts';
import { signIn } from '../support/desk.ts';
import { openDesk } from '../support/desk-doors.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { readPage } from '../support/read-page.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

test.each([
  [401, 'missing_api_key', 'retry'],
  [401, 'restricted_api_key', 'retry'],
  [403, 'invalid_api_key', 'retry'],
  [403, 'validation_error', 'retry'],
  [422, 'validation_error', 'refused'],
  [404, 'not_found', 'refused'],
])('%i %s is worth a "%s"', (statusCode, name, kind) => {
  expect(judge({ statusCode, name, message: '' }, undefined)).toMatchObject({ kind });
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
  expect(t.logged.join('\n')).toMatch(/Mail waits: the mail service refuses our key/);
  expect(t.logged.join('\n')).not.toMatch(/re_withdrawn|person@example/);

  const desk = async () => readPage(await openDesk(get('/desk/', await signIn(t))));
  const told = (await desk()).$('section[aria-labelledby="mail"]').text();
  expect(told).toMatch(/refuses this site \(“not let in: 401 \w+”\)\. \d messages are waiting,/);

  t.app.send = withKey('re_right');
  t.setNow('2026-11-25T07:00:00Z');
  expect(await deliver(t.app, 10_000)).toMatchObject({ sent: 3, failed: 0 });
  // The acknowledgement, the notice, and the digest that was made meanwhile.
  expect(strict.messages).toHaveLength(3);
  expect(await healthNow()).toEqual({ status: 200, database: 'answers', late: [] });
  if (send) t.app.send = send;
  await strict.close();
});
