import { organizerFrom } from '#domain/invite/organizer.ts';
import type { App } from '#services/app.ts';
import type { BookingInCase } from '#services/bookings/booking.ts';
import { invitationTo } from '#services/notifications/booking-invitation.ts';
import { PRIVATE_HEADERS } from '../http/security-headers.ts';
import type { WebContext } from '../http/web-app.ts';

/** The call as a file, and how it comes: an invitation or, for a person who gave no address to invite, an entry of their own. */
async function fileOf(app: App, about: BookingInCase) {
  const { entryMethod, writeEntry, writeInvite } = await import('#domain/invite/calendar.ts');
  const { email, name } = about.booking;
  if (email !== undefined) {
    const invitation = await invitationTo(app, about, { email, name, as: 'enquirer' });
    return { text: writeInvite(invitation), method: invitation.method };
  }
  // An invitation must name somebody: what is written of this one leaves them out.
  const nobody = organizerFrom(app.environment.MAIL_FROM).email;
  const invitation = await invitationTo(app, about, { email: nobody, as: 'enquirer' });
  return { text: writeEntry(invitation), method: entryMethod(invitation.method) };
}

/** `GET /api/bookings/{booking}/invite.ics`: the call as it is now, for a calendar. */
export async function sendInvite(
  { var: { app } }: WebContext,
  about: BookingInCase,
): Promise<Response> {
  const { text, method } = await fileOf(app, about);
  return new Response(text, {
    headers: {
      'content-type': `text/calendar; charset=UTF-8; method=${method}`,
      'content-disposition': 'attachment; filename="invite.ics"',
      ...PRIVATE_HEADERS,
    },
  });
}
