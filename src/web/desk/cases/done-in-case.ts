import { lastEmail } from '#domain/desk/case-mail.ts';
import {
  type CallDone,
  callDoneInWords,
  flashMessage,
  isCallDone,
} from '#domain/desk/flash-messages.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { CaseFile } from '#services/desk/read-case.ts';

/** When a call was last booked, moved or cancelled. */
const AT: Readonly<Record<CallDone, (call: Booking) => Date | undefined>> = {
  booked: ({ createdAt }) => createdAt,
  moved: ({ movedAt }) => movedAt,
  cancelled: ({ cancelledAt }) => cancelledAt,
};

/** The call of a case to which something was done last; undefined when it was done to none. */
const lastCall = ({ bookings }: CaseFile, done: CallDone): Booking | undefined =>
  bookings
    .filter((call) => AT[done](call) !== undefined)
    .sort((one, other) => Number(AT[done](one)) - Number(AT[done](other)))
    .at(-1);

/** What was just done in a case, in a sentence; of a call it says to whom word of it went. */
export function doneInCase(file: CaseFile, name: string | null): string | undefined {
  if (!isCallDone(name)) return flashMessage(name);
  const call = lastCall(file, name);
  if (!call) return undefined;
  const last = lastEmail(file.mail.filter(({ bookingId }) => bookingId === call.id));
  const withheld = last?.withheldAt !== undefined;
  return callDoneInWords(name, { email: call.email, withheld });
}
