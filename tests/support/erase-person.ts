import { expect } from 'vitest';
import { runJob } from '../../netlify/lib/jobs/jobs.ts';
import { eraseAbout } from '../../netlify/lib/privacy/erase.ts';
import type { TestApp } from './app.ts';
import { tablesWith } from './full-text.ts';
import { PERSON, TRACES, type Written } from './person.ts';

interface Waiting {
  kind: string;
  audience: string;
  case_id: string | null;
  names: boolean;
  cancels: boolean;
}

const waiting = ({ app }: TestApp) =>
  app.database.query<Waiting>(
    `SELECT kind, audience, case_id, payload::text ~* '7f3a|960 ?737' AS names,
       coalesce(invite ->> 'method' = 'CANCEL', false) AS cancels
     FROM messages WHERE payload IS NOT NULL ORDER BY place`,
  );

/** Erases the person that was written, and holds what is left to what may be left, until mail works again and after. */
export async function eraseAndSearch(t: TestApp, { own, other }: Written): Promise<void> {
  expect(await eraseAbout(t.app, PERSON.email.toLowerCase())).toMatchObject({
    cases: 3,
    calls: 1,
    messages: 1,
    desk: 'nothing',
  });

  // What still names them takes calls out of calendars, and belongs to no case.
  const owed = await waiting(t);
  const naming = owed.filter(({ names }) => names);
  expect(naming.map(({ kind, cancels, case_id }) => ({ kind, cancels, case_id }))).toEqual(
    Array.from({ length: 3 }, () => ({
      kind: 'cancellation of a call',
      cancels: true,
      case_id: null,
    })),
  );
  expect(await tablesWith(t.app.database, TRACES)).toEqual(['public.messages']);

  // The digest they stood in is still owed, and tells of the other alone.
  const [digest, ...more] = await t.app.database.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM messages WHERE kind = 'digest'`,
  );
  expect(more).toEqual([]);
  expect(digest?.text).toContain(other);
  expect(digest?.text).not.toMatch(TRACES);
  for (const reference of own) expect(digest?.text).not.toContain(reference);

  t.mailbox.setFaults({ clear: true });
  t.setNow('2026-11-25T10:00:00Z');
  await runJob(t.app, 'deliver');
  expect(await waiting(t)).toEqual([]);
  expect(await tablesWith(t.app.database, TRACES)).toEqual([]);
  expect(t.logged.join('\n')).not.toMatch(TRACES);

  const audit = await t.app.database.query('SELECT act, reference, actor FROM audit ORDER BY id');
  expect(audit).toHaveLength(5);
  expect(audit).toContainEqual({
    act: expect.stringMatching(/^message [0-9a-f-]{36} erased on request$/),
    reference: null,
    actor: null,
  });
  expect(audit).toContainEqual({
    act: expect.stringMatching(/^call [0-9a-f-]{36} erased on request$/),
    reference: other,
    actor: null,
  });
  for (const reference of own) {
    expect(audit).toContainEqual({ act: 'erased on request', reference, actor: null });
  }
}
