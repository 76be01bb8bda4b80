import type { NarrowingKind } from '../hours/narrowing.ts';
import { deskCasePath } from './paths.ts';

/** Where staff see the days that can be booked, and what they have set. */
export const TIMES_PATH = '/desk/times/';

/** Where staff set a closure, dated hours or a block. */
export const NARROWING_PATHS: Readonly<Record<NarrowingKind, string>> = {
  closure: `${TIMES_PATH}closure/`,
  'dated hours': `${TIMES_PATH}hours/`,
  block: `${TIMES_PATH}block/`,
};

/** Where staff block an hour or a day at once. */
export const BLOCK_PATH = NARROWING_PATHS.block;

/** The calls that cannot take place when they are booked for. */
export const CONFLICTING_PATH = `${TIMES_PATH}stranded/`;

/** Where all of their people are offered new times at once. */
export const OFFER_ALL_PATH = `${CONFLICTING_PATH}offer/`;

/** Where staff give their own calendars, from which we read when they are busy. */
export const CALENDARS_PATH = `${TIMES_PATH}calendars/`;

/** Where one of them removes theirs. */
export const REMOVE_CALENDAR_PATH = `${CALENDARS_PATH}remove/`;

/** What is set, as an address names it. */
interface Named {
  kind: NarrowingKind;
  id: string;
}

/** Where something that is set is changed. */
export const changeNarrowingPath = ({ kind, id }: Named): string =>
  `${NARROWING_PATHS[kind]}${id}/`;

/** Where something that is set is taken away. */
export const removeNarrowingPath = (named: Named): string => `${changeNarrowingPath(named)}remove/`;

/** Where one day is taken out of something that is set; `date` is the day to begin with. */
export const dayOutPath = (named: Named, date?: string): string =>
  `${changeNarrowingPath(named)}day/${date === undefined ? '' : `?date=${date}`}`;

/** Where staff offer a case other times; for the call whose id is given, or for one yet to be booked. */
export const offerPath = (reference: string, call?: string): string =>
  `${deskCasePath(reference)}offer/${call === undefined ? '' : `?call=${call}`}`;

/** What the pages of times say about what was just done, by the name the address carries it under. */
const DONE = {
  set: 'It is set. No call is booked at a time that it takes away.',
  'set-with-calls':
    'It is set. Every call that cannot take place is below, with why: it stays where it is until you or the caller change it.',
  changed: 'It is changed. No more calls are booked at a time that it takes away.',
  'changed-with-calls':
    'It is changed. Every call that cannot take place is below, with why: it stays where it is until you or the caller change it.',
  removed: 'It is removed. Its time is offered again where nothing else that is set takes it.',
  'day-out':
    'That day is taken out: its time is offered again where nothing else that is set takes it. The other days stay as they were.',
  'day-out-before':
    'Nothing was done: that day is not in it any more. It had been taken out already, or the dates were changed.',
  'changed-since':
    'Nothing was done: what is set was changed after you opened that page. See below what is set now.',
  gone: 'That had been removed already, so nothing was changed.',
  calendar: 'Your calendar was read, and counts from now on.',
  'calendar-removed':
    'Your calendar is removed. You are taken to be free whenever the line is open.',
  offered: 'New times are on their way to everyone who was ticked.',
} as const satisfies Record<string, string>;

type TimesDone = keyof typeof DONE;

const isDone = (name: string): name is TimesDone => Object.hasOwn(DONE, name);

/** A page of times that says what was just done. */
export const timesDonePath = (path: string, done: TimesDone): string => `${path}?done=${done}`;

/** What was just done, in a sentence; nothing for a name that stands for nothing. */
export const timesDoneInWords = (name: string | null): string | undefined =>
  name !== null && isDone(name) ? DONE[name] : undefined;
