import { flashPath } from '#domain/desk/flash-messages.ts';
import { type TheirEnquiry, TheirEnquirySchema } from '#domain/desk/new-case.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import type { Case } from '#services/cases/case.ts';
import { callsToComeIn, correctCaseAtDesk } from '#services/enquiries/correct-enquiry.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Refusal } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
import { QUARANTINED, showNotDone } from './confirm-page.ts';
import { detailsForm } from './details-view.ts';

const PAGE = { heading: 'Correct their details', form: detailsForm };

const NO_ENQUIRY: Refusal = {
  status: 404,
  detail: 'This case was opened by a call. Correct the details of the call instead.',
};

async function save(
  { var: { app, staff }, env }: DeskContext,
  found: Case,
  { once: _once, calls, toCome: _toCome, ...after }: TheirEnquiry,
): Promise<string | Refusal | undefined> {
  const came = await correctCaseAtDesk(app, found, { after, staff, calls });
  if (came === 'gone') return undefined;
  if (came === 'quarantined') return QUARANTINED;
  if (came === 'with-calls') deliverSoon(app, env.context);
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
  return showAct(c, PAGE, { ...recorded.enquiry, ...toCome });
}

export const takeDetails = takeAct(PAGE, TheirEnquirySchema, save, enquiryFromForm);
