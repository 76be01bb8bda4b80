import type { Settings } from '../settings/settings.ts';
import { accessibilityBlockers } from './accessibility.ts';
import { buyersBlockers } from './buyers.ts';
import { unconfirmed } from './confirmations.ts';
import { dataProtectionBlockers } from './data-protection.ts';
import { evidenceBlockers } from './evidence.ts';
import { identityBlockers } from './identity.ts';
import type { LaunchBlocker } from './launch-blocker.ts';
import { privacyNoticeBlockers } from './privacy-notice.ts';
import { timeBlockers } from './times.ts';

/** What the settings in `content` leave standing, on the day `today` (days since 1970). */
export const contentBlockers = (
  { identity, launch, line, privacy, accessibility, buyers, evidence }: Settings,
  bankHolidays: readonly string[],
  today: number,
): LaunchBlocker[] => [
  ...identityBlockers(identity, launch),
  ...privacyNoticeBlockers(privacy, today),
  ...dataProtectionBlockers(identity, launch, today),
  ...evidenceBlockers(evidence, today),
  ...accessibilityBlockers(accessibility, today),
  ...buyersBlockers(buyers, today),
  ...timeBlockers(line, bankHolidays, today),
  ...unconfirmed(launch, today),
];
