import {
  addRefusals,
  deleteRefusalsBefore,
  type RefusalCount,
  refusalsSince,
} from '#data/refusal-repository.ts';
import type { RefusalKind } from '#domain/limits/refusal-kind.ts';
import { DAY, isoDate } from '#domain/time/day.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';

export type { RefusalCount };

/** How many days back the desk shows them, and for how many they are kept. */
export const REFUSAL_DAYS_SHOWN = 14;
const DAYS_KEPT = 400;

/** What this process has refused and not written down yet, and the writing that is under way. */
interface Unwritten {
  counts: Map<string, RefusalCount>;
  writing: Promise<void> | undefined;
}

const unwritten = new WeakMap<App['database'], Unwritten>();

function unwrittenOf({ database }: App): Unwritten {
  const known = unwritten.get(database) ?? { counts: new Map(), writing: undefined };
  unwritten.set(database, known);
  return known;
}

async function writeAll(app: App, waiting: Unwritten): Promise<void> {
  while (waiting.counts.size > 0) {
    const counts = [...waiting.counts.values()];
    waiting.counts = new Map();
    await addRefusals(app.database, counts);
  }
}

/**
 * Counts one refusal by day and kind. Resolves once it is written down: one statement is under way at a time, and the
 * next takes up all that was refused meanwhile, so that a flood of refusals is no flood of writes. What cannot be
 * written is not counted.
 */
export function countRefusal(app: App, kind: RefusalKind): Promise<void> {
  const waiting = unwrittenOf(app);
  const day = isoDateAt(app.now().getTime());
  const name = `${day} ${kind}`;
  const { count } = waiting.counts.get(name) ?? { count: 0 };
  waiting.counts.set(name, { day, kind, count: count + 1 });
  waiting.writing ??= writeAll(app, waiting)
    .catch(() => app.log('What was refused could not be counted.'))
    .finally(() => {
      waiting.writing = undefined;
    });
  return waiting.writing;
}

/** What was refused on each of the last days, the newest first. */
export const readRefusals = (app: App): Promise<RefusalCount[]> =>
  refusalsSince(app.database, isoDateAt(app.now().getTime() - (REFUSAL_DAYS_SHOWN - 1) * DAY));

/** Deletes the counts that have been kept long enough. */
export const forgetRefusals = (app: App): Promise<void> =>
  deleteRefusalsBefore(app.database, isoDate(wallClockAt(app.now().getTime()).day - DAYS_KEPT));
