import { callPagePath } from '#domain/booking/call-words.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { offerEmail } from '#emails/offer-email.ts';
import type { App } from '../app.ts';
import { bookingPathOf } from '../bookings/booking.ts';
import { linkOf, pathOf } from '../cases/case.ts';
import type { OfferSubject } from './offer-recipient.ts';

/** Where the enquirer chooses among all free times: for their call, or for a new one in their case. */
function addressOf(app: App, { case: found, kind, booking }: OfferSubject): URL {
  const site = app.environment.URL;
  if (booking) return new URL(`${bookingPathOf(app, found, booking)}reschedule/`, site);
  return new URL(callPagePath(kind, pathOf(app, found)), site);
}

/** The email that offers times, as it will be sent: each time leads to the enquirer's own page for it. */
export function offerWords(
  app: App,
  subject: OfferSubject,
  { slots, words }: { slots: readonly Slot[]; words: string | undefined },
): EmailWords {
  const { line } = app.site.settings;
  const others = addressOf(app, subject);
  const times = slots.map((slot) => {
    const href = new URL(others);
    href.searchParams.set('start', isoInstant(slot.start));
    return { ...slot, href: href.href };
  });
  return offerEmail({
    reference: subject.case.reference,
    kind: subject.kind,
    now: app.now().getTime(),
    booked: subject.booking,
    cannotTakePlace: subject.cannotTakePlace,
    name: subject.name,
    times,
    others: others.href,
    words,
    link: linkOf(app, subject.case),
    byHand: subject.case.byHand,
    phoneOfLine: line.phone,
    hours: hoursInWords(line.hours),
  });
}
