import {
  type CallEvent,
  type CallToEnter,
  cancelledForEnquirer,
  cancelledForStaff,
  enquirerEvent,
  erasedForEnquirer,
  erasedForStaff,
  handedOnEvent,
  staffEvent,
} from '#domain/booking/event-words.ts';
import { nameToWrite } from '#domain/greeting.ts';
import { googleLink, outlookLink } from '#domain/invite/add-links.ts';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { type Invitation, InvitationSchema } from '#domain/invite/invitation.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import type { App } from '../app.ts';
import { type BookingInCase, callPathOf, invitePathOf } from '../bookings/booking.ts';
import type { OwedInvite } from './outbox.ts';

/** Whose calendar is told, at which address, and what they may read there. */
export interface Invited {
  email: string;
  name?: string;
  as: 'enquirer' | 'staff';
  /** Why the entry leaves the calendar and says nothing more: the case is gone, or the call goes by another address. */
  leaving?: 'erased' | 'handed on' | undefined;
  /** Nobody can ring at the time it is booked for. */
  cannotTakePlace?: boolean | undefined;
}

const toEnter = ({ case: { reference }, booking }: BookingInCase): CallToEnter => ({
  reference,
  kind: booking.kind,
  start: booking.start,
  end: booking.end,
});

const linkOfCall = (app: App, { booking }: BookingInCase) =>
  app.environment.URL + callPathOf(app, booking);

function staffEventFor(about: BookingInCase, { leaving }: Invited): CallEvent {
  const { name, phone, organisation, topic, cancelledAt } = about.booking;
  const call = { ...toEnter(about), name, phone, organisation, topic };
  if (leaving) return erasedForStaff(call);
  return cancelledAt ? cancelledForStaff(call) : staffEvent(call);
}

function enquirerEventFor(
  app: App,
  about: BookingInCase,
  { leaving, cannotTakePlace }: Invited,
): CallEvent {
  const call = toEnter(about);
  const siteName = app.site.settings.identity.name;
  if (leaving === 'erased') return erasedForEnquirer(call);
  if (leaving === 'handed on') return handedOnEvent(call);
  return about.booking.cancelledAt
    ? cancelledForEnquirer(call, siteName)
    : enquirerEvent(call, siteName, linkOfCall(app, about), cannotTakePlace);
}

/** What one calendar is told of a call as it stands: REQUEST, or CANCEL once it is cancelled. */
export function invitationTo(app: App, about: BookingInCase, invited: Invited): Invitation {
  const { booking } = about;
  const forStaff = invited.as === 'staff';
  return InvitationSchema.parse({
    ...booking.version,
    ...(forStaff ? staffEventFor(about, invited) : enquirerEventFor(app, about, invited)),
    method: booking.cancelledAt ? 'CANCEL' : 'REQUEST',
    uid: forStaff ? booking.staffUid : booking.uid,
    start: booking.start,
    end: booking.end,
    organizer: organizerFrom(app.environment.MAIL_FROM),
    attendee: { email: invited.email, name: nameToWrite(invited.name) },
    class: forStaff ? 'PUBLIC' : 'PRIVATE',
    url: forStaff || invited.leaving ? null : linkOfCall(app, about),
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
