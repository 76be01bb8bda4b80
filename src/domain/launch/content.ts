import type { Settings } from '../settings/settings.ts';
import { unconfirmed } from './confirmations.ts';
import { dataStanding } from './data-protection.ts';
import { identityStanding } from './identity.ts';
import type { Standing } from './launch-blocker.ts';
import { timesStanding } from './times.ts';

/** What the settings in `content` leave standing, on the day `today` (days since 1970). */
export const contentStanding = (
  { identity, launch, line }: Settings,
  bankHolidays: readonly string[],
  today: number,
): Standing[] => [
  ...identityStanding(identity, launch),
  ...dataStanding(identity, launch),
  ...timesStanding(line, bankHolidays, today),
  ...unconfirmed(launch, today),
];
