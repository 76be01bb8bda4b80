import { insertNarrowing } from '#data/narrowing-repository.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import type { App } from '#services/app.ts';
import { type NarrowingSet, setNarrowing } from '#services/availability/narrowing-service.ts';

/** A narrowing as a test names it: without the id that it is given. */
export type Unnamed = Narrowing extends infer Each
  ? Each extends Narrowing
    ? Omit<Each, 'id'>
    : never
  : never;

/** Writes down what is set, as if staff had set it before; gives its id. */
export async function haveSet(app: App, set: Unnamed): Promise<string> {
  const id = app.uuid();
  await insertNarrowing(app.database, { id, ...set } as Narrowing, app.now());
  return id;
}

/** Hours of one day, "09:00" to "12:00". */
export const hours = (opens: string, closes: string) => ({
  opens: minutes(opens),
  closes: minutes(closes),
});

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Blocks a whole day as staff do. */
export const blockWholeDay = (
  app: App,
  date: string,
  staff = 'staff@example.org',
): Promise<NarrowingSet> =>
  setNarrowing(app, { kind: 'block', posted: { step: 'set', from: date, much: 'day' } }, staff);
