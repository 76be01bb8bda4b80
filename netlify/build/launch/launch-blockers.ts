import { bankHolidays, yearsToKnow } from '#content/bank-holidays.ts';
import { readQuestions } from '#content/questions.ts';
import { readSettings } from '#content/settings.ts';
import { contentStanding } from '#domain/launch/content.ts';
import type { Standing } from '#domain/launch/launch-blocker.ts';
import { questionsStanding } from '#domain/launch/questions.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { environmentStanding } from './environment.ts';
import { regionStanding } from './region.ts';

/** Everything that stands between the checkout at `root`, with the settings of `env`, and a launch. */
export async function launchStanding(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<Standing[]> {
  const holidays = bankHolidays(yearsToKnow(now.getFullYear()));
  return [
    ...contentStanding(readSettings(root), Object.keys(holidays), wallClockAt(now.getTime()).day),
    ...questionsStanding(readQuestions(root)),
    ...environmentStanding(env),
    ...(await regionStanding(root)),
  ];
}
