import type { App } from '#services/app.ts';

/** One race: it throws when somebody got what they should not, and says how it went. */
export interface Race {
  name: string;
  run(app: App): Promise<string>;
}

/** So many do something at once. */
export const everybody = <Result>(count: number, act: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

/** How many rows there are, as `bookings WHERE …`. */
export const rows = async (app: App, from: string): Promise<number | undefined> => {
  const [row] = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`);
  return row?.n;
};
