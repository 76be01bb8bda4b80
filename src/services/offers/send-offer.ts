import { timesInWords } from '#domain/offers/offered-times.ts';
import type { Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { writeAct } from '../desk/case-actions.ts';
import { idempotentAction } from '../desk/idempotent-action.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { offerWords } from './offer-message.ts';
import type { OfferSubject } from './offer-recipient.ts';

/** What one email offers: times that are free, what staff add, and what tells this press from another. */
export interface Offered {
  slots: readonly Slot[];
  words: string | undefined;
  once: string | undefined;
}

/** The times and staff's own words, as the timeline keeps them. */
function noted(app: App, { slots, words }: Offered): string {
  const times = timesInWords(slots, app.now().getTime());
  return words === undefined ? times : `${times}\n\n${words}`;
}

/**
 * Sends times to choose from, and notes it on the case; pressed twice it sends once. Nothing is held for
 * anybody. False when the case was erased meanwhile.
 */
export const sendOffer = (
  app: App,
  subject: OfferSubject,
  offered: Offered,
  staff: string,
): Promise<boolean> => {
  const { booking, kind, to } = subject;
  const { once, ...said } = offered;
  const value = { call: booking?.id, kind, ...said };
  const pressed = { act: 'times offered', staff, value, once };
  return idempotentAction(app, subject.case, pressed, async (acting, tx, about) => {
    await enqueueMessage(acting, tx, {
      kind: 'times offered',
      audience: 'enquirer',
      to,
      caseId: about.id,
      ...(booking && { bookingId: booking.id }),
      words: offerWords(acting, { ...subject, case: about }, offered),
    });
    await writeAct(acting, tx, about, {
      staff,
      act: 'times offered',
      words: noted(acting, offered),
    });
  });
};
