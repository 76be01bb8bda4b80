import type { App } from '../app.ts';
import { staffList } from '../desk/staff.ts';
import { isKeyShaped, isOneOf, keyFor, secretsOf } from '../keys.ts';

const keyOf = ({ site }: App, secret: string, staff: string) =>
  keyFor(secret, 'feed', staff, site.settings['staff-calendar']['feed-generation']);

/**
 * The address one of the staff subscribes their calendars to, given as the staff list has them in lower case. Anyone
 * who has it can read every call, until that person leaves the staff list.
 */
export const feedAddress = (app: App, staff: string): string =>
  `${app.environment.URL}/api/calendar/${keyOf(app, app.environment.LINK_SECRET, staff)}.ics`;

/** Whether a key opens the feed: while feeds are how calls come into calendars, that of anybody on the staff list. */
export const opensFeed = (app: App, key: string): boolean =>
  app.site.settings['staff-calendar'].by === 'feed' &&
  isKeyShaped(key) &&
  // Every key is compared, so that the time tells neither whose it is nor how much of it is right.
  isOneOf(
    key,
    staffList(app).flatMap((staff) =>
      secretsOf(app.environment).map((secret) => keyOf(app, secret, staff)),
    ),
  );
