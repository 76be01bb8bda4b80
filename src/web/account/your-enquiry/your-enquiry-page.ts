import { callAnswers } from '#domain/booking/answers.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { enquiryStateWords, isAhead } from '#domain/cases/state-words.ts';
import { lastEmail } from '#domain/desk/case-mail.ts';
import { answersOf } from '#domain/enquiry/answers.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import { planOf } from '#domain/enquiry/plan-of.ts';
import type { App } from '#services/app.ts';
import { takenAway } from '#services/availability/conflicting-bookings.ts';
import type { Booking } from '#services/bookings/booking.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import { type Case, pathOf } from '#services/cases/case.ts';
import { type CaseHistory, historyOf } from '#services/cases/case-history.ts';
import { isAnswered } from '#services/cases/case-status-service.ts';
import { readComplaint } from '#services/complaints/complaint.ts';
import { enquiryOf } from '#services/enquiries/read-enquiry.ts';
import { page } from '../../http/page-shell.ts';
import type { WebContext } from '../../http/web-app.ts';
import { callViewOf, invitationOf, onOneLine, wereOffered } from '../call-view-model.ts';
import type { CallView } from '../calls-view.ts';
import { happeningsOf } from './happenings.ts';
import { showYourComplaint } from './your-complaint-page.ts';
import { type CaseView, caseView, type StateSaid } from './your-enquiry-view.ts';

/** What a case is called: an enquiry, or the calls it was opened by. */
function headingOf(sent: CaseView['sent'], [first, ...more]: readonly CallView[]): string {
  if (sent.kind === 'enquiry' || !first) return 'Your enquiry';
  return more.length > 0 ? 'Your calls' : `Your ${CALL_NAMES[first.kind]}`;
}

/** The enquiry; in a case without one, the details of the call that was booked last. */
function sentIn(enquiry: Enquiry | undefined, bookings: readonly Booking[]): CaseView['sent'] {
  if (enquiry) return { kind: 'enquiry', answers: answersOf(enquiry), plan: planOf(enquiry) };
  const [last] = bookings.toSorted((one, other) => +other.createdAt - +one.createdAt);
  return { kind: 'call', answers: last ? callAnswers(last) : [] };
}

async function enquirySaid(
  app: App,
  { id, byHand }: Case,
  { email, phone }: Enquiry,
): Promise<StateSaid> {
  const state = (await isAnswered(app.database, id)) ? 'enquiry-answered' : 'enquiry-saved';
  const quarantineDays = app.site.settings.retention['quarantine-days'];
  const about = { email, phone: phone && onOneLine(phone), byHand, quarantineDays };
  return { state, words: enquiryStateWords(state, about) };
}

const callSaid = ({ state, words, slot }: CallView): StateSaid => ({ state, words, slot });

/** A call as it is shown, and when it ended: by being cancelled, or by its time having passed. */
interface CallEnded {
  shown: CallView;
  endedAt: number;
}

/** What is so: the calls ahead or, without any, the call that ended last and the enquiry. */
function statesOf(calls: readonly CallEnded[], enquiry: StateSaid | undefined): StateSaid[] {
  const ahead = calls.filter(({ shown }) => isAhead(shown.state));
  if (ahead.length > 0) return ahead.map(({ shown }) => callSaid(shown));
  const last = calls.toSorted((one, other) => one.endedAt - other.endedAt).at(-1);
  return [...(last ? [callSaid(last.shown)] : []), ...(enquiry ? [enquiry] : [])];
}

/** Whether the last email to them went out, or is about to, and did not come back. */
export function hasArrived({ mail }: CaseHistory): boolean {
  const last = lastEmail(mail);
  if (last === undefined || last.withheldAt !== undefined) return false;
  return last.returnedAt === undefined && last.failedAt === undefined;
}

/** Where their email goes: the address of the enquiry or, without one, of the newest call that gives one. */
const addressOf = (enquiry: Enquiry | undefined, bookings: readonly Booking[]) =>
  enquiry?.email ?? bookings.findLast(({ email }) => email !== undefined)?.email;

/** What is said once to a person whose form replaced what it had sent. */
export const CORRECTED = 'You had sent this form before. What you sent now has replaced it.';

/** `/your-enquiry/{case}/`: what the enquirer sent, what has happened to it, and what they can do. */
export async function showYourEnquiry(c: WebContext, found: Case): Promise<Response> {
  const complaint = await readComplaint(c.var.app.database, found.id);
  return complaint ? showYourComplaint(c, found, complaint) : showEnquiry(c, found);
}

async function showEnquiry({ var: { app }, req }: WebContext, found: Case): Promise<Response> {
  const recorded = await enquiryOf(app, found.id);
  const bookings = await bookingsOfCase(app.database, found.id);
  const sent = sentIn(recorded?.enquiry, bookings);
  const taken = await takenAway(app);
  const history = await historyOf(app, found);
  const ended = bookings.map((booking) => ({
    shown: {
      ...callViewOf(app, { case: found, booking }, taken, {
        offered: wereOffered(history, booking),
      }),
      ...invitationOf(history, booking),
    },
    endedAt: +(booking.cancelledAt ?? booking.end),
  }));
  const calls = ended.map(({ shown }) => shown);
  const heading = headingOf(sent, calls);
  const path = pathOf(app, found);
  const enquiry = recorded && (await enquirySaid(app, found, recorded.enquiry));
  const now = app.now().getTime();
  const address = addressOf(recorded?.enquiry, bookings);
  const live = caseView({
    reference: found.reference,
    byHand: found.byHand,
    path,
    sent,
    states: statesOf(ended, enquiry),
    done: new URL(req.url).searchParams.get('done') === 'corrected' ? CORRECTED : undefined,
    calls,
    happenings: happeningsOf(history, bookings, now),
    withheld: lastEmail(history.mail)?.withheldAt !== undefined,
    linkSentTo: hasArrived(history) ? address : undefined,
    noEmail: address === undefined,
    settings: app.site.settings,
    now,
  });
  return page(app.site, 'message-page', { title: heading, heading, live });
}
