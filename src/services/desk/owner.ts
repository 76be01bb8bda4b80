import { writeOwner } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { findPerson } from '#data/join-repository.ts';
import { NOBODY } from '#domain/desk/cases-query.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { lastActor } from '../cases/meanwhile.ts';
import { writeAct } from './case-actions.ts';
import { judgedAction } from './idempotent-action.ts';
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
export const ownerOf = async (
  app: App,
  { id }: Pick<Case, 'id'>,
  tx: Transaction = app.database,
): Promise<string | undefined> => (await findPerson(tx, id))?.owner;

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

/** Whom a case is given to, by whom, and who saw to it when the form was shown: `NOBODY` or an address. */
interface Giving {
  staff: string;
  owner: string | undefined;
  seen: string | undefined;
  once: string | undefined;
}

/**
 * Gives a case to one of the staff, or to nobody, once; `meanwhile`, with nothing changed, when it was given to another
 * than either since the form was shown.
 */
export const giveCaseSeen = (
  app: App,
  found: Case,
  { staff, owner, seen, once }: Giving,
): Promise<'done' | 'gone' | 'meanwhile'> =>
  judgedAction<'meanwhile'>(
    app,
    found,
    { act: 'owner', staff, value: { owner }, once },
    {
      judge: async (tx, about) => {
        const now = await ownerOf(app, about, tx);
        const isOther = seen !== undefined && (now ?? NOBODY) !== seen && now !== owner;
        return isOther ? 'meanwhile' : undefined;
      },
      work: (acting, tx, about) => giveCase(acting, tx, about, { staff, owner }),
    },
  );

/** Who of the staff said last who sees to a case. */
export const givenBy = (app: App, { id }: Pick<Case, 'id'>): Promise<string | undefined> =>
  lastActor(app.database, id, ({ act }) => act === 'owner set');
