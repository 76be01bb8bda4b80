import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { findEnquiry } from '../enquiries/record.ts';
import type { Fields } from '../http/body.ts';
import { bookingsOfCase } from './record.ts';

/** What a case says already of who asks, so that nobody types it twice. */
export async function knownOf(app: App, found: Case): Promise<Fields> {
  const enquiry = (await findEnquiry(app.database, found.id))?.enquiry;
  const known = enquiry ?? (await bookingsOfCase(app.database, found.id)).at(-1);
  const { name, phone, email, organisation } = known ?? {};
  return { name, phone, email, organisation };
}
