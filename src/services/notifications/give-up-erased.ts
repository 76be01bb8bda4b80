import type { App } from '../app.ts';
import { giveUp } from './deliver.ts';

/** How long word of a cancelled call outlives its erased case (service contract, section 5). */
const KEPT_MS = 24 * 60 * 60_000;

/** Gives up, and so scrubs, every message about the call of an erased case that is a day old and still waiting. */
export async function giveUpErased(app: App): Promise<void> {
  const overdue = await app.database.query<{ id: string; kind: string }>(
    `SELECT id, kind FROM messages
     WHERE case_id IS NULL AND booking_id IS NOT NULL AND next_attempt_at IS NOT NULL AND created_at <= $1`,
    [new Date(app.now().getTime() - KEPT_MS)],
  );
  for (const message of overdue) {
    await giveUp(
      app,
      { ...message, case_id: null, reference: null },
      'its case is erased and a day has passed',
    );
  }
}
