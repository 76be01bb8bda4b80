import type { App } from '../app.ts';
import { type Health, isWell, readHealth } from './health.ts';

/** What is wrong, in a line without anything about anybody. */
const inWords = ({ database, late, mail }: Health): string =>
  [
    database !== 'answers' && `the database ${database}`,
    late.length > 0 && `late: ${late.join(', ')}`,
    mail && `mail: ${mail}`,
  ]
    .filter(Boolean)
    .join('; ');

/**
 * Says in the log, and at ALERT_URL where one is set, what health finds wrong: not by mail, which may be what fails.
 * For the end of a sweep, so that a fault is told again while it lasts.
 */
export async function raiseAlarm(app: App): Promise<void> {
  const health = await readHealth(app);
  if (isWell(health)) return;
  const words = inWords(health);
  app.log(`UNWELL: ${words}.`);
  await app.alert?.(`${app.environment.URL} is unwell: ${words}.`);
}
