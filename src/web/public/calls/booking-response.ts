import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { type BookingInCase, bookingKeyOf } from '#services/bookings/booking.ts';
import { correctedLink, linkOf } from '#services/cases/case.ts';
import type { Accepted } from '../../http/post-form.ts';
import { json, seeOther } from '../../http/responses.ts';

/**
 * The answer to a call that was booked, moved, corrected or cancelled: a browser goes on to `link`, a program
 * is told reference, time, link and the call's key; of a post that was made before, no key. `link` leads to the
 * case's own page: anyone who came with the key of the call alone must be given another.
 */
export function answerCall(
  app: App,
  { case: found, booking }: BookingInCase,
  {
    from,
    came,
    link = linkOf(app, found),
  }: Pick<Accepted<unknown>, 'from'> & {
    came: 'booked' | 'changed' | 'corrected' | 'repeat';
    link?: string;
  },
): Response {
  if (from === 'form') return seeOther(came === 'corrected' ? correctedLink(app, found) : link);
  const said = {
    reference: found.reference,
    start: isoInstant(booking.start),
    end: isoInstant(booking.end),
  };
  if (came === 'repeat' || came === 'corrected') return json(said);
  const keys = { link, booking: bookingKeyOf(app, booking) };
  return json({ ...said, ...keys }, came === 'booked' ? 201 : 200);
}
