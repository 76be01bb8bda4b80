import type { App } from '../app.ts';
import { isKeyShaped, keyFor, same } from '../keys.ts';

/** There is one feed, for all staff. */
const FEED = 'staff';

const keyOf = ({ environment, site }: App) =>
  keyFor(environment.LINK_SECRET, 'feed', FEED, site.settings['staff-calendar']['feed-generation']);

/** The address staff subscribe their calendars to. Anyone who has it can read every call. */
export const feedAddress = (app: App): string =>
  `${app.environment.URL}/api/calendar/${keyOf(app)}.ics`;

/** Whether a key opens the feed, in a time that does not tell how much of it is right. */
export const opensFeed = (app: App, key: string): boolean =>
  isKeyShaped(key) && same(key, keyOf(app));
