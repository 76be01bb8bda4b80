import type { Transaction } from '#data/client.ts';
import type { MailKindTo } from '#domain/cases/mail-kinds.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import type { BookingEmail, CallEmail } from '#emails/booking-emails.ts';
import type { EmailWords } from '#emails/email-words.ts';
import type { App } from '../app.ts';
import { type BookingInCase, bookingPathOf } from '../bookings/booking.ts';
import { linkOf } from '../cases/case.ts';
import { mayBegin, mayTellOfCall } from '../limits/mail-budget.ts';
import { addLinksOf, inviteTo } from './booking-invitation.ts';
import { enqueueMessage } from './outbox.ts';

/** One thing to tell everybody about a call: what each message is called, and what it says. */
export interface BookingEmailToSend {
  enquirer: { kind: MailKindTo<'enquirer'>; words(): EmailWords };
  staff: { kind: MailKindTo<'staff'>; words(): EmailWords };
  erased?: boolean;
  /** Whose doing it is: what staff do is held to no limit. */
  by?: BookedBy | undefined;
  /** The address has not been written to about this call before. */
  isFirstHere?: boolean;
  /** Nobody can ring at the time the call is booked for: the enquirer's calendar must not promise it. */
  cannotTakePlace?: boolean;
  /** Nothing of what the enquirer was sent changes, so they are sent nothing. */
  staffAlone?: boolean;
}

/** What every email about a call says it from, as the call stands. */
export function callEmail(app: App, { case: { reference }, booking }: BookingInCase): CallEmail {
  const { kind, start, end, name, phone, email, organisation, topic } = booking;
  const { line } = app.site.settings;
  return {
    reference,
    ...{ kind, start, end, name, phone, email, organisation, topic },
    now: app.now().getTime(),
    phoneOfLine: line.phone,
    hours: hoursInWords(line.hours),
    site: app.environment.URL,
    wordsInMail: app.site.settings['staff-notices'].words === 'mail',
  };
}

/** What an email to the enquirer about a call says it from, as the call stands. */
export function bookingEmail(app: App, about: BookingInCase): BookingEmail {
  const path = app.environment.URL + bookingPathOf(app, about.case, about.booking);
  return {
    ...callEmail(app, about),
    link: linkOf(app, about.case),
    byHand: about.case.byHand,
    rescheduleLink: `${path}reschedule/`,
    cancelLink: `${path}cancel/`,
    addLinks: addLinksOf(app, about),
  };
}

/** Whether the person of a call may be written to at the address it has now. */
async function mayTell(
  app: App,
  tx: Transaction,
  { case: found, booking }: BookingInCase,
  { enquirer: { kind }, by = 'person', isFirstHere = false }: BookingEmailToSend,
): Promise<boolean> {
  if (booking.email === undefined) return false;
  if (by === 'staff') return true;
  const about = { caseId: found.id, bookingId: booking.id };
  const tells = isFirstHere ? mayBegin : mayTellOfCall;
  return tells(app, tx, { to: booking.email, kind, ...about });
}

/**
 * Enqueues word to the enquirer of a call, with the invitation; one who gave no email address is told nothing, nor
 * is an address that has had as many emails as one gets.
 */
async function tellEnquirer(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  telling: BookingEmailToSend,
) {
  const { case: found, booking } = about;
  const { erased = false, cannotTakePlace, staffAlone = false } = telling;
  if (staffAlone || booking.email === undefined || !(await mayTell(app, tx, about, telling)))
    return;
  await enqueueMessage(app, tx, {
    kind: telling.enquirer.kind,
    words: telling.enquirer.words(),
    audience: 'enquirer',
    to: booking.email,
    bookingId: booking.id,
    caseId: erased ? undefined : found.id,
    conversation: found.id,
    invite: await inviteTo(app, about, {
      email: booking.email,
      name: booking.name,
      as: 'enquirer',
      leaving: erased ? 'erased' : undefined,
      cannotTakePlace,
    }),
  });
}

/** Enqueues word to staff of a call: each their own invitation, or one message where the feed is their calendar. */
async function tellStaff(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  telling: BookingEmailToSend,
) {
  const { case: found, booking } = about;
  const { erased = false } = telling;
  const invited = app.site.settings['staff-calendar'].by === 'invite';
  const { STAFF_EMAIL } = app.environment;
  for (const to of invited ? STAFF_EMAIL : [STAFF_EMAIL]) {
    await enqueueMessage(app, tx, {
      kind: telling.staff.kind,
      words: telling.staff.words(),
      audience: 'staff',
      to,
      bookingId: booking.id,
      caseId: erased ? undefined : found.id,
      conversation: found.id,
      replyTo: erased ? undefined : booking,
      invite:
        typeof to === 'string'
          ? await inviteTo(app, about, {
              email: to,
              as: 'staff',
              leaving: erased ? 'erased' : undefined,
            })
          : undefined,
    });
  }
}

/** Enqueues word to the enquirer and staff of a call. */
export async function enqueueBookingEmail(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  telling: BookingEmailToSend,
) {
  await tellEnquirer(app, tx, about, telling);
  await tellStaff(app, tx, about, telling);
}
