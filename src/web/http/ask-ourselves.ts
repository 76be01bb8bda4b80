import type { App } from '#services/app.ts';
import { HAND_ON_PATH, handOnTicket } from '#services/notifications/hand-on.ts';

/** The other run answers as soon as it has begun. */
const BEGUN_WITHIN_MS = 5_000;

/** Asks this site's own address for a run of delivery. Never throws: what does not come about is the sweep's. */
export async function askForDelivery(app: App): Promise<void> {
  const asked = await fetch(`${app.environment.URL}${HAND_ON_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${handOnTicket(app)}` },
    signal: AbortSignal.timeout(BEGUN_WITHIN_MS),
  }).catch(() => undefined);
  if (!asked?.ok)
    app.log('What is left of the mail could not be handed on; the sweep goes on with it.');
}
