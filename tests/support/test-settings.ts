import { readSettings } from '#content/settings.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** Content of the tests’ own: a few short pages and every setting, so that what staff change in the real content breaks no test. */
export const SMALL_SITE = 'tests/content/small-site';

/** The settings every test runs under that is not about the real ones. */
export const TEST_SETTINGS: Settings = readSettings(SMALL_SITE);
