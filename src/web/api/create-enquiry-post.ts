import { answersOf } from '#domain/enquiry/answers.ts';
import { type EnquiryRequest, EnquiryRequestSchema } from '#domain/enquiry/enquiry.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { correctedLink, linkOf } from '#services/cases/case.ts';
import { type EnquirySubmitted, submitEnquiry } from '#services/enquiries/submit-enquiry.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { UNKNOWN_KEY } from '../account/with-case.ts';
import { type Accepted, identityOf, KEY_REUSED, postForm } from '../http/post-form.ts';
import { answerQuarantined } from '../http/quarantine-page.ts';
import { json, type Refusal, seeOther } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';
import { showEnquiryFormAgain } from '../public/enquiry/enquiry-page.ts';

const ROUTE = '/api/enquiries';

/** A case holds one enquiry. */
const HAS_ENQUIRY: Refusal = {
  status: 409,
  detail:
    'You have sent an enquiry with this link already, and can correct it there. To make this a new enquiry, send it again.',
};

type Saved = Extract<EnquirySubmitted, { case: unknown }>;

/** A browser goes on to the enquirer's own page; a program is told the reference, and the link the first time. */
function answerSaved(
  { var: { app } }: WebContext,
  { from }: Accepted<EnquiryRequest>,
  submitted: Saved,
) {
  const { kind, case: saved } = submitted;
  if (from === 'form') {
    return seeOther(kind === 'corrected' ? correctedLink(app, saved) : linkOf(app, saved));
  }
  const { reference } = saved;
  return kind === 'saved'
    ? json({ reference, link: linkOf(app, saved) }, 201)
    : json({ reference });
}

async function saveEnquiry(c: WebContext, post: Accepted<EnquiryRequest>) {
  const { case: join, ...enquiry } = post.value;
  const submitted = await submitEnquiry(c.var.app, {
    enquiry,
    join,
    submission: { route: ROUTE, identity: identityOf(post), value: post.value },
    automatic: post.automatic,
  });
  if (submitted.kind === 'key-reused') return KEY_REUSED;
  if (submitted.kind === 'unknown-case') return UNKNOWN_KEY;
  if (submitted.kind === 'has-enquiry') return HAS_ENQUIRY;
  if (submitted.kind === 'quarantined') {
    return answerQuarantined(c, post, {
      what: 'your enquiry',
      answers: answersOf(enquiry),
      action: ROUTE,
      button: 'Send your enquiry',
    });
  }
  // What a post before this one enqueued may still wait.
  deliverSoon(c.var.app, c.env.context);
  return answerSaved(c, post, submitted);
}

/** `POST /api/enquiries`: saved with the messages it causes, then answered, then delivered (docs/api.md). */
export const createEnquiry = postForm(
  { schema: EnquiryRequestSchema, fromForm: enquiryFromForm, formAgain: showEnquiryFormAgain },
  saveEnquiry,
);
