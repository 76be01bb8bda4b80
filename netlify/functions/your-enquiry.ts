import type { Config } from '@netlify/functions';
import { callAnswers } from '#domain/booking/answers.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { answersOf } from '#domain/enquiry/answers.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import { planOf } from '#domain/enquiry/plan-of.ts';
import type { CallShown } from '#views/calls.ts';
import { type CaseView, caseView } from '#views/case.ts';
import type { Booking } from '../lib/bookings/booking.ts';
import { bookingsOfCase } from '../lib/bookings/record.ts';
import { callShown } from '../lib/bookings/shown.ts';
import { type Case, pathOf } from '../lib/cases/case.ts';
import { happeningsOf } from '../lib/cases/happenings.ts';
import { withCase } from '../lib/cases/with-case.ts';
import { findEnquiry } from '../lib/enquiries/record.ts';
import { type Call, handler } from '../lib/handler.ts';
import { page } from '../lib/http/page.ts';

/** What a case is called: an enquiry, or the calls it was opened by. */
function headingOf(sent: CaseView['sent'], [first, ...more]: readonly CallShown[]): string {
  if (sent.kind === 'enquiry' || !first) return 'Your enquiry';
  return more.length > 0 ? 'Your calls' : `Your ${CALL_NAMES[first.kind]}`;
}

/** The enquiry; in a case without one, the details of the call that was booked last. */
function sentIn(enquiry: Enquiry | undefined, bookings: readonly Booking[]): CaseView['sent'] {
  if (enquiry) return { kind: 'enquiry', answers: answersOf(enquiry), plan: planOf(enquiry) };
  const [last] = bookings.toSorted((one, other) => +other.createdAt - +one.createdAt);
  return { kind: 'call', answers: last ? callAnswers(last) : [] };
}

async function showCase({ app }: Call, found: Case): Promise<Response> {
  const recorded = await findEnquiry(app.database, found.id);
  const bookings = await bookingsOfCase(app.database, found.id);
  const sent = sentIn(recorded?.enquiry, bookings);
  const calls = bookings.map((booking) => callShown(app, { case: found, booking }));
  const heading = headingOf(sent, calls);
  const path = pathOf(app, found);
  const live = caseView({
    reference: found.reference,
    key: path.split('/')[2] ?? '',
    path,
    sent,
    calls,
    happenings: await happeningsOf(app, found, { enquiry: recorded, bookings }),
    retention: app.site.settings.retention,
    now: app.now().getTime(),
  });
  return page(app.site, 'notice', { title: heading, heading, live });
}

/** `/your-enquiry/{case}/`: what the enquirer sent and booked, what happened, and what they can do about it. */
export default handler({ GET: withCase(showCase) });

export const config: Config = { path: ['/your-enquiry/:case', '/your-enquiry/:case/'] };
