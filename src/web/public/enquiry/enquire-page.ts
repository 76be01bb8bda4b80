import { enquiryFromPlan } from '#domain/enquiry/from-plan.ts';
import { findCaseByKey, pathOf } from '#services/cases/case.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { UNKNOWN_KEY } from '../../account/with-case.ts';
import { refuse } from '../../http/refuse.ts';
import type { Fields } from '../../http/request-body.ts';
import { seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { prefillOf } from '../prefill.ts';
import { showEnquiryForm } from './enquiry-page.ts';

/** The form for the case of a call, with what is known of the person; an enquiry made before is corrected instead. */
async function showForCase(c: WebContext, key: string, plan: Fields) {
  const found = await findCaseByKey(c.var.app, key);
  if (!found) return refuse(c.req.raw, UNKNOWN_KEY);
  if (await enquiryOf(c.var.app, found.id)) {
    return seeOther(`${pathOf(c.var.app, found)}correct/`);
  }
  return showEnquiryForm(c, { ...(await prefillOf(c.var.app, found)), ...plan, case: key });
}

/** `/enquire/`: the form, with a plan's numbers in it when they come in the address, or for the case of a call. */
export async function showEnquire(c: WebContext): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const plan = enquiryFromPlan(query);
  const key = query.get('case');
  return key ? showForCase(c, key, plan) : showEnquiryForm(c, plan);
}
