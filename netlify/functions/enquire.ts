import type { Config } from '@netlify/functions';
import { enquiryFromPlan } from '#domain/enquiry/from-plan.ts';
import { showEnquiryForm } from '../lib/enquiries/enquiry-page.ts';
import { handler } from '../lib/handler.ts';

/** `/enquire/`: the form, with a plan's numbers in it when they come in the address. */
export default handler({
  GET: (call) => showEnquiryForm(call, enquiryFromPlan(new URL(call.request.url).searchParams)),
});

export const config: Config = { path: ['/enquire', '/enquire/'] };
