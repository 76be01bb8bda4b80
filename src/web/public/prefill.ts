import type { App } from '#services/app.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import type { Fields } from '../http/request-body.ts';

const CARRIED = ['name', 'phone', 'email', 'organisation'] as const;

/** What a case says already of who asks, so that nobody types it twice. */
export async function prefillOf(app: App, found: Case): Promise<Fields> {
  const enquiry = (await enquiryOf(app, found.id))?.enquiry;
  const bookings = await bookingsOfCase(app.database, found.id);
  const given = [...(enquiry ? [enquiry] : []), ...bookings.toReversed()];
  const newest = (field: (typeof CARRIED)[number]) =>
    given.find((each) => each[field] !== undefined)?.[field];
  return Object.fromEntries(CARRIED.map((field) => [field, newest(field)]));
}
