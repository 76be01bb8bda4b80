import { deskCasePath } from './paths.ts';

/** Where staff see the four weeks ahead and what is blocked. */
export const TIMES_PATH = '/desk/times/';

/** Where staff block an hour or a day at once. */
export const BLOCK_PATH = `${TIMES_PATH}block/`;

/** The calls that cannot take place when they are booked for. */
export const STRANDED_PATH = `${TIMES_PATH}stranded/`;

/** Where a block is taken away; `id` is the block's own. */
export const removeBlockPath = (id: string): string => `${TIMES_PATH}blocks/${id}/remove/`;

/** Where staff offer a case other times; for the call whose id is given, or for one yet to be booked. */
export const offerPath = (reference: string, call?: string): string =>
  `${deskCasePath(reference)}offer/${call === undefined ? '' : `?call=${call}`}`;

/** What the pages of times say about what was just done, by the name the address carries it under. */
const DONE = {
  blocked: 'The time is blocked. No call was booked in it.',
  'blocked-with-calls':
    'The time is blocked. The calls that were booked in it are below: they stay where they are until you or the callers change them.',
  unblocked: 'The block is removed, and its time is offered again.',
  'unblocked-before': 'That block had been removed already.',
} as const satisfies Record<string, string>;

type TimesDone = keyof typeof DONE;

const isDone = (name: string): name is TimesDone => Object.hasOwn(DONE, name);

/** A page of times that says what was just done. */
export const timesDonePath = (path: string, done: TimesDone): string => `${path}?done=${done}`;

/** What was just done, in a sentence; nothing for a name that stands for nothing. */
export const timesDoneInWords = (name: string | null): string | undefined =>
  name !== null && isDone(name) ? DONE[name] : undefined;
