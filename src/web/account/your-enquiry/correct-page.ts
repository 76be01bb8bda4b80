import { type Enquiry, EnquirySchema, KeptEnquirySchema } from '#domain/enquiry/enquiry.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { type Case, linkOf, pathOf } from '#services/cases/case.ts';
import { changedMeanwhile, printOfValues } from '#services/cases/meanwhile.ts';
import { findComplaint } from '#services/complaints/complaint.ts';
import { correctCase } from '#services/enquiries/correct-enquiry.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Accepted, keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import type { Fields } from '../../http/request-body.ts';
import { json, type Refusal, seeOther } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import { meanwhileForm } from '../../views/meanwhile-view.ts';
import { OWN_DETAILS_MEANWHILE } from '../details-meanwhile.ts';
import { withCase } from '../with-case.ts';
import { showCorrection, showCorrectionAgain } from './correction-page.ts';

/** A case that was opened by a call holds no enquiry. */
const noEnquiry = ({ var: { app } }: WebContext, found: Case): Refusal => ({
  status: 404,
  detail:
    'There is no enquiry here to correct. The details of a call are corrected from its own page.',
  onward: { href: pathOf(app, found), label: 'Go to your own page' },
});

/** What was complained of is put right by staff, who may be looking into it already. */
const isComplaint: Refusal = {
  status: 409,
  title: 'A complaint is not changed here',
  detail:
    'To add something to your complaint, or to put it right, ring us, or reply to our email if you have one, and give your reference.',
};

/** `/your-enquiry/{case}/correct/`: the enquiry in its form again, and then the correction. */
export async function showEnquiryCorrection(c: WebContext, found: Case): Promise<Response> {
  if (await findComplaint(c.var.app.database, found.id)) return refuse(c.req.raw, isComplaint);
  const recorded = await enquiryOf(c.var.app, found.id);
  if (!recorded) return refuse(c.req.raw, noEnquiry(c, found));
  const seen = printOfValues({ ...recorded.enquiry });
  return showCorrection(c, found, { ...recorded.enquiry, [SEEN_FIELD]: seen });
}

const ROUTE = {
  schema: EnquirySchema,
  fromForm: (fields: Fields) => enquiryFromForm(withoutSeen(fields)),
  formAgain: (c: WebContext, typed: Fields, refusal: Refusal) =>
    showCorrectionAgain(c, { byHand: false }, typed, refusal),
};

/** The form again after the enquiry was changed meanwhile, by us or on another page of theirs. */
async function changedSince(
  c: WebContext,
  found: Case,
  { value, typed }: Pick<Accepted<Enquiry>, 'value' | 'typed'>,
): Promise<Response | Refusal> {
  const recorded = await enquiryOf(c.var.app, found.id);
  if (!recorded) return noEnquiry(c, found);
  const given = { now: { ...recorded.enquiry }, typed: { ...value }, seen: seenIn(typed) ?? '' };
  const changed = await changedMeanwhile(c.var.app.database, { caseId: found.id }, given);
  const again = meanwhileForm(changed, OWN_DETAILS_MEANWHILE);
  return showCorrectionAgain(c, found, again.typed, again.refusal, again.first);
}

/** What staff wrote down may leave out what an enquiry on the site may not. */
async function routeFor({ var: { app } }: WebContext, found: Case): Promise<PostRoute<Enquiry>> {
  const enquiry = (await enquiryOf(app, found.id))?.enquiry;
  const isWhole = !enquiry || EnquirySchema.safeParse(enquiry).success;
  return {
    ...ROUTE,
    ...(!isWhole && { schema: KeptEnquirySchema }),
    formAgain: (c, typed, refusal) => showCorrectionAgain(c, found, typed, refusal),
  };
}

const takeCorrected = async (c: WebContext, found: Case) =>
  postForm<Enquiry>(await routeFor(c, found), async ({ var: { app } }, post) => {
    const { value, typed, from } = post;
    if (await findComplaint(app.database, found.id)) return isComplaint;
    const corrected = await correctCase(app, found, value, seenIn(typed));
    if (!corrected) return noEnquiry(c, found);
    if (corrected === 'meanwhile') return changedSince(c, found, post);
    deliverSoon(c.var.app, c.env.context);
    const link = linkOf(app, corrected);
    return from === 'form' ? seeOther(link) : json({ reference: found.reference, link });
  })(c);

export const correctEnquiry = keepTyped(ROUTE, withCase(takeCorrected));
