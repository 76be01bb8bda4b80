import type { Config } from '@netlify/functions';
import { enquiryFromPlan } from '#domain/enquiry/from-plan.ts';
import { knownOf } from '../lib/bookings/known.ts';
import { findCaseByKey, pathOf } from '../lib/cases/case.ts';
import { UNKNOWN_KEY } from '../lib/cases/with-case.ts';
import { showEnquiryForm } from '../lib/enquiries/enquiry-page.ts';
import { findEnquiry } from '../lib/enquiries/record.ts';
import { type Call, handler, refuse } from '../lib/handler.ts';
import { seeOther } from '../lib/http/answer.ts';
import type { Fields } from '../lib/http/body.ts';

/** The form for the case of a call, with what is known of the person; an enquiry made before is corrected instead. */
async function showForCase(call: Call, key: string, plan: Fields) {
  const found = await findCaseByKey(call.app, key);
  if (!found) return refuse(call.request, UNKNOWN_KEY);
  if (await findEnquiry(call.app.database, found.id)) {
    return seeOther(`${pathOf(call.app, found)}correct/`);
  }
  return showEnquiryForm(call, { ...(await knownOf(call.app, found)), ...plan, case: key });
}

async function show(call: Call): Promise<Response> {
  const query = new URL(call.request.url).searchParams;
  const plan = enquiryFromPlan(query);
  const key = query.get('case');
  return key ? showForCase(call, key, plan) : showEnquiryForm(call, plan);
}

/** `/enquire/`: the form, with a plan's numbers in it when they come in the address, or for the case of a call. */
export default handler({ GET: show });

export const config: Config = { path: ['/enquire', '/enquire/'] };
