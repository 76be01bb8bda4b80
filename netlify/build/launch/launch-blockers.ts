import { bankHolidays, yearsToKnow } from '#content/bank-holidays.ts';
import { readQuestions } from '#content/questions.ts';
import { readSettings } from '#content/settings.ts';
import { contentBlockers } from '#domain/launch/content.ts';
import type { LaunchBlocker } from '#domain/launch/launch-blocker.ts';
import { questionBlockers } from '#domain/launch/questions.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { environmentBlockers } from './environment.ts';
import { regionBlockers } from './region.ts';

/** Everything that stands between the checkout at `root`, with the settings of `env`, and a launch. */
export async function launchBlockers(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<LaunchBlocker[]> {
  const holidays = bankHolidays(yearsToKnow(now.getFullYear()));
  return [
    ...contentBlockers(readSettings(root), Object.keys(holidays), wallClockAt(now.getTime()).day),
    ...questionBlockers(readQuestions(root)),
    ...environmentBlockers(env),
    ...(await regionBlockers(root)),
  ];
}
