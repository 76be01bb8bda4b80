import assert from 'node:assert/strict';
import { ofEmail } from '#domain/subject.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { eraseAbout } from '#services/privacy/erase-person.ts';
import type { TestApp } from './app.ts';
import { tablesWith } from './full-text.ts';
import { PERSON, TRACES, type Written } from './person.ts';

interface Waiting {
  kind: string;
  case_id: string | null;
  text: string;
  cancels: boolean;
}

const waiting = ({ app }: TestApp) =>
  app.database.query<Waiting>(
    `SELECT kind, case_id, payload ->> 'text' AS text,
       coalesce(invite ->> 'method' = 'CANCEL', false) AS cancels
     FROM messages WHERE payload IS NOT NULL ORDER BY place`,
  );

/** What still names them takes calls out of calendars, and belongs to no case. */
async function holdOwed(t: TestApp): Promise<void> {
  const naming = await t.app.database.query<Waiting>(
    `SELECT kind, case_id, coalesce(invite ->> 'method' = 'CANCEL', false) AS cancels
     FROM messages WHERE payload::text ~* $1 ORDER BY place`,
    [TRACES.source],
  );
  const farewell = { kind: 'cancellation of a call', case_id: null, cancels: true };
  assert.deepEqual(naming, [farewell, farewell, farewell]);
  assert.deepEqual(await tablesWith(t.app.database, TRACES), ['public.messages']);
}

/** The digest they stood in was tried while the mail service was away, so it may have arrived: nothing of it is left to send again. */
async function holdDigest(t: TestApp): Promise<void> {
  assert.ok(!(await waiting(t)).some(({ kind }) => kind === 'digest'));
}

interface Line {
  act: string;
  reference: string | null;
  actor: string | null;
}

/** A line for each case, call and message, beside those of what staff did, which say nothing about anybody. */
async function holdAudit(t: TestApp, { own, other }: Written): Promise<void> {
  const audit = await t.app.database.query<Line>(
    `SELECT act, reference, actor FROM audit WHERE act <> 'note, at the desk'`,
  );
  const plain = audit.map(({ act, ...line }) => ({
    ...line,
    act: act.replace(/[0-9a-f-]{36}/, 'ID'),
  }));
  const line = (act: string, reference: string | null) => ({ reference, actor: null, act });
  const expected = [
    ...own.map((reference) => line('erased on request', reference)),
    line('call ID erased on request', other),
    line('message ID erased on request', null),
  ];
  const sorted = (lines: readonly object[]) => lines.map((each) => JSON.stringify(each)).sort();
  assert.deepEqual(sorted(plain), sorted(expected));
}

/**
 * Erases the person that was written, and holds what is left to what may be left: word of cancelled calls
 * while it waits and, once it has gone, nothing in any table or in the log but the audit’s lines.
 */
export async function eraseAndSearch(t: TestApp, written: Written): Promise<void> {
  const erased = await eraseAbout(t.app, ofEmail(PERSON.email.toLowerCase()));
  assert.deepEqual(erased, { cases: 3, calls: 1, messages: 1, desk: 'nothing', onHold: [] });
  await holdOwed(t);
  await holdDigest(t);
  t.mailbox.setFaults({ clear: true });
  t.setNow('2026-11-25T10:00:00Z');
  await runJob(t.app, 'deliver');
  assert.deepEqual(await waiting(t), []);
  assert.deepEqual(await tablesWith(t.app.database, TRACES), []);
  assert.doesNotMatch(t.logged.join('\n'), TRACES);
  await holdAudit(t, written);
}
