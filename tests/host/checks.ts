import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '@netlify/functions';
import { loadFunctions } from '../../netlify/dev/functions.ts';
import type { Mailbox } from '../../netlify/dev/mailbox/start.ts';
import { type Database, openDatabase } from '../../src/data/client.ts';
import { deskApp } from '../../src/web/desk-app.ts';
import { publicApp } from '../../src/web/public-app.ts';
import { addressOf, routesOf } from '../support/app-routes.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import type { Host } from './host.ts';
import { type DeployedFunction, routeOf } from './manifest.ts';

// What holds of a deploy; each returns what it saw, in a few words, and throws where it does not hold.

const DOORS = { public: publicApp, desk: deskApp } as const;

/** Every address of the two doors. */
const ADDRESSES = Object.entries(DOORS).flatMap(([door, app]) =>
  routesOf(app).map(({ pattern, methods }) => ({
    door,
    address: addressOf(pattern, () => 'x1'),
    methods,
  })),
);

const JOBS = ['deliver', 'remind', 'digest', 'erase'] as const;

/** Each address of the service is found in the manifest, at its own function. */
export async function routesAreWhole(functions: readonly DeployedFunction[]): Promise<string> {
  for (const { door, address } of ADDRESSES) {
    assert.equal(routeOf(functions, address)?.name, door, `${address} is at its door`);
  }
  return `${ADDRESSES.length} addresses, 2 doors`;
}

/** Each function asks for London itself, whatever reads netlify.toml. */
export async function regionsAreLondon(functions: readonly DeployedFunction[]): Promise<string> {
  for (const { name, region } of functions) assert.equal(region, 'lhr', `the region of ${name}`);
  return `lhr in ${functions.length} of ${functions.length}`;
}

/** Each schedule is deployed as it is written, and on the hour: some plans allow no more. */
export async function schedulesAreAllowed(functions: readonly DeployedFunction[]): Promise<string> {
  const written = (await loadFunctions()).filter(({ schedule }) => schedule !== undefined);
  assert.equal(written.length, JOBS.length);
  for (const { name, schedule } of written) {
    const deployed = functions.find((one) => one.name === name) as Config | undefined;
    assert.equal(deployed && 'schedule' in deployed && deployed.schedule, schedule, name);
    assert.match(schedule ?? '', /^0 /, `${name} runs on the hour`);
  }
  return `${JOBS.length} schedules, none more often than hourly`;
}

const get = (host: Host, path: string) =>
  host.ask(new Request(host.url + path, { headers: { accept: 'text/html' } }));

/** A GET of each address answers, with a page or a refusal of its own, and none with a fault. */
export async function everyAddressAnswers(host: Host): Promise<string> {
  for (const { address } of ADDRESSES) {
    const { status } = await get(host, address);
    // No schedule has run yet: health is the one that may say so.
    if (address !== '/api/health') assert.ok(status < 500, `${address} answers ${status}`);
  }
  return `${ADDRESSES.length} addresses, none with a fault`;
}

const COLD = ['/enquire/', '/callback/', '/discovery-call/', '/api/line', '/desk/sign-in/'];

/** The first call of a function that sleeps is answered like any other. */
export async function coldCallsAnswer(host: Host): Promise<string> {
  let slowest = 0;
  for (const path of COLD) {
    await host.freeze();
    const begun = performance.now();
    const { status } = await get(host, path);
    assert.equal(status, 200, path);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return `${COLD.length} pages, the slowest in ${Math.round(slowest)} ms with its process`;
}

/** What differs from call to call, or is the connection’s own, or says how the host’s network sends it on (netlify/dev/compress.ts). */
const OWN =
  /^(date|connection|keep-alive|content-(length|encoding)|vary|transfer-encoding|set-cookie|x-nf-.*)$/;

const headersOf = ({ headers }: Response) =>
  [...headers].filter(([name]) => !OWN.test(name)).sort(([one], [other]) => (one < other ? -1 : 1));

const COMPARED = [
  ...COLD,
  '/',
  '/privacy/',
  '/nothing-here/',
  '/plan/',
  '/your-enquiry/',
  '/your-enquiry/x1/',
  '/api/slots?kind=callback',
  '/api/plan',
  '/desk/',
  '/privacy-policy/',
];

/** Answers carry the same headers as those of `npm start`, at `local`. */
export async function headersAreTheSame(host: Host, local: string): Promise<string> {
  for (const path of COMPARED) {
    const there = await get(host, path);
    const here = await fetch(local + path, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    await here.arrayBuffer();
    assert.equal(there.status, here.status, path);
    const moved = headersOf(there).map(([name, value]) => [name, value.replace(host.url, local)]);
    assert.deepEqual(moved, headersOf(here), `the headers of ${path}`);
  }
  return `${COMPARED.length} addresses, all headers`;
}

export const postEnquiry = (host: Host, organisation: string) =>
  host.ask(
    new Request(`${host.url}/api/enquiries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(makeEnquiry({ organisation })),
    }),
  );

const until = async (isSo: () => boolean | Promise<boolean>, seconds: number) => {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `not within ${seconds} s`);
    await wait(100);
  }
};

/** How much mail waits to be sent. */
async function waitingMail(admin: Database): Promise<number> {
  const [left] = await admin.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM messages WHERE next_attempt_at IS NOT NULL',
  );
  return left?.n ?? 0;
}

/** Runs every schedule now, as a person asks for it. */
async function runSchedules(host: Host): Promise<void> {
  for (const name of JOBS) {
    const { response, ended } = await host.schedule(`job-${name}`);
    assert.equal(response.status, 200, name);
    await ended;
  }
}

/** An enquiry is taken, both its mails arrive, the schedules run, and health is well. */
export async function isInService(host: Host, mailbox: Mailbox): Promise<string> {
  const { status } = await postEnquiry(host, 'A Real Council');
  assert.equal(status, 201);
  await until(() => mailbox.messages.length === 2, 20);
  await runSchedules(host);
  const health = await get(host, '/api/health');
  assert.deepEqual([health.status, await health.json()], [200, { database: 'answers', late: [] }]);
  const shallow = await get(host, '/api/health?shallow');
  assert.deepEqual(await shallow.json(), { functions: 'answer' });
  return 'an enquiry, 2 mails, 4 schedules, health 200';
}

/** A warm function goes on when the host changes the name it reaches its database by. */
export async function credentialsRotate(
  host: Host,
  admin: Database,
  rotate: (role: string) => void,
): Promise<string> {
  for (const role of ['first_name', 'second_name']) {
    await admin.query(`CREATE ROLE ${role} LOGIN SUPERUSER`);
  }
  rotate('first_name');
  assert.equal((await get(host, '/callback/')).status, 200);
  rotate('second_name');
  await admin.query('ALTER ROLE first_name NOLOGIN');
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'first_name'",
  );
  for (const path of ['/callback/', '/desk/sign-in/', '/api/slots?kind=callback']) {
    assert.equal((await get(host, path)).status, 200, path);
  }
  assert.equal((await postEnquiry(host, 'Another Council')).status, 201);
  await until(async () => (await waitingMail(admin)) === 0, 20);
  return 'warm functions go on';
}

/** Seconds until somebody who asks for a link to sign in has it. */
async function secondsToSignIn(host: Host, mailbox: Mailbox): Promise<number> {
  const asked = performance.now();
  const { status } = await host.ask(
    new Request(`${host.url}/desk/sign-in/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: 'team@example.org' }),
    }),
  );
  assert.ok(status < 400, `asking for a link answers ${status}`);
  const isLink = ({ email }: Mailbox['messages'][number]) => /sign in/i.test(email.subject);
  await until(() => mailbox.messages.some(isLink), LINK_WITHIN_S);
  return (performance.now() - asked) / 1000;
}

const LINK_WITHIN_S = 15;
const MOST_TURNED_AWAY = 0.02;

/**
 * One call of the sweep sends what is owed, from run to run, each within what the host allows it, to a mail service
 * that takes no more than its pace. A link to sign in, asked for in the middle, overtakes what is left.
 */
export async function aSweepHandsOn(
  host: Host,
  admin: Database,
  { mailbox, owed, perSecond }: { mailbox: Mailbox; owed: number; perSecond: number },
): Promise<string> {
  mailbox.clear();
  mailbox.setFaults({ perSecond });
  const before = mailbox.turnedAway;
  await admin.query(
    `INSERT INTO messages (id, kind, audience, payload, created_at, next_attempt_at)
     SELECT gen_random_uuid(), 'notice of a call', 'enquirer', json_build_object('from', 'Service <hello@example.org>',
       'to', json_build_array('person-' || n || '@example.org'), 'subject', 'Owed', 'text', 'Owed'), now(), now()
     FROM generate_series(1, $1::int) AS n`,
    [owed],
  );
  const begun = performance.now();
  const within = 30 + (1.7 * owed) / perSecond;
  const { ended } = await host.schedule('job-deliver');
  const first = await ended;
  await until(() => mailbox.messages.length >= owed / 2, within);
  const link = await secondsToSignIn(host, mailbox);
  await until(() => mailbox.messages.length > owed, within - (performance.now() - begun) / 1000);
  const all = (performance.now() - begun) / 1000;
  await wait(1_000);
  const reached = new Set(mailbox.messages.map(({ email }) => email.to.join()));
  assert.deepEqual([mailbox.messages.length, reached.size], [owed + 1, owed + 1], 'each, once');
  assert.equal(await waitingMail(admin), 0);
  const turnedAway = mailbox.turnedAway - before;
  assert.ok(turnedAway / (turnedAway + owed) < MOST_TURNED_AWAY, `${turnedAway} were refused`);
  return `${owed} mails at ${perSecond} a second in ${all.toFixed(0)} s, ${turnedAway} refused; the sweep itself ${first.toFixed(0)} s of its 30; a link to sign in ${link.toFixed(1)} s`;
}

/** No call has come near the end the host would make of it, and no function logged a fault. */
export async function nothingBroke(host: Host): Promise<string> {
  for (const name of ['public', 'desk', ...JOBS.map((job) => `job-${job}`)]) {
    const fault = /^.*(?:Fault:|fault:|Error).*$/m.exec(host.logOf(name));
    assert.equal(fault?.[0], undefined, `the log of ${name}: ${fault?.[0]}`);
  }
  const [name, seconds] = Object.entries(host.longest()).sort(([, a], [, b]) => b - a)[0] ?? [];
  return `the longest call: ${name}, ${seconds?.toFixed(0)} s`;
}

const organisationsAt = async (url: string) => {
  const database = openDatabase(url, 1);
  try {
    const rows = await database.query<{ organisation: string }>(
      'SELECT organisation FROM enquiries',
    );
    return rows.map(({ organisation }) => organisation);
  } finally {
    await database.close();
  }
};

/** Who enquired on the live site. */
const LIVE = ['A Real Council', 'Another Council'];

/** Once a preview has answered anything, its copy holds nobody, and it shows what it would have sent. */
export async function copyIsEmptied(host: Host, url: string): Promise<string> {
  assert.ok((await organisationsAt(url)).includes('A Real Council'), 'the copy has somebody in it');
  assert.equal((await get(host, '/callback/')).status, 200);
  const left = await organisationsAt(url);
  assert.ok(!left.some((name) => LIVE.includes(name)), left.join());
  const mail = await get(host, '/preview-mail/');
  assert.equal(mail.status, 200);
  assert.doesNotMatch(await mail.text(), /A Real Council/);
  return `emptied; ${left.length} placeholder, and its mail at /preview-mail/`;
}

/** A preview that reaches the live database itself answers 503, and the live one loses nothing. */
export async function liveIsNotEmptied(host: Host, liveUrl: string): Promise<string> {
  const before = await organisationsAt(liveUrl);
  for (const path of ['/callback/', '/desk/', '/api/health']) {
    assert.equal((await get(host, path)).status, 503, path);
  }
  assert.deepEqual(await organisationsAt(liveUrl), before);
  return `503, and ${before.length} live enquiries stay`;
}
