import type { Settings } from '../settings/settings.ts';
import { unconfirmed } from './confirmations.ts';
import { dataProtectionBlockers } from './data-protection.ts';
import { identityBlockers } from './identity.ts';
import type { LaunchBlocker } from './launch-blocker.ts';
import { timeBlockers } from './times.ts';

/** What the settings in `content` leave standing, on the day `today` (days since 1970). */
export const contentBlockers = (
  { identity, launch, line }: Settings,
  bankHolidays: readonly string[],
  today: number,
): LaunchBlocker[] => [
  ...identityBlockers(identity, launch),
  ...dataProtectionBlockers(identity, launch),
  ...timeBlockers(line, bankHolidays, today),
  ...unconfirmed(launch, today),
];
