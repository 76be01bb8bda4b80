import type { Transaction } from '#data/client.ts';
import { hasLeft } from '#domain/email-address.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import {
  acknowledgement,
  correctionNotice,
  type EnquiryEmail,
  enquiryNotice,
  newAddress,
} from '#emails/enquiry-emails.ts';
import type { App } from '../app.ts';
import { type Case, linkOf } from '../cases/case.ts';
import { mayBegin } from '../limits/mail-budget.ts';
import { enqueueMessage } from './outbox.ts';

const emailAbout = (app: App, { reference, byHand }: Case, enquiry: Enquiry): EnquiryEmail => ({
  reference,
  byHand,
  enquiry,
  phone: app.site.settings.line.phone,
  hours: hoursInWords(app.site.settings.line.hours),
  site: new URL(app.environment.URL).origin,
  wordsInMail: app.site.settings['staff-notices'].words === 'mail',
});

/**
 * Enqueues an acknowledgement to the enquirer; to one without an email address, or whose address has had as many
 * emails as one gets, their page is the acknowledgement.
 */
async function acknowledge(
  app: App,
  tx: Transaction,
  about: Case,
  { enquiry, by }: { enquiry: Enquiry; by: BookedBy },
) {
  const { email: to } = enquiry;
  const kind = 'acknowledgement';
  if (to === undefined) return;
  if (by === 'person' && !(await mayBegin(app, tx, { to, kind, caseId: about.id }))) return;
  await enqueueMessage(app, tx, {
    kind,
    audience: 'enquirer',
    caseId: about.id,
    to,
    words: acknowledgement({ ...emailAbout(app, about, enquiry), link: linkOf(app, about) }),
  });
}

/** Enqueues an acknowledgement to the enquirer and a notice to staff; what staff release is held to no limit. */
export async function enqueueAcknowledgement(
  app: App,
  tx: Transaction,
  about: Case,
  enquiry: Enquiry,
  by: BookedBy = 'person',
) {
  await acknowledge(app, tx, about, { enquiry, by });
  await enqueueMessage(app, tx, {
    kind: 'enquiry notice',
    audience: 'staff',
    caseId: about.id,
    to: app.environment.STAFF_EMAIL,
    replyTo: enquiry,
    words: enquiryNotice(emailAbout(app, about, enquiry)),
  });
}

/** Enqueues the corrected enquiry to staff, and to the enquirer their link where the address is a new one. */
export async function enqueueCorrection(
  app: App,
  tx: Transaction,
  about: Case,
  { before, after }: { before: Enquiry; after: Enquiry },
) {
  const email = emailAbout(app, about, after);
  await enqueueMessage(app, tx, {
    kind: 'correction notice',
    audience: 'staff',
    caseId: about.id,
    to: app.environment.STAFF_EMAIL,
    replyTo: after,
    words: correctionNotice(email),
  });
  if (after.email === undefined) return;
  // An address that is the first one given has had no link, and none has ended.
  if (before.email === undefined)
    return acknowledge(app, tx, about, { enquiry: after, by: 'person' });
  if (!hasLeft(before.email, after.email)) return;
  const to = after.email;
  const kind = 'new address';
  if (!(await mayBegin(app, tx, { to, kind, caseId: about.id }))) return;
  await enqueueMessage(app, tx, {
    kind,
    audience: 'enquirer',
    caseId: about.id,
    to,
    words: newAddress({ ...email, link: linkOf(app, about) }),
  });
}
