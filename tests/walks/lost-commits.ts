import type { Database } from '#data/client.ts';
import { CommitUnknownError } from '#data/errors.ts';

/** What becomes of the next commits: done or not, the answer to each is lost. */
type Fate = 'done' | 'not done';

/** A database whose commits can be lost on their way, as a network loses them. */
export interface LosingDatabase extends Database {
  /** The fates of the next commits, in order; those after them are answered. */
  lose(...fates: Fate[]): void;
  /** How many commits were lost so far. */
  lost(): number;
  /** Lets whatever was to be lost be answered after all. */
  spare(): void;
}

/** A database over `database` that loses commits when it is told to. */
export function losing(database: Database): LosingDatabase {
  let fates: Fate[] = [];
  let lost = 0;
  return {
    ...database,
    async transaction(work) {
      const fate = fates.shift();
      if (fate === undefined) return database.transaction(work);
      lost += 1;
      if (fate === 'done') await database.transaction(work);
      throw new CommitUnknownError('The connection was lost.');
    },
    lose(...next) {
      fates = next;
    },
    lost: () => lost,
    spare() {
      fates = [];
    },
  };
}
