import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { clockOfComplaint, complaintClock } from '#domain/complaints/clock.ts';
import { COMPLAINT_ABOUT } from '#domain/complaints/complaint.ts';
import { counted } from '#domain/count-words.ts';
import { requestInWords, requestState, requestsInShort } from '#domain/desk/data-request.ts';
import type { OpenComplaint, QuarantinedCase } from '#domain/desk/digest.ts';
import { DATA_REQUESTS_PATH } from '#domain/desk/paths.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { Today } from '#services/desk/today.ts';
import type { Html } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { entry, list, MOST_SHOWN, nameLink, type Part, refOf, theRest } from './today-part.ts';

/** How pressing a complaint is, above the name it came from. */
const complaintEntry = (one: OpenComplaint, now: number): Html =>
  entry(
    nameLink(one),
    html`About: ${COMPLAINT_ABOUT[one.about].toLowerCase()}${one.phone === undefined ? '' : html`, ${callerLink(one.phone)}`}`,
    [clockOfComplaint(one, now), refOf(one)],
  );

const isLate = ({ receivedAt }: OpenComplaint, now: number) =>
  complaintClock(receivedAt, now).state === 'overdue';

/** How the line at the top counts complaints: those that are overdue are said. */
function complaintsInShort(all: readonly OpenComplaint[], now: number): string | undefined {
  if (all.length === 0) return undefined;
  const late = all.filter((one) => isLate(one, now)).length;
  return `${counted(all.length, 'complaint', 'complaints')}${late > 0 ? `, ${late} overdue` : ''}`;
}

export const complaints = ({ complaints: all, now }: Today): Part => ({
  id: 'complaints',
  heading: 'Complaints',
  short: complaintsInShort(all, now),
  pressing: true,
  body: html`<p>Each is to be answered within 30 days of the day it came. The oldest comes first. Note the outcome at the case, and it leaves this list.</p>
${list(all.map((one) => complaintEntry(one, now)))}`,
});

export function requests({ requests: all, now }: Today): Part {
  const { day: today } = wallClockAt(now);
  return {
    id: 'data-requests',
    heading: 'Data requests',
    short: all.length > 0 ? requestsInShort(all, today) : undefined,
    pressing: all.some(({ by }) => requestState(by, today) !== 'in time'),
    body: html`<p>Each is to be answered by the day that its note says after “Answer by”. Change the note once it is answered: write when and how after “Answered on, and how”, and it leaves this list. <a href="${DATA_REQUESTS_PATH}">What to do</a>.</p>
${list(all.map((one) => entry(nameLink(one), refOf(one), [requestInWords(one.by, today)])))}`,
  };
}

export const holds = ({ holds: all, now }: Today): Part => ({
  id: 'holds',
  heading: 'On hold, to look at again',
  short: all.length > 0 ? `${all.length} on hold to look at` : undefined,
  body: html`<p>The date that was set for them has come. They stay on hold until you take the hold off.</p>
${list(all.map((one) => entry(nameLink(one), refOf(one), [one.reason, `To be looked at again since ${dayInWords(one.lookAgain, wallClockAt(now).day)}.`])))}`,
});

/** What somebody sent that is in quarantine: the beginning of what they wrote, and the calls they asked for. */
function quarantinedWhat({ enquired, message, calls }: QuarantinedCase, now: number): Html {
  const asked = calls.map(
    (call) =>
      html`A ${CALL_NAMES[call.kind]} for ${callInWords(call, now)}${call.topic ? html`: “${call.topic}”` : ''}. `,
  );
  const wrote = enquired
    ? html`An enquiry${message ? html`: “${message}”` : ' without a message.'}`
    : html``;
  return html`${asked}${wrote}`;
}

export function quarantined({ quarantined: all, quarantineDays, now }: Today): Part {
  const shown = all.slice(0, MOST_SHOWN);
  const more = all.length - shown.length;
  return {
    id: 'quarantine',
    heading: 'In quarantine',
    short: all.length > 0 ? `${all.length} in quarantine` : undefined,
    body: html`<p>These looked automatic. No notice of them went out, and each is erased ${counted(quarantineDays, 'day', 'days')} after it came, unless it is on hold. If a person wrote one, release it at its case.</p>
${list(shown.map((one) => entry(nameLink(one), refOf(one), [quarantinedWhat(one, now), `Came on ${instantInWords(one.at, now)}.`])))}
${more > 0 ? theRest(more, 'quarantine') : ''}`,
  };
}
