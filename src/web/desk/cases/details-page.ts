import { flashPath } from '#domain/desk/flash-messages.ts';
import { type TheirEnquiry, TheirEnquirySchema } from '#domain/desk/new-case.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { callsToComeIn } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import { changedMeanwhile, printOfValues } from '#services/cases/meanwhile.ts';
import { correctCaseAtDesk } from '#services/enquiries/correct-enquiry.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Fields } from '../../http/request-body.ts';
import type { Refusal } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, showActMeanwhile, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { DETAILS_MEANWHILE } from './details-meanwhile.ts';
import { detailsForm } from './details-view.ts';
import { THEIR_ORDER } from './their-enquiry-view.ts';

const PAGE = { heading: 'Correct their details', form: detailsForm, order: THEIR_ORDER };

const NO_ENQUIRY: Refusal = {
  status: 404,
  detail: 'This case was opened by a call. Correct the details of the call instead.',
};

/** The form again after somebody changed the details meanwhile: what they changed, and what was typed. */
async function showMeanwhile(
  c: DeskContext,
  found: Case,
  { after, posted }: { after: Fields; posted: Fields },
): Promise<Response | undefined> {
  const recorded = await enquiryOf(c.var.app, found.id);
  if (!recorded) return undefined;
  const given = { now: { ...recorded.enquiry }, typed: after, seen: seenIn(posted) ?? '' };
  const changed = await changedMeanwhile(c.var.app.database, { caseId: found.id }, given);
  const { toCome, calls, once } = posted;
  const again = meanwhileForm(changed, DETAILS_MEANWHILE);
  return showActMeanwhile(PAGE)(c, { toCome, calls, once }, again);
}

async function save(
  c: DeskContext,
  found: Case,
  { once: _once, calls, toCome: _toCome, ...after }: TheirEnquiry,
  posted: Fields,
): Promise<string | Refusal | Response | undefined> {
  const { app, staff } = c.var;
  const seen = seenIn(posted);
  const came = await correctCaseAtDesk(app, found, { after, staff, calls, seen });
  if (came === 'gone') return undefined;
  if (came === 'meanwhile') return showMeanwhile(c, found, { after, posted });
  if (came === 'quarantined') return QUARANTINED;
  if (came === 'with-calls') deliverSoon(app, c.env.context);
  return flashPath(found.reference, DONE[came]);
}

const DONE = {
  corrected: 'details',
  'with-calls': 'details-and-calls',
  unchanged: 'details-before',
} as const;

/** `/desk/cases/{reference}/details/`: what we hold about a person, to be corrected for them. */
export async function showDetails(c: DeskContext, found: Case): Promise<Response> {
  const recorded = await enquiryOf(c.var.app, found.id);
  if (!recorded) return showNotDone(c, found, NO_ENQUIRY);
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const { length } = await callsToComeIn(c.var.app, c.var.app.database, found.id);
  const toCome = length > 0 ? { toCome: String(length), calls: 'yes' } : {};
  const seen = printOfValues({ ...recorded.enquiry });
  return showAct(c, PAGE, { ...recorded.enquiry, ...toCome, [SEEN_FIELD]: seen });
}

export const takeDetails = takeAct(PAGE, TheirEnquirySchema, save, {
  fromForm: (fields) => enquiryFromForm(withoutSeen(fields)),
});
