import { flashPath } from '#domain/desk/flash-messages.ts';
import { type TheirEnquiry, TheirEnquirySchema } from '#domain/desk/new-case.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import type { Case } from '#services/cases/case.ts';
import { correctCaseAtDesk } from '#services/enquiries/correct-enquiry.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { takeAct } from './action-form.ts';
import { showNotDone } from './confirm-page.ts';
import { detailsForm } from './details-view.ts';

const PAGE = { heading: 'Correct their details', form: detailsForm };

const NO_ENQUIRY: Refusal = {
  status: 404,
  detail: 'This case was opened by a call. Correct the details of the call instead.',
};

const QUARANTINED: Refusal = {
  status: 409,
  detail: 'This case is in quarantine. Release it first, and then correct what it says.',
};

async function save(
  { var: { app, staff } }: DeskContext,
  found: Case,
  { once: _once, ...enquiry }: TheirEnquiry,
): Promise<string | Refusal | undefined> {
  const came = await correctCaseAtDesk(app, found, enquiry, staff);
  if (came === 'gone') return undefined;
  if (came === 'quarantined') return QUARANTINED;
  return flashPath(found.reference, came === 'corrected' ? 'details' : 'details-before');
}

/** `/desk/cases/{reference}/details/`: what we hold about a person, to be corrected for them. */
export async function showDetails(c: DeskContext, found: Case): Promise<Response> {
  const recorded = await enquiryOf(c.var.app, found.id);
  if (!recorded) return showNotDone(c, found, NO_ENQUIRY);
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const state = { reference: found.reference, typed: { ...recorded.enquiry }, faults: [] };
  return deskPage(c, {
    heading: PAGE.heading,
    live: detailsForm({ ...state, once: undefined }),
  });
}

export const takeDetails = takeAct(PAGE, TheirEnquirySchema, save, enquiryFromForm);
