import type { BankHolidays } from '#domain/hours/closed-days.ts';
import type { PageShell } from '#domain/page-slots.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What the build put into pages themselves, as a policy names it: `'sha256-…'`. */
export interface InlineSources {
  styles: readonly string[];
  scripts: readonly string[];
}

/** What the build hands to the functions: the settings, the version of the privacy notice, the dates that are closed, the shells of live pages and what stands in them. */
export interface Site {
  settings: Settings;
  /** The version of the privacy notice (src/domain/privacy-notice/version.ts), kept with each case that is opened under it. */
  privacyNotice: string;
  bankHolidays: BankHolidays;
  shells: Readonly<Record<PageShell, string>>;
  inline: InlineSources;
}
