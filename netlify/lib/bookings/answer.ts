import type { Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '../app.ts';
import { linkOf } from '../cases/case.ts';
import type { Accepted } from '../http/accept-post.ts';
import { json, seeOther } from '../http/answer.ts';
import { type BookingInCase, bookingKeyOf } from './booking.ts';

/**
 * The answer to whoever booked, moved or cancelled a call: a browser goes on to the enquirer's own page,
 * a program is told reference, link, the call's key and its time. `slot` is the call's own unless given.
 */
export function answerCall(
  app: App,
  { case: found, booking }: BookingInCase,
  {
    from,
    status,
    slot = booking,
  }: Pick<Accepted<unknown>, 'from'> & { status: number; slot?: Slot },
): Response {
  const link = linkOf(app, found);
  if (from === 'form') return seeOther(link);
  return json(
    {
      reference: found.reference,
      link,
      booking: bookingKeyOf(app, booking),
      start: isoInstant(slot.start),
      end: isoInstant(slot.end),
    },
    status,
  );
}
