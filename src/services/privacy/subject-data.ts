import type { Transaction } from '#data/client.ts';
import {
  callsElsewhere,
  casesOf,
  type HeldAtDesk,
  type HeldCall,
  type HeldCase,
  type HeldMessage,
  heldAtDesk,
  messagesElsewhere,
} from '#data/subject-repository.ts';
import { type Mention, mentionsElsewhere } from '#data/subject-rows-repository.ts';

export type { HeldCase, Mention };

/** Everything held about one address. */
export interface SubjectData {
  cases: HeldCase[];
  calls: HeldCall[];
  messages: HeldMessage[];
  desk: HeldAtDesk;
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
export const isAtDesk = ({ links, sessions, acts, owned }: HeldAtDesk): boolean =>
  links + sessions + acts + owned > 0;

/** Whether nothing at all is held. */
export const isNothing = ({ cases, calls, messages, desk }: SubjectData): boolean =>
  cases.length + calls.length + messages.length === 0 && !isAtDesk(desk);
