import { BuyersSchema } from '#domain/settings/buyers.ts';
import { EvidenceSchema } from '#domain/settings/evidence.ts';
import type { Identity } from '#domain/settings/identity.ts';
import { LaunchSchema } from '#domain/settings/launch.ts';
import type { Privacy } from '#domain/settings/privacy.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { isoDate } from '#domain/time/day.ts';
import { TEST_SETTINGS } from './test-settings.ts';

/** A body that has said all that any body is asked for. */
export const LAUNCHED_IDENTITY = {
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
} as const satisfies Identity;

/** A privacy notice that says all it is asked for, on a day as settings write it. */
function launchedPrivacy(date: string): Privacy {
  const bridge = { 'protected-by': 'data bridge', checked: date, copy: 'ask us' } as const;
  const here = { company: 'Example Mail', in: 'United Kingdom' } as const;
  return {
    dated: date,
    recipients: {
      host: bridge,
      'mail-service': { ...bridge, 'protected-by': 'Addendum' },
      'staff-mail': here,
      calendars: here,
      telephone: { company: 'Example Telephones', in: 'United States', ...bridge },
      backups: { company: 'none' },
    },
    kept: {
      mailboxes: '12 months',
      'mail-service': '30 days',
      backups: '30 days',
      calls: '1 year',
    },
    'calls-recorded': 'never',
  };
}

/** The same for every name a schema has. */
const all = <Value>(schema: { shape: object }, value: Value): Record<string, Value> =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, value]));

/** The tests' own settings, with everything said and confirmed on `day` (days since 1970). */
export function launchedSettings(day: number): Settings {
  const date = isoDate(day);
  return {
    ...TEST_SETTINGS,
    identity: LAUNCHED_IDENTITY,
    privacy: launchedPrivacy(date),
    accessibility: { reviewed: date, 'answered-within': '5 working days' },
    buyers: all(BuyersSchema, { says: 'Held.', confirmed: date }),
    evidence: all(EvidenceSchema, { kept: 'In the folder', checked: date }),
    launch: all(LaunchSchema, date),
  };
}
