import { findEnquiry } from '#data/enquiry-repository.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { deskLinkEmail } from '#emails/desk-link-email.ts';
import type { EmailWords } from '#emails/email-words.ts';
import type { App } from '../app.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { type Case, linkOf } from '../cases/case.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { writeAct } from './case-actions.ts';
import { idempotentAction } from './idempotent-action.ts';

/** Who the link of a case goes to, and whether they enquired or booked a call alone. */
interface LinkRecipient {
  to: string;
  name: string;
  enquired: boolean;
}

/** Who the link of a case goes to: the address of its enquiry or, without one, of its newest call. */
export async function linkRecipient(
  { database }: App,
  { id }: Pick<Case, 'id'>,
): Promise<LinkRecipient | undefined> {
  const enquiry = (await findEnquiry(database, id))?.enquiry;
  const known = [enquiry, ...(await bookingsOfCase(database, id)).toReversed()];
  const written = known.find((each) => each?.email !== undefined);
  if (written?.email === undefined) return undefined;
  return { to: written.email, name: written.name, enquired: enquiry !== undefined };
}

/** The email with their link, as it will be sent. */
export const linkWords = (
  app: App,
  about: Case,
  { name, enquired }: Omit<LinkRecipient, 'to'>,
): EmailWords =>
  deskLinkEmail({
    reference: about.reference,
    name,
    enquired,
    link: linkOf(app, about),
    phoneOfLine: app.site.settings.line.phone,
    hours: hoursInWords(app.site.settings.line.hours),
    siteName: app.site.settings.identity.name,
  });

/** Sends the person of a case their link, and notes it; pressed twice it sends once. False when the case was erased meanwhile. */
export const sendLink = (
  app: App,
  found: Case,
  recipient: LinkRecipient,
  { staff, once }: { staff: string; once: string | undefined },
): Promise<boolean> =>
  idempotentAction(
    app,
    found,
    { act: 'link sent', staff, value: recipient.to, once },
    async (acting, tx, about) => {
      await enqueueMessage(acting, tx, {
        kind: 'link from the desk',
        audience: 'enquirer',
        to: recipient.to,
        caseId: about.id,
        words: linkWords(acting, about, recipient),
      });
      await writeAct(acting, tx, about, { staff, act: 'link sent' });
    },
  );
