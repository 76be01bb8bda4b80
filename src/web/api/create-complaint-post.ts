import { type Complaint, ComplaintSchema, complaintAnswers } from '#domain/complaints/complaint.ts';
import { correctedLink, linkOf } from '#services/cases/case.ts';
import type { Submitted } from '#services/cases/submit-once.ts';
import { submitComplaint } from '#services/complaints/submit-complaint.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Accepted, identityOf, KEY_REUSED, postForm } from '../http/post-form.ts';
import { answerQuarantined } from '../http/quarantine-page.ts';
import { json, seeOther } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';
import { COMPLAINTS_ROUTE, SEND_COMPLAINT } from '../public/complaint/complaint-form-view.ts';
import { showComplaintAgain } from '../public/complaint/complaint-page.ts';

/** What is so of a complaint that looked automatic: nothing erases it, and staff see it at the desk. */
const QUARANTINED =
  'Our check for automatic messages stopped your complaint, so nobody has been notified and you have no reference yet. If you do not send it, we keep it all the same, and read it when we look through what was stopped.';

type Saved = Extract<Submitted, { case: unknown }>;

/** A browser goes on to the person’s own page; a program is told the reference, and the link the first time. */
function answerSaved({ var: { app } }: WebContext, { from }: Accepted<Complaint>, came: Saved) {
  const { kind, case: saved } = came;
  if (from === 'form') {
    return seeOther(kind === 'corrected' ? correctedLink(app, saved) : linkOf(app, saved));
  }
  const { reference } = saved;
  return kind === 'saved'
    ? json({ reference, link: linkOf(app, saved) }, 201)
    : json({ reference });
}

async function saveComplaint(c: WebContext, post: Accepted<Complaint>) {
  const came = await submitComplaint(c.var.app, {
    complaint: post.value,
    submission: { route: COMPLAINTS_ROUTE, identity: identityOf(post), value: post.value },
    automatic: post.automatic,
  });
  if (came.kind === 'key-reused') return KEY_REUSED;
  if (came.kind === 'quarantined') {
    return answerQuarantined(c, post, {
      what: 'your complaint',
      answers: complaintAnswers(post.value),
      action: COMPLAINTS_ROUTE,
      button: SEND_COMPLAINT,
      said: QUARANTINED,
    });
  }
  // What a post before this one enqueued may still wait.
  deliverSoon(c.var.app, c.env.context);
  return answerSaved(c, post, came);
}

/** `POST /api/complaints`: saved with the messages it causes, then answered, then delivered (docs/api.md). */
export const createComplaint = postForm(
  {
    schema: ComplaintSchema,
    fromForm: (fields) => fields,
    formAgain: showComplaintAgain,
  },
  saveComplaint,
);
