import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { MailKindTo } from '#domain/cases/mail-kinds.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { deliverAndHandOn, deliverSoon } from '#services/notifications/deliver-soon.ts';
import { HAND_ON_PATH, handOnTicket } from '#services/notifications/hand-on.ts';
import type { SendOutcome } from '#services/notifications/mail-sender.ts';
import { enqueueMessage } from '#services/notifications/outbox.ts';
import { askForDelivery } from '#web/http/ask-ourselves.ts';
import { provideApp } from '#web/http/open-app.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { inRealTime } from '../support/mail-pace.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

const enqueue = (kind: MailKindTo<'enquirer'>, subject: string) =>
  enqueueMessage(t.app, t.app.database, {
    kind,
    audience: 'enquirer',
    to: 'person@example.org',
    words: { subject, preview: subject, blocks: [{ kind: 'paragraph', text: 'Words.' }] },
  });

async function enqueueMany(count: number, kind: MailKindTo<'enquirer'> = 'new time of a call') {
  for (let index = 1; index <= count; index += 1) await enqueue(kind, `${kind} ${index}`);
}

const subjects = () => t.mailbox.messages.map(({ email }) => email.subject);
const tries = async () =>
  (
    await t.app.database.query<{ attempts: number }>('SELECT attempts FROM messages ORDER BY place')
  ).map(({ attempts }) => attempts);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

describe('the pace of mail', () => {
  test('is one, however many runs keep it: nothing is refused', async () => {
    // Three paces beside one another would come to 27 a second; a machine that pauses bunches a few together.
    t.mailbox.setFaults({ perSecond: 20 });
    await enqueueMany(25);
    const took = await inRealTime(t.app, 10, () =>
      timed(() => Promise.all([1, 2, 3].map(() => deliver(t.app, 10_000)))),
    );
    expect(t.mailbox.messages).toHaveLength(25);
    expect(took).toBeGreaterThan(2_300);
    expect(await tries()).toEqual(Array.from({ length: 25 }, () => 1));
  });

  test('slower than we thought: the run waits it out, and no attempt counts', async () => {
    t.mailbox.setFaults({ perSecond: 4 });
    await enqueueMany(10);
    await inRealTime(t.app, 50, () => deliver(t.app, 10_000));
    expect(t.mailbox.messages).toHaveLength(10);
    expect(await tries()).toEqual(Array.from({ length: 10 }, () => 1));
  });

  test('lets those go first who wait in front of a screen', async () => {
    await enqueueMany(6, 'reminder of a call');
    await enqueue('acknowledgement', 'We have it');
    await enqueue('link again', 'Sign in');
    await inRealTime(t.app, 50, () => deliver(t.app, 5_000));
    expect(subjects().slice(0, 3)).toEqual(['Sign in', 'We have it', 'reminder of a call 1']);
  });

  test('lets a link asked for in the middle go next', async () => {
    await enqueueMany(12, 'reminder of a call');
    const { send } = t.app;
    t.app.send = async (...message) => {
      const outcome = await send?.(...message);
      if (t.mailbox.messages.length === 4) await enqueue('link again', 'Sign in');
      return outcome ?? { kind: 'retry', reason: 'nothing sends' };
    };
    await inRealTime(t.app, 50, () => deliver(t.app, 5_000));
    if (send) t.app.send = send;
    expect(subjects().indexOf('Sign in')).toBe(4);
  });
});

test('after answers one run at a time goes on in a process, and what came meanwhile is sent', async () => {
  const { send } = t.app;
  let [underWay, most] = [0, 0];
  t.app.send = async (...message) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await wait(5);
    const outcome = await send?.(...message);
    underWay -= 1;
    return outcome ?? { kind: 'retry', reason: 'nothing sends' };
  };
  const waited: Promise<unknown>[] = [];
  for (let nth = 1; nth <= 6; nth += 1) {
    await enqueue('new time of a call', `Notice ${nth}`);
    deliverSoon(t.app, { waitUntil: (promise) => void waited.push(promise) });
  }
  await Promise.all(waited);
  if (send) t.app.send = send;
  expect(most).toBe(1);
  expect(subjects()).toEqual([1, 2, 3, 4, 5, 6].map((nth) => `Notice ${nth}`));
});

describe('a run whose time is over', () => {
  const handed = () => {
    const asked: number[] = [];
    t.app.handOn = async () => void asked.push(1);
    return asked;
  };

  test('says so, and hands the rest on: once, however many end', async () => {
    const asked = handed();
    await enqueueMany(8);
    const runs = await inRealTime(t.app, 10, () =>
      Promise.all([1, 2, 3].map(() => deliverAndHandOn(t.app, 250))),
    );
    expect(runs.some(({ unfinished }) => unfinished)).toBe(true);
    expect(asked).toHaveLength(1);
    delete t.app.handOn;
  });

  test('hands nothing on when nothing is left', async () => {
    const asked = handed();
    await enqueueMany(3);
    expect(await deliverAndHandOn(t.app, 5_000)).toMatchObject({ sent: 3, unfinished: false });
    expect(asked).toHaveLength(0);
    delete t.app.handOn;
  });

  const leftWith = async (outcome: SendOutcome) => {
    await enqueueMany(1);
    const { send } = t.app;
    t.app.send = async () => outcome;
    const { unfinished } = await deliver(t.app, 5_000);
    if (send) t.app.send = send;
    return unfinished || (await deliver(t.app, 5_000)).unfinished;
  };

  // The first attempts to come are kept going from run to run; later ones wait for a request or the sweep.
  test('is handed on for what comes due within minutes', async () => {
    expect(await leftWith({ kind: 'retry', reason: 'server error' })).toBe(true);
  });

  test.each<[string, SendOutcome]>([
    ['in an hour', { kind: 'retry', reason: 'server error', afterSeconds: 3_600 }],
    [
      'when a person has paid',
      {
        kind: 'turned away',
        reason: 'not let in: 429 daily_quota_exceeded',
        afterSeconds: 60,
        all: true,
      },
    ],
    [
      'in ten minutes, as the mail service asked',
      { kind: 'turned away', reason: 'rate_limit_exceeded', afterSeconds: 600, all: true },
    ],
  ])('is not for what comes due %s', async (_, outcome) => {
    expect(await leftWith(outcome)).toBe(false);
  });

  test('is asked for a second time when the first is not heard, and then left to the sweep', async () => {
    const heard: unknown[] = [];
    const server = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.writeHead(heard.length === 2 ? 202 : 500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const app = {
      ...t.app,
      environment: { ...t.app.environment, URL: `http://127.0.0.1:${port}` },
    };
    await askForDelivery(app);
    expect(heard).toHaveLength(2);
    expect(t.logged).toEqual([]);
    await askForDelivery(app);
    expect(heard).toHaveLength(4);
    expect(t.logged).toHaveLength(1);
    server.close();
  });

  // 1,000 at two a second, by a clock that really runs: `npm run bench:mail -- sweep 1000`.
  test('is handed on until all is out, none refused, and a link asked for in the middle goes next', async () => {
    t.mailbox.setFaults({ perSecond: 60 });
    const running: Promise<unknown>[] = [];
    t.app.handOn = async () =>
      void running.push(call(publicApp, handOnPost(`Bearer ${handOnTicket(t.app)}`)));
    await enqueueMany(60);
    await inRealTime(t.app, 40, async () => {
      expect((await deliverAndHandOn(t.app, 400)).unfinished).toBe(true);
      await enqueue('link again', 'Sign in');
      const asked = await timed(async () => {
        while (!subjects().includes('Sign in')) await wait(10);
      });
      expect(asked).toBeLessThan(1_000);
      await Promise.all(running);
    });
    expect(running).toHaveLength(1);
    expect(t.mailbox.messages).toHaveLength(61);
    expect(await tries()).toEqual(Array.from({ length: 61 }, () => 1));
    delete t.app.handOn;
  });

  test('that was handed on rests until its time is over before it hands on, so that none follow in a row', async () => {
    const asked = handed();
    const { wait: usual, send } = t.app;
    const waits: number[] = [];
    t.app.wait = async (ms) => void waits.push(ms);
    t.app.send = async () => ({ kind: 'retry', reason: 'server error', afterSeconds: 100 });
    await enqueueMany(1);
    await call(publicApp, handOnPost(`Bearer ${handOnTicket(t.app)}`));
    expect(asked).toHaveLength(1);
    expect(waits.at(-1)).toBeGreaterThan(30_000);
    Object.assign(t.app, { wait: usual, send });
    delete t.app.handOn;
  });

  test('a reader whose page asked the database takes up what has come due, and one whose page did not does not', async () => {
    handed();
    await enqueueMany(1);
    // A database of its own to the app: it has taken up nothing yet.
    const database = { ...t.app.database };
    provideApp({ ...t.app, database });
    await call(publicApp, get('/plan/'));
    expect(t.mailbox.messages).toHaveLength(0);
    await call(publicApp, get('/api/slots?kind=callback'));
    expect(t.mailbox.messages).toHaveLength(1);
    await enqueueMany(1);
    await call(publicApp, get('/api/slots?kind=callback'));
    expect(t.mailbox.messages).toHaveLength(1);
    provideApp(t.app);
    delete t.app.handOn;
  });

  const handOnPost = (authorization: string) => postJson(HAND_ON_PATH, {}, { authorization });

  test.each([
    ['nothing', () => ''],
    ['a word', () => 'Bearer please'],
    ['a ticket without its scheme', () => handOnTicket(t.app)],
    [
      'a ticket of ten minutes ago',
      () => {
        t.setNow('2026-11-24T09:50:00Z');
        const old = handOnTicket(t.app);
        t.setNow('2026-11-24T10:00:00Z');
        return `Bearer ${old}`;
      },
    ],
  ])('is not begun for %s', async (_, authorization) => {
    await enqueueMany(1);
    expect((await call(publicApp, handOnPost(authorization()))).status).toBe(401);
    expect(t.mailbox.messages).toHaveLength(0);
  });

  test('goes on elsewhere, asked by this site alone', async () => {
    await enqueueMany(3);
    const ticket = `Bearer ${handOnTicket(t.app)}`;
    t.setNow('2026-11-24T10:00:59Z');
    expect((await call(publicApp, handOnPost(ticket))).status).toBe(202);
    expect(t.mailbox.messages).toHaveLength(3);
    expect((await call(publicApp, get(HAND_ON_PATH))).status).toBe(405);
  });
});

describe('one message', () => {
  const sending = async (send: (nth: number) => Promise<SendOutcome>) => {
    const { send: usual } = t.app;
    let nth = 0;
    t.app.send = () => {
      nth += 1;
      return send(nth);
    };
    try {
      return await deliver(t.app, 5_000);
    } finally {
      if (usual) t.app.send = usual;
    }
  };

  test('that breaks the code that sends it stops no other', async () => {
    await enqueueMany(3);
    const delivered = await sending(async (nth) => {
      if (nth === 1) throw new TypeError('no such thing');
      return { kind: 'sent', providerId: `id-${nth}` };
    });
    expect(delivered).toMatchObject({ sent: 2, waiting: 1, failed: 0 });
    expect(t.logged.join('\n')).toContain('fault: TypeError');
  });

  test('of which nothing can be noted stops no other', async () => {
    await enqueueMany(3);
    await t.app.database.query(`
      CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.attempts = OLD.attempts THEN RAISE EXCEPTION 'stays' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER stays BEFORE UPDATE ON messages FOR EACH ROW
        WHEN (OLD.payload ->> 'subject' = 'new time of a call 1') EXECUTE FUNCTION stay()`);
    const delivered = await deliver(t.app, 5_000);
    await t.app.database.query('DROP FUNCTION stay CASCADE');
    expect(delivered).toMatchObject({ sent: 2, waiting: 1, failed: 0 });
    t.setNow('2026-11-24T10:01:01Z');
    expect(await deliver(t.app, 5_000)).toMatchObject({ sent: 1 });
    // It was sent twice under one key, which the mail service took once.
    expect(t.mailbox.messages).toHaveLength(3);
  });

  test('is not held up by what else the sweep sees to, and the fault shows', async () => {
    await enqueueMany(1);
    await t.app.database.query('ALTER TABLE post_counts RENAME TO elsewhere');
    await expect(runJob(t.app, 'deliver')).rejects.toThrow(/post_counts/);
    await t.app.database.query('ALTER TABLE elsewhere RENAME TO post_counts');
    expect(t.mailbox.messages).toHaveLength(1);
  });

  test('taken under an id that was given before is sent, and stops no other', async () => {
    await enqueueMany(3);
    const delivered = await sending(async () => ({ kind: 'sent', providerId: 'the-same' }));
    expect(delivered).toMatchObject({ sent: 3, waiting: 0, failed: 0 });
  });

  test('answered without an id is not sent, and is asked about again', async () => {
    await enqueueMany(1);
    const { resendSender } = await import('#services/notifications/mail-sender.ts');
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const send = resendSender({
      ...t.app.environment,
      RESEND_BASE_URL: `http://127.0.0.1:${port}`,
    });
    expect(
      await send({ from: 'a@example.org', to: 'b@example.org', subject: 's', text: 't' }, 'k'),
    ).toEqual({
      kind: 'retry',
      reason: 'no id in the answer',
    });
    server.close();
  });
});
