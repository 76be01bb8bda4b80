import type { Config } from '@netlify/functions';
import { type EnquiryRequest, EnquiryRequestSchema } from '#domain/enquiry/enquiry.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { linkOf } from '../lib/cases/case.ts';
import { UNKNOWN_KEY } from '../lib/cases/with-case.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { showEnquiryFormAgain } from '../lib/enquiries/enquiry-page.ts';
import { HAS_ENQUIRY, submitEnquiry } from '../lib/enquiries/submit.ts';
import { type Call, handler } from '../lib/handler.ts';
import { type Accepted, KEY_REUSED, takePost } from '../lib/http/accept-post.ts';
import { json, seeOther } from '../lib/http/answer.ts';

const ROUTE = '/api/enquiries';

async function saveEnquiry(call: Call, post: Accepted<EnquiryRequest>) {
  const submission = { route: ROUTE, value: post.value, idempotencyKey: post.idempotencyKey };
  const submitted = await submitEnquiry(call.app, post.value, submission, post.suspicious);
  if (submitted.kind === 'key-reused') return KEY_REUSED;
  if (submitted.kind === 'unknown-case') return UNKNOWN_KEY;
  if (submitted.kind === 'has-enquiry') return HAS_ENQUIRY;
  if (submitted.kind === 'saved') deliverSoon(call);
  const link = linkOf(call.app, submitted.case);
  if (post.from === 'form') return seeOther(link);
  return json({ reference: submitted.case.reference, link }, 201);
}

/** `POST /api/enquiries`: saved with the messages it owes, then answered, then delivered. */
export default handler({
  POST: takePost(
    { schema: EnquiryRequestSchema, fromForm: enquiryFromForm, formAgain: showEnquiryFormAgain },
    saveEnquiry,
  ),
});

export const config: Config = { path: '/api/enquiries' };
