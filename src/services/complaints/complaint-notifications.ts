import type { Transaction } from '#data/client.ts';
import type { MailKindTo } from '#domain/cases/mail-kinds.ts';
import { complaintClock } from '#domain/complaints/clock.ts';
import type { Complaint } from '#domain/complaints/complaint.ts';
import { whatHappens } from '#domain/complaints/words.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import { wallClockAt } from '#domain/time/london.ts';
import {
  type ComplaintEmail,
  complaintAcknowledgement,
  complaintNotice,
} from '#emails/complaint-emails.ts';
import type { App } from '../app.ts';
import { type Case, linkOf } from '../cases/case.ts';
import { mayBegin } from '../limits/mail-budget.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

/** A complaint and the instant at which it came. */
export interface ComplaintReceived {
  complaint: Complaint;
  receivedAt: Date;
}

/** What an email about a complaint says it from. */
export const complaintEmail = (
  app: App,
  { reference, byHand }: Pick<Case, 'reference' | 'byHand'>,
  complaint: Complaint,
): ComplaintEmail => ({
  reference,
  byHand,
  complaint,
  phone: app.site.settings.line.phone,
  hours: hoursInWords(app.site.settings.line.hours),
  site: new URL(app.environment.URL).origin,
});

/** Enqueues an acknowledgement; to a person without an email address, or who has had as many as one gets, their page is it. */
export async function acknowledge(
  app: App,
  tx: Transaction,
  about: Case,
  { complaint, receivedAt, by }: ComplaintReceived & { by: BookedBy },
): Promise<void> {
  const { email: to } = complaint;
  const kind = 'acknowledgement of a complaint';
  if (to === undefined) return;
  if (by === 'person' && !(await mayBegin(app, tx, { to, kind, caseId: about.id }))) return;
  const words = complaintAcknowledgement({
    ...complaintEmail(app, about, complaint),
    link: linkOf(app, about),
    next: whatHappens({ receivedAt: receivedAt.getTime(), heard: false }, app.now().getTime()),
  });
  await enqueueMessage(app, tx, { kind, audience: 'enquirer', caseId: about.id, to, words });
}

/** Tells staff of a complaint; what was written stands at the desk alone. */
async function notifyStaff(
  app: App,
  tx: Transaction,
  about: Case,
  { complaint, receivedAt }: ComplaintReceived,
  { kind, isCorrection }: { kind: MailKindTo<'staff'>; isCorrection: boolean },
) {
  const now = app.now().getTime();
  const { due } = complaintClock(receivedAt.getTime(), now);
  await enqueueMessage(app, tx, {
    kind,
    audience: 'staff',
    caseId: about.id,
    to: app.environment.STAFF_EMAIL,
    replyTo: complaint,
    words: complaintNotice({
      ...complaintEmail(app, about, complaint),
      due,
      today: wallClockAt(now).day,
      isCorrection,
    }),
  });
}

/** Enqueues an acknowledgement to the person and a notice to staff; what staff release is held to no limit. */
export async function enqueueComplaint(
  app: App,
  tx: Transaction,
  about: Case,
  received: ComplaintReceived,
  by: BookedBy = 'person',
): Promise<void> {
  await acknowledge(app, tx, about, { ...received, by });
  await notifyStaff(app, tx, about, received, { kind: 'complaint notice', isCorrection: false });
}

/** Enqueues word to staff that a complaint has other words now. */
export const enqueueComplaintCorrection = (
  app: App,
  tx: Transaction,
  about: Case,
  received: ComplaintReceived,
): Promise<void> =>
  notifyStaff(app, tx, about, received, {
    kind: 'complaint correction notice',
    isCorrection: true,
  });
