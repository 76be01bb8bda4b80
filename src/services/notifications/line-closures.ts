import type { Transaction } from '#data/client.ts';
import { namingClosed, saysTheLine } from '#emails/blocks.ts';
import type { EmailWords } from '#emails/email-words.ts';
import type { App } from '../app.ts';
import { readClosedDays } from '../availability/line-hours.ts';

/** An email as it is true now: where it says when we can be rung, it names the days ahead on which we cannot be. */
export const withClosedDays = async (
  app: App,
  words: EmailWords,
  tx: Transaction = app.database,
): Promise<EmailWords> =>
  saysTheLine(words) ? namingClosed(words, await readClosedDays(app, tx)) : words;
