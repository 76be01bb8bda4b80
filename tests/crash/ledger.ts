import { openEmbedded, openServer } from '../../netlify/dev/database.ts';

/** What the database holds of one case when everything is over. */
export interface Kept {
  reference: string;
  email: string;
  sent: number;
  waiting: number;
  failed: number;
}

/** One message as the mailbox lists it. */
interface Listed {
  to: string[];
  subject: string;
}

/** Every case in the database of a server that has stopped. */
export async function keptCases(
  databaseUrl: string | undefined,
  directory: string,
): Promise<Kept[]> {
  const postgres = databaseUrl ? await openServer(databaseUrl) : await openEmbedded(directory);
  const kept = await postgres.database.query<Kept>(
    `SELECT c.reference, e.email, count(m.sent_at)::int AS sent, count(m.next_attempt_at)::int AS waiting,
       count(m.failed_at)::int AS failed
     FROM cases c JOIN enquiries e ON e.case_id = c.id LEFT JOIN messages m ON m.case_id = c.id
     GROUP BY c.reference, e.email`,
  );
  await postgres.close();
  return kept;
}

/** Every message a mailbox took. */
export async function takenMessages(mailbox: string): Promise<Listed[]> {
  const answer = await fetch(`${mailbox}/emails`);
  return ((await answer.json()) as { data: Listed[] }).data;
}

/** The id of every message a mailbox took. */
export async function takenIds(mailbox: string): Promise<string[]> {
  const answer = await fetch(`${mailbox}/emails`);
  return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

/** What is wrong with what is left of the answered enquiries, a line each; empty when nothing is. */
export function faultsOf(
  answered: ReadonlyMap<string, string>,
  kept: readonly Kept[],
  messages: readonly Listed[],
): string[] {
  const faults: string[] = [];
  const expectOne = (what: string, email: string, found: number) => {
    if (found !== 1) faults.push(`${email}: ${found} of ${what}, expected 1`);
  };
  for (const [email, reference] of answered) {
    const cases = kept.filter((one) => one.email === email);
    expectOne('cases', email, cases.length);
    if (cases[0] && reference && cases[0].reference !== reference) {
      faults.push(`${email}: answered ${reference}, kept ${cases[0].reference}`);
    }
  }
  for (const { email, reference, sent, waiting, failed } of kept) {
    if (sent !== 2 || waiting > 0 || failed > 0) {
      faults.push(`${reference}: ${sent} sent, ${waiting} waiting, ${failed} failed`);
    }
    expectOne('acknowledgements', email, messages.filter(({ to }) => to.includes(email)).length);
    const notices = messages.filter(
      ({ to, subject }) => !to.includes(email) && subject.includes(reference),
    );
    expectOne('notices', email, notices.length);
  }
  return faults;
}
