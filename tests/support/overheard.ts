import { type Database, type Transaction, transactionOver } from '#data/client.ts';

/** A database like `database` that tells `hear` every statement it is given, before it runs. */
export function overheard(database: Database, hear: (sql: string) => void): Database {
  const hearing = ({ run }: Transaction) =>
    transactionOver((query) => {
      hear(query.text);
      return run(query);
    });
  return {
    ...hearing(database),
    transaction: (work) => database.transaction((tx) => work(hearing(tx))),
    lastUsed: () => database.lastUsed(),
    close: () => database.close(),
  };
}
