import { complaintAnswers } from '#domain/complaints/complaint.ts';
import { whatHappens } from '#domain/complaints/words.ts';
import { lastEmail } from '#domain/desk/case-mail.ts';
import { type Case, pathOf } from '#services/cases/case.ts';
import { historyOf } from '#services/cases/case-history.ts';
import type { ComplaintRead } from '#services/complaints/complaint.ts';
import { page } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import { happeningsOf } from './happenings.ts';
import { yourComplaintView } from './your-complaint-view.ts';
import { CORRECTED, hasArrived } from './your-enquiry-page.ts';

/** The page behind the link of a complaint: what its person sent, what happens next, and what has happened. */
export async function showYourComplaint(
  { var: { app }, req }: WebContext,
  found: Case,
  { complaint, receivedAt, endedAt }: ComplaintRead,
): Promise<Response> {
  const history = await historyOf(app, found);
  const now = app.now().getTime();
  const { heard } = history;
  const live = yourComplaintView({
    reference: found.reference,
    byHand: found.byHand,
    path: pathOf(app, found),
    about: complaint.about,
    answers: complaintAnswers(complaint),
    next: whatHappens({ receivedAt: receivedAt.getTime(), heard }, now),
    ended: endedAt !== undefined,
    done: new URL(req.url).searchParams.get('done') === 'corrected' ? CORRECTED : undefined,
    happenings: happeningsOf(history, [], now),
    noEmail: complaint.email === undefined,
    settings: app.site.settings,
    linkSentTo: hasArrived(history) ? complaint.email : undefined,
    withheld: lastEmail(history.mail)?.withheldAt !== undefined,
  });
  return page(app.site, 'message-page', {
    title: 'Your complaint',
    heading: 'Your complaint',
    live,
  });
}
