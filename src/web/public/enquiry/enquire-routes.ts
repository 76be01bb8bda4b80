import type { Config } from '@netlify/functions';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { enquiryFromPlan } from '#domain/enquiry/from-plan.ts';
import { findCaseByKey, pathOf } from '#services/cases/case.ts';
import { UNKNOWN_KEY } from '../../account/with-case.ts';
import { type Call, handler, refuse } from '../../http/handler.ts';
import type { Fields } from '../../http/request-body.ts';
import { seeOther } from '../../http/responses.ts';
import { knownOf } from '../prefill.ts';
import { showEnquiryForm } from './enquiry-page.ts';

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
