import type { Config } from '@netlify/functions';
import { writeInvite } from '#domain/invite/calendar.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { invitationTo } from '#services/notifications/booking-invitation.ts';
import { withBooking } from '../account/with-booking.ts';
import { type Call, handler } from '../http/handler.ts';
import { PRIVATE_HEADERS, SECURITY_HEADERS } from '../http/security-headers.ts';

/**
 * Somebody who gave no email address can still put the call into a calendar; an invitation must name an
 * attendee by an address (RFC 5546, 3.2.2), so the organizer's stands in and no answer goes astray.
 */
async function sendInvite({ app }: Call, about: BookingInCase): Promise<Response> {
  const { email = organizerFrom(app.environment.MAIL_FROM).email, name } = about.booking;
  const invitation = invitationTo(app, about, { email, name, as: 'enquirer' });
  return new Response(writeInvite(invitation), {
    headers: {
      'content-type': `text/calendar; charset=UTF-8; method=${invitation.method}`,
      'content-disposition': 'attachment; filename="invite.ics"',
      ...SECURITY_HEADERS,
      ...PRIVATE_HEADERS,
    },
  });
}

/** `GET /api/bookings/{booking}/invite.ics`: what calendars were last told of a call. */
export default handler({ GET: withBooking(sendInvite) });

export const config: Config = { path: '/api/bookings/:booking/invite.ics' };
