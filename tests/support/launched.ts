import { readSettings } from '#content/settings.ts';
import type { Identity } from '#domain/settings/identity.ts';
import { LaunchSchema } from '#domain/settings/launch.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isoDate } from '#domain/time/day.ts';

/** A body that has said all that any body is asked for. */
export const LAUNCHED_IDENTITY: Identity = {
  name: 'Reflective Practice Groups',
  'legal-name': 'Example Groups Limited',
  'legal-form': 'charitable-company',
  email: 'hello@example.org',
  'postal-address': '1 Example Street, Exampleton',
  'company-number': '00000000',
  'registered-in': 'England and Wales',
  'registered-office': '1 Example Street, Exampleton',
  'charity-number': '0000000',
  complaints: 'complaints@example.org',
  'data-protection-registration': 'ZA000000',
  'database-in': 'London, in the United Kingdom',
};

/** The project's own settings, with everything said and confirmed on `day` (days since 1970). */
export const launchedSettings = (day: number): Settings => ({
  ...readSettings(process.cwd()),
  identity: LAUNCHED_IDENTITY,
  launch: Object.fromEntries(
    Object.keys(LaunchSchema.shape).map((name) => [name, isoDate(day)]),
  ) as Settings['launch'],
});
