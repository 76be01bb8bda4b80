import { organizerFrom } from '#domain/invite/organizer.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { invitationTo } from '#services/notifications/booking-invitation.ts';
import { PRIVATE_HEADERS } from '../http/security-headers.ts';
import type { WebContext } from '../http/web-app.ts';

/**
 * Somebody who gave no email address can still put the call into a calendar; an invitation must name an
 * attendee by an address (RFC 5546, 3.2.2), so the organizer's stands in and no answer goes astray.
 */
export async function sendInvite(
  { var: { app } }: WebContext,
  about: BookingInCase,
): Promise<Response> {
  const { email = organizerFrom(app.environment.MAIL_FROM).email, name } = about.booking;
  const { writeInvite } = await import('#domain/invite/calendar.ts');
  const invitation = await invitationTo(app, about, { email, name, as: 'enquirer' });
  return new Response(writeInvite(invitation), {
    headers: {
      'content-type': `text/calendar; charset=UTF-8; method=${invitation.method}`,
      'content-disposition': 'attachment; filename="invite.ics"',
      ...PRIVATE_HEADERS,
    },
  });
}
