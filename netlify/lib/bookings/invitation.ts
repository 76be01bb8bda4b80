import {
  type CallEvent,
  type CallToEnter,
  cancelledEvent,
  enquirerEvent,
  erasedEvent,
  staffEvent,
} from '#domain/booking/event-words.ts';
import { googleLink, outlookLink } from '#domain/invite/add-links.ts';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { type Invitation, InvitationSchema } from '#domain/invite/invitation.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import type { App } from '../app.ts';
import { linkOf } from '../cases/case.ts';
import type { OwedInvite } from '../delivery/outbox.ts';
import { type BookingInCase, invitePathOf } from './booking.ts';

/** Whose calendar is told, at which address, and what they may read there. */
export interface Invited {
  email: string;
  name?: string;
  as: 'enquirer' | 'staff';
  /** The case is gone: the entry leaves the calendar, and says nothing more. */
  erased?: boolean;
}

const toEnter = ({ case: { reference }, booking }: BookingInCase): CallToEnter => ({
  reference,
  kind: booking.kind,
  start: booking.start,
  end: booking.end,
  phone: booking.phone,
});

function eventFor(app: App, about: BookingInCase, { as, erased }: Invited): CallEvent {
  const call = toEnter(about);
  if (erased) return erasedEvent(call);
  const { name, organisation, topic } = about.booking;
  if (as === 'staff') return staffEvent({ ...call, name, organisation, topic });
  return enquirerEvent(call, app.site.settings.identity.name, linkOf(app, about.case));
}

/** What one calendar is told of a call as it stands: REQUEST, or CANCEL once it is cancelled. */
export function invitationTo(app: App, about: BookingInCase, invited: Invited): Invitation {
  const { booking } = about;
  const event = eventFor(app, about, invited);
  const cancelled = booking.cancelledAt !== undefined;
  return InvitationSchema.parse({
    ...booking.version,
    ...(cancelled ? cancelledEvent(event) : event),
    method: cancelled ? 'CANCEL' : 'REQUEST',
    uid: booking.uid,
    start: booking.start,
    end: booking.end,
    organizer: organizerFrom(app.environment.MAIL_FROM),
    attendee: { email: invited.email, name: invited.name },
    url: invited.as === 'enquirer' && !invited.erased ? linkOf(app, about.case) : null,
  });
}

/** An invitation as the outbox takes it. */
export function inviteTo(app: App, about: BookingInCase, invited: Invited): OwedInvite {
  const invitation = invitationTo(app, about, invited);
  return { invitation, attachment: inviteAttachment(invitation) };
}

/** Ways to put a call into a calendar by hand. What Google and Microsoft are told holds no key. */
export function addLinksOf(app: App, about: BookingInCase) {
  const call = toEnter(about);
  const entry = { ...call, ...enquirerEvent(call, app.site.settings.identity.name, undefined) };
  return {
    google: googleLink(entry),
    outlook: outlookLink('home', entry),
    outlookWork: outlookLink('work', entry),
    ics: app.environment.URL + invitePathOf(app, about.booking),
  };
}
