import type { Database } from '#data/client.ts';
import type { Asks, Person } from './person.ts';

/** What the database holds of one person, read past everything that is cut. */
export interface Held {
  reference: string;
  quarantined: boolean;
  enquiries: number;
  /** The starts of the calls that hold their time, in milliseconds. */
  starts: number[];
  calls: number;
}

const HELD = `SELECT c.reference, c.quarantined_at IS NOT NULL AS quarantined,
    (SELECT count(*)::int FROM enquiries e WHERE e.case_id = c.id) AS enquiries,
    (SELECT count(*)::int FROM bookings b WHERE b.case_id = c.id) AS calls,
    ARRAY(SELECT (extract(epoch FROM b.starts_at) * 1000)::float8 FROM bookings b
      WHERE b.case_id = c.id AND b.during IS NOT NULL AND b.quarantined_at IS NULL) AS starts
  FROM cases c
  WHERE c.id IN (SELECT case_id FROM enquiries WHERE email = $1 UNION SELECT case_id FROM bookings WHERE email = $1)`;

/** The cases of a person. */
export const heldOf = (database: Database, { email }: Pick<Person, 'email'>): Promise<Held[]> =>
  database.query<Held>(HELD, [email]);

/** What is wrong with what is held of a person who was told that it was saved; empty when it is so. */
export function notSo({ asks, fields }: Person, held: readonly Held[]): string[] {
  const [one] = held;
  if (!one || held.length > 1) return [`told it is saved, and there are ${held.length} cases`];
  if (one.quarantined) return [`${one.reference}: told it is saved, and it is in quarantine`];
  const expected = asks === 'enquiry' ? { enquiries: 1, calls: 0 } : { enquiries: 0, calls: 1 };
  if (one.enquiries !== expected.enquiries || one.calls !== expected.calls) {
    return [`${one.reference}: ${one.enquiries} enquiries and ${one.calls} calls`];
  }
  const start = Date.parse(fields['start'] ?? '');
  if (asks !== 'enquiry' && one.starts[0] !== start) {
    return [`${one.reference}: told the call is booked, and its time is not held`];
  }
  return [];
}

/** What a person’s own page says while nothing has happened since. */
export const STATE_OF: Readonly<Record<Asks, string>> = {
  enquiry: 'enquiry-saved',
  callback: 'call-booked',
  'discovery-call': 'call-booked',
};

interface Owed {
  kind: string;
  owed: number;
  sent: number;
  arrived: number;
}

const KINDS: Readonly<Record<Asks, readonly string[]>> = {
  enquiry: ['acknowledgement', 'enquiry notice'],
  callback: ['confirmation of a call', 'notice of a call'],
  'discovery-call': ['confirmation of a call', 'notice of a call'],
};

/** What is wrong with the messages of a case: each of its kinds is enqueued, sent and has arrived once. Reminders are not counted. */
export async function mailFaults(
  database: Database,
  { asks }: Person,
  reference: string,
  arrived: readonly string[],
): Promise<string[]> {
  const rows = await database.query<Owed>(
    `SELECT m.kind, count(*)::int AS owed, count(m.sent_at)::int AS sent,
       count(*) FILTER (WHERE m.provider_id = ANY($2))::int AS arrived
     FROM messages m JOIN cases c ON c.id = m.case_id
     WHERE c.reference = $1 AND m.kind !~ 'reminder' GROUP BY m.kind ORDER BY m.kind`,
    [reference, arrived],
  );
  const said = rows.map(({ kind, owed, sent, arrived: came }) => `${kind} ${owed}/${sent}/${came}`);
  const due = KINDS[asks].map((kind) => `${kind} 1/1/1`);
  if (said.join() === due.join()) return [];
  return [`${reference}: messages owed/sent/arrived: ${said.join(', ') || 'none'}`];
}
