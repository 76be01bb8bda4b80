import { enquiryFromPlan } from '#domain/enquiry/from-plan.ts';
import { type Case, keyOf, pathOf } from '#services/cases/case.ts';
import { findComplaint } from '#services/complaints/complaint.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { prefillOf } from '../prefill.ts';
import { showEnquiryForm } from './enquiry-page.ts';

const planIn = ({ req }: WebContext) => enquiryFromPlan(new URL(req.url).searchParams);

/** `/your-enquiry/{case}/enquire/`: the form for the case of a call, with what is known of the person; an enquiry made before is corrected instead. */
export async function showEnquireForCase(c: WebContext, found: Case): Promise<Response> {
  if (await findComplaint(c.var.app.database, found.id)) return seeOther(pathOf(c.var.app, found));
  if (await enquiryOf(c.var.app, found.id)) {
    return seeOther(`${pathOf(c.var.app, found)}correct/`);
  }
  const known = await prefillOf(c.var.app, found);
  return showEnquiryForm(c, { ...known, ...planIn(c), case: keyOf(c.var.app, found) });
}

/** `/enquire/`: the form, with a plan's numbers in it when they come in the address. */
export const showEnquire = (c: WebContext): Promise<Response> => showEnquiryForm(c, planIn(c));
