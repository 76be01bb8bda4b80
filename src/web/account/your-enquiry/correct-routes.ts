import type { Config } from '@netlify/functions';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { type Enquiry, EnquirySchema } from '#domain/enquiry/enquiry.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { type Case, linkOf, pathOf } from '#services/cases/case.ts';
import { correctCase } from '#services/enquiries/correct-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Call, handler, refuse } from '../../http/handler.ts';
import { keepTyped, takePost } from '../../http/post-form.ts';
import { json, type Refusal, seeOther } from '../../http/responses.ts';
import { withCase } from '../with-case.ts';
import { showCorrection, showCorrectionAgain } from './correction-page.ts';

/** A case that was opened by a call holds no enquiry. */
const noEnquiry = ({ app }: Call, found: Case): Refusal => ({
  status: 404,
  detail:
    'There is no enquiry here to correct. The details of a call are corrected from its own page.',
  onward: { href: pathOf(app, found), label: 'Go to your own page' },
});

async function showForm(call: Call, found: Case): Promise<Response> {
  const recorded = await findEnquiry(call.app.database, found.id);
  if (!recorded) return refuse(call.request, noEnquiry(call, found));
  return showCorrection(call, { ...recorded.enquiry });
}

const ROUTE = {
  schema: EnquirySchema,
  fromForm: enquiryFromForm,
  formAgain: showCorrectionAgain,
};

const correct = (call: Call, found: Case) =>
  takePost<Enquiry>(ROUTE, async ({ app }, { value, from }) => {
    const corrected = await correctCase(app, found, value);
    if (!corrected) return noEnquiry(call, found);
    deliverSoon(call);
    const link = linkOf(app, corrected);
    return from === 'form' ? seeOther(link) : json({ reference: found.reference, link });
  })(call);

/** `/your-enquiry/{case}/correct/`: the enquiry in its form again, and then the correction. */
export default handler({ GET: withCase(showForm), POST: keepTyped(ROUTE, withCase(correct)) });

export const config: Config = {
  path: ['/your-enquiry/:case/correct', '/your-enquiry/:case/correct/'],
};
