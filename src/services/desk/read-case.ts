import { actsOf } from '#data/case-act-repository.ts';
import { type CaseNow, findCaseNow } from '#data/case-status-repository.ts';
import { findEnquiry, type RecordedEnquiry } from '#data/enquiry-repository.ts';
import { mailOfCase } from '#data/message-repository.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { PersonActDone } from '#domain/cases/person-act.ts';
import type { ActDone } from '#domain/desk/actions.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import type { Case } from '../cases/case.ts';

/** Everything there is about a case. */
export interface CaseFile extends CaseNow {
  case: Case;
  enquiry: RecordedEnquiry | undefined;
  bookings: readonly Booking[];
  acts: readonly ActDone[];
  personActs: readonly PersonActDone[];
  mail: readonly CaseMail[];
}

/** Everything there is about a case; undefined when it was erased meanwhile. */
export async function readCase(app: App, found: Case): Promise<CaseFile | undefined> {
  const tx = app.database;
  const now = await findCaseNow(tx, found.id, app.now());
  if (!now) return undefined;
  return {
    case: found,
    ...now,
    enquiry: await findEnquiry(tx, found.id),
    bookings: await bookingsOfCase(tx, found.id),
    acts: await actsOf(tx, found.id),
    personActs: await personActsOf(tx, found.id),
    mail: await mailOfCase(tx, found.id),
  };
}
