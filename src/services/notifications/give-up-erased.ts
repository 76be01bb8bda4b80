import { findOutlivedMessages } from '#data/message-repository.ts';
import type { App } from '../app.ts';
import { eachAlone } from '../each-alone.ts';
import { giveUp } from './deliver.ts';

/** How long word of a cancelled call outlives its erased case (docs/decisions/0013). */
const KEPT_MS = 24 * 60 * 60_000;

/** Gives up, and so scrubs, every message about the call of an erased case that is a day old and still waiting. */
export async function giveUpErased(app: App): Promise<void> {
  const dayAgo = new Date(app.now().getTime() - KEPT_MS);
  const overdue = await findOutlivedMessages(app.database, dayAgo);
  const fault = await eachAlone(app, overdue, (message) =>
    giveUp(
      app,
      { ...message, caseId: null, reference: null },
      'its case is erased and a day has passed',
    ),
  );
  if (fault) throw fault.error;
}
