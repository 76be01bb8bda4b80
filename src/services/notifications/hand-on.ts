import { takeHandingOn } from '#data/mail-pace-repository.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { keyFor, same } from '../keys.ts';

/**
 * How long a run lasts that was handed the rest: the host ends a function after a minute, of which the last attempt may
 * take 10 s and handing on 5.
 */
export const HANDED_ON_MS = 40_000;

/**
 * How soon one run may be handed the rest after another was: before that one ends, or a chain of runs would break
 * there, and late enough that none are begun in a row while the mail service lets nothing in.
 */
const ONE_EVERY_MS = 30_000;

/** Where the rest is handed to, from the site's root. */
export const HAND_ON_PATH = '/api/deliver';

const ticket = (app: App, minute: number) =>
  keyFor(app.environment.LINK_SECRET, 'delivery', String(minute), 0);

const minuteOf = (app: App) => Math.floor(app.now().getTime() / MINUTE);

/** What shows that this site itself asks for a run of delivery; good until the end of the next minute. */
export const handOnTicket = (app: App): string => ticket(app, minuteOf(app));

/** Whether a ticket is one of ours, and of this minute or the one before. */
export const isHandOnTicket = (app: App, given: string): boolean =>
  [0, 1].some((ago) => same(given, ticket(app, minuteOf(app) - ago)));

/** Has another run go on with what is left; one, however many runs end. What fails is the sweep's. */
export async function handOn(app: App): Promise<void> {
  if (!app.handOn) return;
  if (await takeHandingOn(app.database, ONE_EVERY_MS)) await app.handOn();
}
