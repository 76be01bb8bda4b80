import type { App } from '#services/app.ts';
import { HAND_ON_PATH, handOnTicket } from '#services/notifications/hand-on.ts';

/** The other run answers as soon as it has begun. */
const BEGUN_WITHIN_MS = 2_500;

/** A chain of runs has many links: each is tried twice. */
const TRIES = 2;

const asked = ({ environment: { URL } }: App, ticket: string): Promise<boolean> =>
  fetch(`${URL}${HAND_ON_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ticket}` },
    signal: AbortSignal.timeout(BEGUN_WITHIN_MS),
  }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Asks this site's own address for a run of delivery. Never throws: what does not come about is the sweep's. */
export async function askForDelivery(app: App): Promise<void> {
  let begun = false;
  for (let tries = 0; tries < TRIES && !begun; tries += 1) {
    begun = await asked(app, handOnTicket(app));
  }
  if (!begun)
    app.log('What is left of the mail could not be handed on; the sweep goes on with it.');
}
