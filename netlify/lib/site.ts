import type { LivePage } from '#domain/live.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What the build hands to the functions: the settings, the dates that are closed, the shells of live pages. */
export interface Site {
  settings: Settings;
  /** Bank holidays of England and Wales, ISO dates in order. */
  bankHolidays: readonly string[];
  shells: Readonly<Record<LivePage, string>>;
}
