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
import type { Invitation } from '#domain/invite/invitation.ts';
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

/** What a staff calendar may say of what they would like to talk about: nothing, unless settings have it in mail. */
export const topicForStaff = (
  { site: { settings } }: Pick<App, 'site'>,
  { topic }: { topic?: string | undefined },
): string | undefined => (settings['staff-notices'].words === 'mail' ? topic : undefined);

function staffEventFor(app: App, about: BookingInCase, { leaving }: Invited): CallEvent {
  const { name, phone, organisation, cancelledAt } = about.booking;
  const topic = topicForStaff(app, about.booking);
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
    : enquirerEvent(call, siteName, linkOfCall(app, about), {
        cannotTakePlace: cannotTakePlace === true,
        isInvited: about.booking.email !== undefined,
      });
}

// What writes an invitation is loaded with the first one: pages that show a call do without it (record 10).

/** What one calendar is told of a call as it stands: REQUEST, or CANCEL once it is cancelled. */
export async function invitationTo(
  app: App,
  about: BookingInCase,
  invited: Invited,
): Promise<Invitation> {
  const { InvitationSchema } = await import('#domain/invite/invitation.ts');
  const { booking } = about;
  const forStaff = invited.as === 'staff';
  return InvitationSchema.parse({
    ...booking.version,
    ...(forStaff ? staffEventFor(app, about, invited) : enquirerEventFor(app, about, invited)),
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
export async function inviteTo(
  app: App,
  about: BookingInCase,
  invited: Invited,
): Promise<OwedInvite> {
  const { inviteAttachment } = await import('#domain/invite/attachment.ts');
  const invitation = await invitationTo(app, about, invited);
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
