import { staffCalendarsGiven, writeSealedAddress } from '#data/staff-calendar-repository.ts';
import type { App } from '../app.ts';
import { resealed } from './sealed-address.ts';

/**
 * Seals every address of a calendar that is not under the key in use anew, so that the secret it was sealed with can be
 * taken out. One that nothing opens stays as it is: its owner is told when it is next read.
 */
export async function resealAddresses(app: App): Promise<void> {
  for (const calendar of await staffCalendarsGiven(app.database)) {
    const sealed = resealed(app, calendar.email, calendar.addressSealed);
    if (sealed) await writeSealedAddress(app.database, calendar, sealed);
  }
}
