import { html } from 'hono/html';
import { DECLINING } from '#domain/booking/words.ts';
import { isAhead, isChangeable } from '#domain/cases/state-words.ts';
import type { Html } from '../../views/form-view.ts';
import { phoneLink } from '../../views/message-page-view.ts';
import { withTime } from '../../views/times-view.ts';
import { type CallView, calendarsFollow } from '../calls-view.ts';
import { referenceLine, ringWithReference } from '../your-enquiry/your-enquiry-view.ts';

/** One call, and whom to ring about it: its page shows nothing else of anybody. */
export interface YourCall extends Omit<CallView, 'addLinks'> {
  reference: string;
  /** The number of the line, and its hours as "Monday to Friday, 9am to 6pm". */
  phoneOfLine: string;
  hours: string;
  /** The whole days ahead on which it is closed, as "Closed Friday 25 December"; empty when there are none. */
  closed: string;
  /** The instant it is, in milliseconds. */
  now: number;
}

const changes = ({ path, invitation }: YourCall): Html => html`
<ul class="onward"><li><a href="${path}reschedule/">Choose another time</a></li><li><a href="${path}cancel/">Cancel the call</a></li></ul>
<p>${invitation === 'no address' ? '' : `${DECLINING.enquirer} `}${calendarsFollow({ invitation })}</p>`;

const another = ({ state, kind }: YourCall): Html =>
  isAhead(state)
    ? html``
    : html`<ul class="onward"><li><a href="/${kind}/">Choose a time for another call</a></li></ul>`;

/** Where a person finds what they told us: a link was sent to everybody who gave an address. */
const whereTheRestIs = ({ invitation, phoneOfLine }: YourCall): Html =>
  invitation === 'no address'
    ? html`What you told us is on your own page. If you have lost its address, ${ringWithReference({ phone: phoneOfLine })}`
    : html`What you told us is behind the link in our emails; we can <a href="/your-enquiry/">send you that link again</a>.`;

/** The page that a calendar entry leads to: when the call is, what happens then, and how to move or cancel it. */
export const yourCallView = (call: YourCall): Html => html`
<p class="lede" data-state="${call.state}">${withTime(call.words.happened, call.slot, call.now)}</p>
<div class="call">
  <p>${call.words.next}</p>
  ${isChangeable(call.state) ? changes(call) : another(call)}
</div>
${referenceLine(call.reference)}
<p>This page shows this one call and nothing else, because calendars are shared. ${whereTheRestIs(call)}</p>
<p>If you would rather talk, ring ${phoneLink(call.phoneOfLine)}, ${call.hours} (UK time). ${call.closed && `${call.closed}. `}Through Relay UK, dial 18001 before the number.</p>`;
