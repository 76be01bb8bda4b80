import * as z from 'zod';
import { once } from '#domain/desk/actions.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import { EmailSchema } from '#domain/email-address.ts';
import type { Case } from '#services/cases/case.ts';
import { linkRecipient, linkWords, sendLink } from '#services/desk/send-link.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { withClosedDays } from '#services/notifications/line-closures.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { freshWord } from './action-form.ts';
import { ERASED, type NotDone, QUARANTINED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { sendLinkView } from './send-link-view.ts';

const NO_EMAIL: NotDone = {
  status: 409,
  title: 'Add an email address first',
  detail: 'They gave no email address to send it to.',
  way: { act: 'details', words: 'Add it to their details' },
};

const CHANGED: Refusal = {
  status: 409,
  detail: 'Their email address has changed since you opened this page, and nothing was sent.',
};

/** `/desk/cases/{reference}/send-link/`: the email with their link as it will be sent, and then its sending. */
export async function showSendLink(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const recipient = await linkRecipient(app, found);
  if (!recipient) return showNotDone(c, found, NO_EMAIL);
  const live = sendLinkView({
    reference: found.reference,
    words: await withClosedDays(app, linkWords(app, found, recipient)),
    to: recipient.to,
    siteName: app.site.settings.identity.name,
    once: freshWord(c),
  });
  return deskPage(c, { heading: 'Email them their link?', live });
}

const SeenSchema = z.strictObject({ to: EmailSchema, once });

export const takeSendLink = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, SeenSchema, async ({ to, once }) => {
    const { app, staff } = c.var;
    if (found.quarantinedAt) return QUARANTINED;
    const recipient = await linkRecipient(app, found);
    if (!recipient) return NO_EMAIL;
    if (recipient.to !== to) return CHANGED;
    if (!(await sendLink(app, found, recipient, { staff, once }))) return ERASED;
    deliverSoon(app, c.env.context);
    return flashPath(found.reference, 'link');
  });
