import { isDeepStrictEqual } from 'node:util';
import { DatabaseUnavailableError } from '#data/errors.ts';
import {
  CALL_DETAILS_SCHEMAS,
  type CallDetails,
  type CallRequest,
} from '#domain/booking/booking.ts';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import { fieldsRead } from '#domain/faults.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { App } from '#services/app.ts';
import { takenAway } from '#services/availability/conflicting-bookings.ts';
import {
  type BookedBefore,
  findBookedBefore,
  staysAsItIs,
} from '#services/bookings/booked-before.ts';
import { type Booking, isToCome } from '#services/bookings/booking.ts';
import { detailsOf } from '#services/bookings/correct-booking.ts';
import { callViewOf } from '../../account/call-view-model.ts';
import type { Fields } from '../../http/request-body.ts';
import type { BookedByForm, SentAgain } from './booked-before-view.ts';

/** One form of a kind of call: its own id, and what is typed in it or was read of it. */
interface FormOfCall {
  form: string;
  typed: Fields | CallRequest;
}

/** The call a form has booked before, for the person whose address and number it gives (docs/api.md). */
export function findBookedByForm(
  app: App,
  kind: CallKind,
  { form, typed }: FormOfCall,
): Promise<BookedBefore | undefined> {
  const { read } = fieldsRead<CallDetails>(CALL_DETAILS_SCHEMAS[kind], { ...typed });
  return findBookedBefore(app, {
    route: CALL_WORDS[kind].api,
    identity: { by: 'form', form, email: read.email, phone: read.phone },
    value: typed,
  });
}

/** The same for a form that comes back whatever happens: with the database away, nothing is known of one. */
export async function findBookedUnlessAway(
  app: App,
  kind: CallKind,
  of: FormOfCall,
): Promise<BookedBefore | undefined> {
  try {
    return await findBookedByForm(app, kind, of);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    return undefined;
  }
}

/** The call whose own time is free for the form that booked it. */
export const ownCall = (app: App, before: BookedBefore | undefined): Booking | undefined =>
  before && isToCome(app, before.booking) ? before.booking : undefined;

/** A call that a form has booked, as the form's own pages speak of it. */
export const bookedByForm = async (app: App, before: BookedBefore): Promise<BookedByForm> => ({
  ...callViewOf(app, before, await takenAway(app)),
  isToCome: isToCome(app, before.booking),
});

/** What comes of sending the form that has booked a call once more, as it is filled in now. */
export async function sentAgain(
  app: App,
  before: BookedBefore,
  value: CallRequest,
): Promise<SentAgain> {
  const { booking, sameWords } = before;
  const stays = staysAsItIs(app, booking, { value, sameWords });
  return {
    ...(await bookedByForm(app, before)),
    moves: !stays && booking.start !== value.start,
    corrects: !stays && !isDeepStrictEqual(detailsOf(booking), detailsOf(value)),
  };
}
