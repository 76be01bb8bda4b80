import { CALL_NAMES } from '#domain/booking/booking.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { yourCallView } from '#views/your-call.ts';
import { UNKNOWN_KEY } from '../cases/with-case.ts';
import { type Call, refuse } from '../handler.ts';
import { page } from '../http/page.ts';
import { type BookingInCase, callPathOf } from './booking.ts';
import { callShown } from './shown.ts';
import { takenAway } from './stranded.ts';

/** The page of one call. No calendar ever heard of one in quarantine, so none leads to it. */
export async function showYourCall({ app, request }: Call, about: BookingInCase) {
  if (about.booking.quarantinedAt) return refuse(request, UNKNOWN_KEY);
  const { line } = app.site.settings;
  const heading = `Your ${CALL_NAMES[about.booking.kind]}`;
  const live = yourCallView({
    ...callShown(app, about, await takenAway(app), callPathOf(app, about.booking)),
    reference: about.case.reference,
    phoneOfLine: line.phone,
    hours: hoursInWords(line.hours),
    now: app.now().getTime(),
  });
  return page(app.site, 'notice', { title: heading, heading, live });
}
