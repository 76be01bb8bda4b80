import { receivedFault } from '#domain/complaints/received.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import {
  type Acknowledgement,
  AcknowledgementSchema,
  type ReceivedAgain,
  ReceivedAgainSchema,
} from '#domain/desk/new-complaint.ts';
import { dayOfDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import { todayOf } from '#services/availability/line-hours.ts';
import type { Case } from '#services/cases/case.ts';
import { historyOf } from '#services/cases/case-history.ts';
import { printOfValues, writtenOver } from '#services/cases/meanwhile.ts';
import { acknowledgeComplaint } from '#services/complaints/acknowledge-complaint.ts';
import { findComplaint } from '#services/complaints/complaint.ts';
import {
  dateComplaint,
  datedBy,
  receivedOn,
  receivedValues,
} from '#services/complaints/date-complaint.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Fields } from '../../http/request-body.ts';
import { type Refusal, toFix } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, showActMeanwhile, takeAct } from './action-form.ts';
import { acknowledgeForm, receivedForm } from './complaint-dates-view.ts';
import { NO_ADDRESS, NO_COMPLAINT } from './complaint-page.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';

const ACKNOWLEDGE = { heading: 'Tell them that we have it', form: acknowledgeForm };

const TOLD_BEFORE: Refusal = {
  status: 409,
  detail: 'They have been told already that we have their complaint.',
};

/** `/desk/cases/{reference}/complaint/acknowledge/`: how the person of a complaint was told, or is told now, that we have it. */
export async function showAcknowledge(c: DeskContext, found: Case): Promise<Response> {
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const complaint = await findComplaint(c.var.app.database, found.id);
  if (!complaint) return showNotDone(c, found, NO_COMPLAINT);
  if (complaint.acknowledgedAt) return showNotDone(c, found, TOLD_BEFORE);
  return showAct(c, ACKNOWLEDGE);
}

async function saveAcknowledged(c: DeskContext, found: Case, value: Acknowledgement) {
  const { app, staff } = c.var;
  if (found.quarantinedAt) return QUARANTINED;
  const came = await acknowledgeComplaint(app, found, value, staff);
  if (came === 'no complaint') return NO_COMPLAINT;
  if (came === 'no address') return NO_ADDRESS;
  if (came === 'gone') return undefined;
  deliverSoon(app, c.env.context);
  if (came === 'before') return flashPath(found.reference, 'complaint-acknowledged-before');
  const byEmail = value.told === 'email';
  return flashPath(
    found.reference,
    byEmail ? 'complaint-acknowledged-emailed' : 'complaint-acknowledged',
  );
}

export const takeAcknowledge = takeAct(ACKNOWLEDGE, AcknowledgementSchema, saveAcknowledged);

const RECEIVED = { heading: 'Correct the day on which it came', form: receivedForm };

const CAME_BY_ITSELF: Refusal = {
  status: 409,
  detail: 'This complaint was sent on the site: the day on which it came is known.',
};

/** The complaint of which the day can be corrected on which it came, or why it cannot. */
async function complaintByHand({ var: { app } }: DeskContext, found: Case) {
  const complaint = await findComplaint(app.database, found.id);
  if (!complaint) return { refusal: NO_COMPLAINT };
  const { byHand } = await historyOf(app, found);
  return byHand ? { complaint } : { refusal: CAME_BY_ITSELF };
}

/** `/desk/cases/{reference}/complaint/received/`: another day on which a complaint came that staff wrote down. */
export async function showReceived(c: DeskContext, found: Case): Promise<Response> {
  const { complaint, refusal } = await complaintByHand(c, found);
  if (!complaint) return showNotDone(c, found, refusal);
  const values = receivedValues(wallClockAt(complaint.receivedAt.getTime()).day);
  return showAct(c, RECEIVED, { ...values, [SEEN_FIELD]: printOfValues(values) });
}

const AFTER_WRITTEN = toFix([
  { field: 'received', message: 'Enter a date no later than the day on which it was written down' },
]);

/** The form again after somebody corrected the day meanwhile: which it is now, and which was typed. */
async function showDatedMeanwhile(c: DeskContext, found: Case, value: ReceivedAgain) {
  const { app } = c.var;
  const now = await receivedOn(app.database, found.id);
  if (now === undefined) return undefined;
  const values = { now: receivedValues(now), typed: receivedValues(value.received) };
  const again = meanwhileForm(writtenOver(values, await datedBy(app, found)), {
    ...DETAILS_MEANWHILE,
    done: 'corrected this day',
    label: () => 'The day on which it came',
    value: (_, day) => dayInWords(dayOfDate(String(day)), todayOf(app)),
    button: 'Save the day',
  });
  return showActMeanwhile(RECEIVED)(c, { once: value.once }, again);
}

async function saveReceived(c: DeskContext, found: Case, value: ReceivedAgain, posted: Fields) {
  const { refusal } = await complaintByHand(c, found);
  if (refusal) return refusal;
  const written = found.createdAt.getTime();
  if (value.received > wallClockAt(written).day) return AFTER_WRITTEN;
  const fault = receivedFault(value.received, written);
  if (fault) return toFix([fault]);
  const { app, staff } = c.var;
  const came = await dateComplaint(app, found, { ...value, staff, seen: seenIn(posted) });
  if (came === 'meanwhile') return showDatedMeanwhile(c, found, value);
  return came === 'done' ? flashPath(found.reference, 'complaint-dated') : undefined;
}

export const takeReceived = takeAct(RECEIVED, ReceivedAgainSchema, saveReceived, {
  fromForm: withoutSeen,
});
