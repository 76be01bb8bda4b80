import { conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { NUMBER_GIVEN } from '#domain/booking/words.ts';
import { type CallAbout, callStateOf, callStateWords } from '#domain/cases/state-words.ts';
import { lastEmail } from '#domain/desk/case-mail.ts';
import type { App } from '#services/app.ts';
import { type Booking, type BookingInCase, bookingPathOf } from '#services/bookings/booking.ts';
import type { CaseHistory } from '#services/cases/case-history.ts';
import { addLinksOf } from '#services/notifications/booking-invitation.ts';
import type { CallView, Invitation } from './calls-view.ts';

/** A number as a sentence has it: it is read as one thing, and stays on one line. */
export const onOneLine = (phone: string): string => phone.replaceAll(' ', '\u00A0');

/** What is known of a call besides; the page of a call alone is shared, and repeats no number that was typed. */
interface CallShown {
  offered?: boolean;
  isShared?: boolean;
}

/** A call as far as words about its state go. */
const callAbout = (
  app: App,
  booking: Booking,
  { offered = false, isShared = false }: CallShown,
): CallAbout => ({
  kind: booking.kind,
  start: booking.start,
  end: booking.end,
  phone: isShared ? NUMBER_GIVEN : onOneLine(booking.phone),
  email: booking.email,
  offered,
  now: app.now().getTime(),
  quarantineDays: app.site.settings.retention['quarantine-days'],
});

/** Whether other times for a call went by email since it was put where it is, and did not come back. */
export const wereOffered = ({ mail }: CaseHistory, booking: Booking): boolean =>
  mail.some(
    ({ kind, bookingId, at, sentAt, returnedAt, failedAt }) =>
      kind === 'times offered' &&
      bookingId === booking.id &&
      at >= Math.max(+booking.createdAt, +(booking.movedAt ?? 0)) &&
      sentAt !== undefined &&
      returnedAt === undefined &&
      failedAt === undefined,
  );

/** Whether an invitation to a call goes to its person: only an address can be invited. */
export const invitedBy = ({ email }: Pick<Booking, 'email'>): Invitation =>
  email === undefined ? 'no address' : 'by email';

/** A call whose last email was withheld says so, and not that an invitation comes. */
export const invitationOf = ({ mail }: CaseHistory, { id }: Booking) =>
  lastEmail(mail.filter(({ bookingId }) => bookingId === id))?.withheldAt === undefined
    ? {}
    : ({ invitation: 'withheld' } as const);

/**
 * A call as its enquirer sees it, when nobody takes calls in time that is `taken`; `path` is where it is moved
 * and cancelled, `offered` that other times were emailed for it, and `isShared` that colleagues may see the page.
 */
export function callViewOf(
  app: App,
  about: BookingInCase,
  taken: TakenAway,
  {
    path = bookingPathOf(app, about.case, about.booking),
    ...shown
  }: { path?: string } & CallShown = {},
): CallView {
  const { booking } = about;
  const conflicting = conflictOf(taken, booking) !== undefined;
  const state = callStateOf(booking, app.now().getTime(), conflicting);
  return {
    kind: booking.kind,
    slot: { start: booking.start, end: booking.end },
    email: booking.email,
    state,
    words: callStateWords(state, callAbout(app, booking, shown)),
    invitation: invitedBy(booking),
    moved: booking.movedAt !== undefined,
    path,
    addLinks: addLinksOf(app, about),
  };
}
