import type { Transaction } from '#data/client.ts';
import {
  callsElsewhere,
  casesOf,
  countPeople,
  messagesElsewhere,
  NOTHING_AT_DESK,
  type SubjectAtDesk,
  type SubjectCall,
  type SubjectCase,
  type SubjectMessage,
  subjectAtDesk,
} from '#data/subject-repository.ts';
import { type Mention, mentionsElsewhere } from '#data/subject-rows-repository.ts';
import type { Subject } from '#domain/subject.ts';

export type { Mention, SubjectCase };

/** Everything held about one person. */
export interface SubjectData {
  cases: SubjectCase[];
  calls: SubjectCall[];
  messages: SubjectMessage[];
  desk: SubjectAtDesk;
}

/** What is held about a person. Mail that waits, and what the desk keeps, is found by an address alone. */
export async function subjectDataOf(tx: Transaction, subject: Subject): Promise<SubjectData> {
  const cases = await casesOf(tx, subject);
  const calls = await callsElsewhere(tx, subject);
  if (subject.by !== 'email') return { cases, calls, messages: [], desk: NOTHING_AT_DESK };
  const { email } = subject;
  const messages = await messagesElsewhere(tx, email, { cases, calls });
  return { cases, calls, messages, desk: await subjectAtDesk(tx, email) };
}

/** Where an address stands besides what is held about it; nothing is looked for by number or reference. Reads every row there is. */
export async function mentionsBesides(
  tx: Transaction,
  subject: Subject,
  { cases, calls, messages }: SubjectData,
): Promise<Mention[]> {
  if (subject.by !== 'email') return [];
  return mentionsElsewhere(tx, subject.email, {
    caseIds: cases.map(({ id }) => id),
    ids: [...calls, ...messages].map(({ id }) => id),
  });
}

/** Whether different people give a number, as those behind a switchboard do: then it says whose nothing is. */
export const isShared = async (
  tx: Transaction,
  subject: Subject,
  data: SubjectData,
): Promise<boolean> => subject.by === 'phone' && (await countPeople(tx, data)) > 1;

/** Whether the desk keeps anything of an address. */
export const isAtDesk = (desk: SubjectAtDesk): boolean =>
  Object.values(desk).some((count) => count > 0);

/** Whether nothing at all is held. */
export const isNothing = ({ cases, calls, messages, desk }: SubjectData): boolean =>
  cases.length + calls.length + messages.length === 0 && !isAtDesk(desk);
