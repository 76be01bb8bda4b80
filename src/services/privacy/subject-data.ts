import type { Transaction } from '#data/client.ts';
import {
  callsElsewhere,
  casesOf,
  type HeldCall,
  type HeldCase,
  type HeldMessage,
  messagesElsewhere,
} from './find-subject-records.ts';
import { type Mention, mentionsElsewhere } from './free-text-mentions.ts';

/** What the desk keeps of an address that signs in there: how many links, sessions, and acts in cases. */
export interface HeldAtDesk {
  links: number;
  sessions: number;
  acts: number;
}

/** Everything held about one address. */
export interface SubjectData {
  cases: HeldCase[];
  calls: HeldCall[];
  messages: HeldMessage[];
  desk: HeldAtDesk;
}

async function heldAtDesk(tx: Transaction, email: string): Promise<HeldAtDesk> {
  const [counts] = await tx.query<HeldAtDesk>(
    `SELECT (SELECT count(*)::int FROM desk_links WHERE lower(email) = $1) AS links,
       (SELECT count(*)::int FROM desk_sessions WHERE lower(email) = $1) AS sessions,
       (SELECT count(*)::int FROM case_acts WHERE lower(actor) = $1) AS acts`,
    [email],
  );
  return counts ?? { links: 0, sessions: 0, acts: 0 };
}

/** What is held about an address, given in lower case. */
export async function subjectDataOf(tx: Transaction, email: string): Promise<SubjectData> {
  const cases = await casesOf(tx, email);
  const calls = await callsElsewhere(tx, email);
  const messages = await messagesElsewhere(tx, email, { cases, calls });
  return { cases, calls, messages, desk: await heldAtDesk(tx, email) };
}

/** Where an address stands besides what is held about it. Reads every row there is. */
export const mentionsBesides = (
  tx: Transaction,
  email: string,
  { cases, calls, messages }: SubjectData,
): Promise<Mention[]> =>
  mentionsElsewhere(tx, email, {
    caseIds: cases.map(({ id }) => id),
    ids: [...calls, ...messages].map(({ id }) => id),
  });

/** Whether the desk keeps anything of an address. */
export const isAtDesk = ({ links, sessions, acts }: HeldAtDesk): boolean =>
  links + sessions + acts > 0;

/** Whether nothing at all is held. */
export const isNothing = ({ cases, calls, messages, desk }: SubjectData): boolean =>
  cases.length + calls.length + messages.length === 0 && !isAtDesk(desk);
