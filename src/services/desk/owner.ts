import { writeOwner } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { findPerson } from '#data/join-repository.ts';
import { NOBODY } from '#domain/desk/cases-query.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { writeAct } from './case-actions.ts';
import { staffAddress, staffList } from './staff.ts';

/** Whom a case may be given to: every address on the staff list. */
export const possibleOwners = (app: App): string[] => staffList(app);

/** Whom a choice means: an address on the staff list, nobody, or `unknown` for what is neither. */
export function ownerChosen(app: App, choice: string): { owner: string | undefined } | 'unknown' {
  if (choice === NOBODY) return { owner: undefined };
  const owner = staffAddress(app, choice);
  return owner === undefined ? 'unknown' : { owner };
}

/** Who of the staff sees to a case. */
export const ownerOf = async (app: App, { id }: Pick<Case, 'id'>): Promise<string | undefined> =>
  (await findPerson(app.database, id))?.owner;

/** Gives a case to one of the staff, or to nobody, in `tx`, with a line on its timeline and in the audit. */
export async function giveCase(
  app: App,
  tx: Transaction,
  about: Case,
  { staff, owner }: { staff: string; owner: string | undefined },
): Promise<void> {
  await writeOwner(tx, about.id, owner);
  await writeAct(app, tx, about, { staff, act: 'owner set', owner });
}
