import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { serve } from '../../netlify/dev/serve.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';

// A burst of mail against a service that takes two a second: posts that come at once, and a link to sign in asked for
// in the middle. Needs `npm run build`; ends with 1 when a mail is lost, comes twice, or comes too late. The schedules
// do not run: what a request's own time does not send, it hands on.

const PORT = Number(process.env['PORT'] ?? 8895);
const MAILS = Number(process.argv[2] ?? 60);
const PER_SECOND = 2;
const ALL_WITHIN_S = 30 + MAILS / PER_SECOND;
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

/** Seconds from `begun` until `isSo`; it is looked at ten times a second, for ten minutes at most. */
async function secondsUntil(begun: number, isSo: () => boolean): Promise<number> {
  while (!isSo() && performance.now() - begun < 600_000) await wait(100);
  return (performance.now() - begun) / 1000;
}

const begun = performance.now();
const post = (index: number) =>
  fetch(`${url}/api/enquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(makeEnquiry({ email: `person-${index}@example.org` })),
  }).then(({ status }) => assert.equal(status, 201));
const AT_ONCE = 10;
for (let first = 0; first < MAILS / 2; first += AT_ONCE) {
  const some = Math.min(AT_ONCE, MAILS / 2 - first);
  await Promise.all(Array.from({ length: some }, (_, index) => post(first + index)));
}
const taken = (performance.now() - begun) / 1000;

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
  `${MAILS} mails at ${PER_SECOND} a second; the posts were taken within ${taken.toFixed(1)} s`,
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
