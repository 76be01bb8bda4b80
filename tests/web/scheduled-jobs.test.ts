import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { postAlert } from '#web/http/post-alert.ts';
import { publicApp } from '#web/public-app.ts';
import jobDeliver from '../../netlify/functions/job-deliver.ts';
import jobDigest from '../../netlify/functions/job-digest.ts';
import jobErase from '../../netlify/functions/job-erase.ts';
import jobRemind from '../../netlify/functions/job-remind.ts';
import { call, testApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { setReadOnly } from '../support/read-only.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

/** As the host calls a schedule. */
const byClock = () =>
  new Request('http://localhost:8888/.netlify/functions/job', {
    method: 'POST',
    body: JSON.stringify({ next_run: '2026-11-24T11:00:00.000Z' }),
  });

const everyJob = async () => {
  for (const name of ['deliver', 'remind', 'digest', 'erase'] as const) await runJob(t.app, name);
};

describe('a schedule', () => {
  test('called in an hour that is not its own wakes no database', async () => {
    t.setNow('2026-11-24T19:00:00Z');
    const before = t.app.database.lastUsed();
    for (const job of [jobDeliver, jobRemind, jobDigest, jobErase]) {
      expect(await (await call(job, byClock())).text()).toBe('not in this hour');
    }
    expect(t.app.database.lastUsed()).toBe(before);
  });

  test('called in its hour runs, and asked by a person runs in any', async () => {
    t.setNow('2026-11-24T18:00:00Z');
    expect(await (await call(jobDeliver, byClock())).text()).toMatch(/^0 sent/);
    t.setNow('2026-11-24T19:00:00Z');
    expect(await (await call(jobDeliver, get('/'))).text()).toMatch(/^0 sent/);
  });
});

describe('the alarm at the end of a sweep', () => {
  const alerts: string[] = [];
  const listening = () => {
    alerts.length = 0;
    t.app.alert = async (text) => void alerts.push(text);
  };
  afterEach(() => delete t.app.alert);

  test('is silent while nothing is wrong', async () => {
    listening();
    await everyJob();
    await call(jobDeliver, byClock());
    expect(alerts).toEqual([]);
    expect(t.logged.join('\n')).not.toContain('UNWELL');
  });

  test('names late schedules and mail that was given up, in the log and at the alert’s address', async () => {
    listening();
    t.mailbox.setFaults({ rate: { status500: 1 } });
    await everyJob();
    await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
    t.setNow('2026-11-26T14:00:00Z');
    await call(jobDeliver, byClock());
    // Two days on it is too late to try the mail again.
    const words = 'late: remind, digest, erase; mail: given up';
    expect(alerts).toEqual([`http://localhost:8888 is unwell: ${words}.`]);
    expect(t.logged).toContain(`UNWELL: ${words}.`);
    expect(alerts.join()).not.toMatch(/person@|County/);
  });

  test('is raised though the sweep itself broke', async () => {
    listening();
    await everyJob();
    await setReadOnly(t.app.database, true);
    await expect(call(jobDeliver, byClock())).rejects.toThrow();
    await setReadOnly(t.app.database, false);
    expect(alerts).toEqual(['http://localhost:8888 is unwell: the database is read-only.']);
  });

  test('is posted as a line of text, and never stops what raised it', async () => {
    const taken: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        taken.push(body);
        response.writeHead(taken.length === 1 ? 200 : 500).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const app = {
      ...t.app,
      environment: { ...t.app.environment, ALERT_URL: `http://127.0.0.1:${port}/` },
    };
    await postAlert(app, 'one');
    expect(taken).toEqual(['{"text":"one"}']);
    expect(t.logged).toEqual([]);
    await postAlert(app, 'two');
    server.close();
    server.closeAllConnections();
    await postAlert(app, 'three');
    expect(t.logged).toEqual([
      'The alert was not taken at ALERT_URL.',
      'The alert was not taken at ALERT_URL.',
    ]);
  });
});
