import type { App } from '#services/app.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import type { Fields } from '../http/request-body.ts';

/** What a case says already of who asks, so that nobody types it twice. */
export async function prefillOf(app: App, found: Case): Promise<Fields> {
  const enquiry = (await enquiryOf(app, found.id))?.enquiry;
  const known = enquiry ?? (await bookingsOfCase(app.database, found.id)).at(-1);
  const { name, phone, email, organisation } = known ?? {};
  return { name, phone, email, organisation };
}
