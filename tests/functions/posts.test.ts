import { describe, expect, test } from 'vitest';
import callbacks from '../../netlify/functions/api-callbacks.ts';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import webhook from '../../netlify/functions/api-webhooks-resend.ts';
import callbackPage from '../../netlify/functions/callback.ts';
import { BODY_LIMIT, readBody } from '../../netlify/lib/http/body.ts';
import { makeTimingToken } from '../../netlify/lib/timing-token.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const manyNames = letters
  .flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)))
  .slice(0, 16_000);

describe('a form', () => {
  test('of sixteen thousand fields is read as fast as any other', async () => {
    const request = postForm('/api/enquiries', {});
    const full = new Request(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: manyNames.join('&').slice(0, BODY_LIMIT),
    });
    const began = performance.now();
    const body = await readBody(full);
    expect(body).toMatchObject({ kind: 'form', fields: {} });
    expect(performance.now() - began).toBeLessThan(300);
  });

  test('that goes back a step holds text alone: anything else sent as JSON is refused', async () => {
    for (const name of [{ toString: null }, [[['deep']]], 1]) {
      const request = postJson('/callback/?change=details', makeCallback({ name }));
      const response = await call(callbackPage, request);
      expect(response.status).toBe(422);
    }
  });
});

describe('JSON', () => {
  test('is not judged on speed, whatever token comes with it', async () => {
    const token = makeTimingToken(t.app.environment.LINK_SECRET, t.app.now());
    await call(enquiries, postJson('/api/enquiries', makeEnquiry({ t: token })));
    await call(callbacks, postJson('/api/callbacks', makeCallback({ t: token })));
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(2);
  });

  test('with the trap left empty is a person’s, as a form with it is', async () => {
    await call(enquiries, postJson('/api/enquiries', makeEnquiry({ 'leave-empty': '' })));
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(1);
  });
});

test('a delivery report above 64 KiB is refused before its signature is looked at', async () => {
  const request = postJson('/api/webhooks/resend', 'x'.repeat(BODY_LIMIT + 1));
  expect((await call(webhook, request)).status).toBe(413);
});
