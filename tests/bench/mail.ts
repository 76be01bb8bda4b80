import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { enqueueMessage } from '#services/notifications/outbox.ts';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { serve } from '../../netlify/dev/serve.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';

// Mail against a service that takes two a second, by a clock that really runs, and a link to sign in asked for in the
// middle. Either a burst of posts that come at once (`60`, or another number), of which what a request's own time does
// not send is handed on; or `sweep 1000`: so many messages are owed, and one call of the sweep begins, which hands on to
// run after run. It builds first; ends with 1 when a mail is lost, comes twice, or comes too late. No schedule
// runs by itself.

const PORT = Number(process.env['PORT'] ?? 8895);
const [first = '60', second = '1000'] = process.argv.slice(2);
const isSweep = first === 'sweep';
const MAILS = Number(isSweep ? second : first);
const PER_SECOND = 2;
const ALL_WITHIN_S = isSweep ? 900 : 30 + MAILS / PER_SECOND;
const LONGEST_S = 1_000;
const LINK_WITHIN_S = 15;
const MOST_REFUSED = 0.02;

const folder = mkdtempSync(join(tmpdir(), 'mail-'));
const url = `http://localhost:${PORT}`;
const local = await openLocalApp(
  { DATA: folder, URL: url, RATE_LIMIT: '0', MAIL_PER_SECOND: String(PER_SECOND) },
  PORT,
);
const served = await serve(process.cwd(), PORT, local.app, { schedules: false });
const { mailbox } = local;
assert.ok(mailbox);
mailbox.setFaults({ perSecond: PER_SECOND });

let attempts = 0;
let turnedAway = 0;
const { send } = local.app;
assert.ok(send);
local.app.send = async (...attempt) => {
  const outcome = await send(...attempt);
  attempts += 1;
  if (outcome.kind === 'turned away') turnedAway += 1;
  return outcome;
};

/** Seconds from `begun` until `isSo`; it is looked at ten times a second, for so long at most. */
async function secondsUntil(begun: number, isSo: () => boolean): Promise<number> {
  while (!isSo() && performance.now() - begun < LONGEST_S * 1000) await wait(100);
  return (performance.now() - begun) / 1000;
}

let handedOn = 0;
const { handOn } = local.app;
local.app.handOn = async () => {
  handedOn += 1;
  await handOn?.();
};

const post = (index: number) =>
  fetch(`${url}/api/enquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(makeEnquiry({ email: `person-${index}@example.org` })),
  }).then(({ status }) => assert.equal(status, 201));
const AT_ONCE = 10;

/** Posts that come at once, each of which owes two mails. */
async function burst(): Promise<string> {
  for (let first = 0; first < MAILS / 2; first += AT_ONCE) {
    const some = Math.min(AT_ONCE, MAILS / 2 - first);
    await Promise.all(Array.from({ length: some }, (_, index) => post(first + index)));
  }
  return `the posts were taken within ${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

/** One call of the sweep, for messages that are owed already. */
async function sweep(): Promise<string> {
  await fetch(`${url}/.netlify/functions/job-deliver`, { method: 'POST' });
  return `the sweep itself took ${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

async function owe(): Promise<void> {
  const words = { subject: 'Owed', preview: 'Owed', blocks: [] };
  for (let index = 0; index < MAILS; index += 1) {
    await enqueueMessage(local.app, local.app.database, {
      kind: 'new time of a call',
      audience: 'enquirer',
      to: `person-${index}@example.org`,
      words,
    });
  }
}

if (isSweep) await owe();
const begun = performance.now();
const taken = await (isSweep ? sweep() : burst());

const asked = performance.now();
await fetch(`${url}/desk/sign-in/`, {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ email: 'staff@example.org' }),
});
const link = await secondsUntil(asked, () =>
  mailbox.messages.some(({ email }) => /sign in/i.test(email.subject)),
);
const all = await secondsUntil(begun, () => mailbox.messages.length > MAILS);
const lines: (readonly [what: string, figure: number, most: number])[] = [
  ['all out, seconds', all, ALL_WITHIN_S],
  ['a link to sign in, seconds', link, LINK_WITHIN_S],
  ['mails that came twice or not at all', Math.abs(mailbox.messages.length - MAILS - 1), 0],
  ['turned away, of all attempts', turnedAway / attempts, MOST_REFUSED],
];
console.log(
  `${MAILS} mails at ${PER_SECOND} a second; ${taken}, and what was left was handed on ${handedOn} times`,
);
for (const [what, figure, most] of lines) {
  console.log(
    `${figure <= most ? 'ok     ' : 'BROKEN '}${what}: ${figure.toFixed(2)} (${most} at most)`,
  );
  if (figure > most) process.exitCode = 1;
}
await served.close();
await local.close();
rmSync(folder, { recursive: true, force: true });
