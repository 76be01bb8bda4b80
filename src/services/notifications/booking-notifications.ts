import type { Transaction } from '#data/client.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import { FAREWELL } from '#domain/cases/mail-kinds.ts';
import { handedOnFaults } from '#domain/invite/lint-handed-on.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { bookedEmail, cancelledEmail, handedOnEmail, movedEmail } from '#emails/booking-emails.ts';
import {
  bookedByUsNotice,
  bookedNotice,
  cancelledNotice,
  correctedCallNotice,
  movedByUsNotice,
  movedNotice,
} from '#emails/booking-notices.ts';
import { correctedEmail } from '#emails/corrected-call-email.ts';
import { erasedCallEmail, erasedCallNotice } from '#emails/erased-call-emails.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import type { Booking, BookingInCase } from '../bookings/booking.ts';
import { invitationTo, inviteTo } from './booking-invitation.ts';
import { bookingEmail, callEmail, enqueueBookingEmail } from './booking-messages.ts';
import { enqueueMessage, type OwedInvite } from './outbox.ts';

/** Enqueues word to everyone of a new call; `staff` booked it for its person, if it was not they who did. */
export const enqueueBookingMessages = (
  app: App,
  tx: Transaction,
  about: BookingInCase,
  { by = 'person', staff }: { by?: BookedBy; staff?: string } = {},
): Promise<void> =>
  enqueueBookingEmail(app, tx, about, {
    by,
    enquirer: {
      kind: 'confirmation of a call',
      words: () => bookedEmail(bookingEmail(app, about)),
    },
    staff: {
      kind: 'notice of a call',
      words: () => {
        const call = callEmail(app, about);
        return staff === undefined ? bookedNotice(call) : bookedByUsNotice(call, staff);
      },
    },
  });

/** Enqueues word to everyone that a call has moved from `before`, by its person or by `staff`. */
export const enqueueReschedulingMessages = (
  app: App,
  tx: Transaction,
  about: BookingInCase,
  { before, staff }: { before: Slot; staff: string | undefined },
): Promise<void> =>
  enqueueBookingEmail(app, tx, about, {
    by: staff === undefined ? 'person' : 'staff',
    enquirer: {
      kind: 'new time of a call',
      words: () => movedEmail({ ...bookingEmail(app, about), before }),
    },
    staff: {
      kind: 'notice of a moved call',
      words: () => {
        const moved = { ...callEmail(app, about), before };
        return staff === undefined ? movedNotice(moved) : movedByUsNotice(moved, staff);
      },
    },
  });

/** The farewell to an address a call no longer goes by: the call as that address knew it, leaving its calendar. */
function farewellTo(app: App, about: BookingInCase, { uid, email }: Booking & { email: string }) {
  const booking = { ...about.booking, uid, cancelledAt: app.now() };
  return inviteTo(app, { ...about, booking }, { email, as: 'enquirer', leaving: 'handed on' });
}

/** Throws when one program with both addresses could lose the call: that would be a fault of ours. */
async function checkHandedOn(app: App, about: BookingInCase, { invitation: farewell }: OwedInvite) {
  const { email, name } = about.booking;
  if (email === undefined) return;
  const welcome = await invitationTo(app, about, { email, name, as: 'enquirer' });
  const faults = handedOnFaults({ farewell, welcome });
  if (faults.length > 0) throw new Error(faults.join(' '));
}

/** Takes a call out of the calendar of an address it no longer goes by, and says nothing else to it. */
async function oweHandedOn(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  before: Booking & { email: string },
) {
  const invite = await farewellTo(app, about, before);
  await checkHandedOn(app, about, invite);
  await enqueueMessage(app, tx, {
    kind: FAREWELL,
    audience: 'enquirer',
    to: before.email,
    bookingId: about.booking.id,
    caseId: about.case.id,
    words: handedOnEmail(callEmail(app, about)),
    invite,
  });
}

/** What a person's mail and calendar say, or go by: other details stand on their own page alone. */
const TOLD = ['name', 'phone', 'email'] as const;

const isTold = (before: Booking, after: Booking) =>
  TOLD.some((field) => before[field] !== after[field]);

/**
 * Enqueues word to everyone that the details of a call are corrected; `before` is the call as it was, and
 * `linksEnded` that every link to its case has ended. What staff
 * correct is told its person where it changes what they were sent.
 */
export async function enqueueCorrectionMessages(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  { before, by, linksEnded }: { before: Booking; by: BookedBy; linksEnded: boolean },
): Promise<void> {
  const { email } = before;
  const handedOn = email !== undefined && before.uid !== about.booking.uid;
  if (handedOn) await oweHandedOn(app, tx, about, { ...before, email });
  const isFirstHere = handedOn || email === undefined;
  const cannotTakePlace = conflictOf(await takenAway(app, tx), about.booking) !== undefined;
  await enqueueBookingEmail(app, tx, about, {
    by,
    isFirstHere,
    staffAlone: by === 'staff' && !isTold(before, about.booking),
    enquirer: {
      kind: 'corrected details of a call',
      words: () =>
        correctedEmail({ ...bookingEmail(app, about), isFirstHere, cannotTakePlace, linksEnded }),
    },
    staff: {
      kind: 'notice of corrected details',
      words: () => correctedCallNotice(callEmail(app, about)),
    },
    cannotTakePlace,
  });
}

/**
 * Enqueues word to everyone that a call is cancelled; `erased`: because it, or its case, is being erased. These
 * messages belong to no case then, so that they outlive it: recipient and body alone, until delivered or a day old.
 */
export const enqueueCancellationMessages = (
  app: App,
  tx: Transaction,
  about: BookingInCase,
  { erased = false }: { erased?: boolean } = {},
): Promise<void> =>
  enqueueBookingEmail(app, tx, about, {
    enquirer: {
      kind: 'cancellation of a call',
      words: () =>
        erased ? erasedCallEmail(callEmail(app, about)) : cancelledEmail(bookingEmail(app, about)),
    },
    staff: {
      kind: 'notice of a cancelled call',
      words: () => (erased ? erasedCallNotice : cancelledNotice)(callEmail(app, about)),
    },
    erased,
  });
