import type { Config } from '@netlify/functions';
import { type Enquiry, EnquirySchema } from '#domain/enquiry/enquiry.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { type Case, linkOf } from '../lib/cases/case.ts';
import { withCase } from '../lib/cases/with-case.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { correctCase } from '../lib/enquiries/correct.ts';
import { showCorrection, showCorrectionAgain } from '../lib/enquiries/correction-page.ts';
import { findEnquiry } from '../lib/enquiries/record.ts';
import { type Call, handler } from '../lib/handler.ts';
import { takePost } from '../lib/http/accept-post.ts';
import { json, seeOther } from '../lib/http/answer.ts';

async function showForm(call: Call, found: Case): Promise<Response> {
  const recorded = await findEnquiry(call.app.database, found.id);
  return showCorrection(call, { ...recorded?.enquiry });
}

const ROUTE = {
  schema: EnquirySchema,
  fromForm: enquiryFromForm,
  formAgain: showCorrectionAgain,
};

const correct = (call: Call, found: Case) =>
  takePost<Enquiry>(ROUTE, async ({ app }, { value, from }) => {
    await correctCase(app, found, value);
    deliverSoon(call);
    const link = linkOf(app, found);
    return from === 'form' ? seeOther(link) : json({ reference: found.reference, link });
  })(call);

/** `/your-enquiry/{case}/correct/`: the enquiry in its form again, and then the correction. */
export default handler({ GET: withCase(showForm), POST: withCase(correct) });

export const config: Config = {
  path: ['/your-enquiry/:case/correct', '/your-enquiry/:case/correct/'],
};
