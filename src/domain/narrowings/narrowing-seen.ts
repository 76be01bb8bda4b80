import type { Narrowing } from '../hours/narrowing.ts';

const inOrder = (said: object) =>
  JSON.stringify(Object.entries(said).sort(([one], [other]) => one.localeCompare(other)));

/** Something that is set, as a page carries it to tell whether any of it has been changed since. */
export const allSeenOf = ({ id: _id, ...said }: Narrowing): string => inOrder(said);

/** Its times alone, for a page to which the reason does not matter. */
export const timesSeenOf = ({ id: _id, why: _why, ...times }: Narrowing): string => inOrder(times);
