import { html } from 'hono/html';
import type { ComplaintAbout } from '#domain/complaints/complaint.ts';
import { ICO } from '#domain/complaints/words.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Html } from '../../views/form-view.ts';
import { phoneLink } from '../../views/message-page-view.ts';
import {
  answersList,
  type CaseView,
  comeBack,
  type Happening,
  happeningsList,
  referenceLine,
  whatWasKept,
} from './your-enquiry-view.ts';

/** What a person sees of their own complaint. */
interface ComplaintView
  extends Pick<CaseView, 'reference' | 'byHand' | 'path' | 'done' | 'noEmail'> {
  about: ComplaintAbout;
  answers: CaseView['sent']['answers'];
  /** When it came, and what happens to it. */
  next: string;
  /** They were told the outcome. */
  ended: boolean;
  happenings: readonly Happening[];
  linkSentTo: CaseView['linkSentTo'];
  withheld: boolean;
  settings: Pick<Settings, 'line'>;
}

const regulator = ({ about, ended }: ComplaintView): Html =>
  about === 'data'
    ? html`<p>If you are not satisfied with our answer${ended ? '' : ', or hear nothing from us in time'}, you can <a href="${ICO.address}">complain to the ICO</a>, the regulator, or ring it on ${phoneLink(ICO.phone)}.</p>`
    : html``;

/** The page of a complaint: that we have it, the reference, what happens next, what was sent, what has happened. */
export const yourComplaintView = (view: ComplaintView): Html => html`
${view.done === undefined ? '' : html`<p class="notice-box" role="status">${view.done}</p>`}
<p class="lede" data-state="${view.ended ? 'complaint-ended' : 'complaint-saved'}">${view.ended ? 'We have told you the outcome of your complaint.' : 'We have your complaint. Thank you for telling us.'}</p>
${referenceLine(view.reference)}
<h2>What happens next</h2>
<p>${view.ended ? 'If there is more to say about it, write to us or ring us, and give your reference.' : view.next}</p>
${regulator(view)}
${comeBack(view, `Anyone who has its address can see what ${whatWasKept(view)}, and ${view.byHand ? 'erase' : 'withdraw'} it.`)}
<h2>What ${whatWasKept(view)}</h2>
${answersList(view.answers)}
<p class="off-paper">To add something, or to put it right, ${view.noEmail ? '' : 'reply to our email or '}ring us, and give your reference.</p>
${happeningsList(view.happenings)}
<h2 class="off-paper">If you change your mind</h2>
<p class="off-paper">We keep your complaint at least until you have had the outcome. You can ${view.byHand ? 'have it erased at any time' : 'withdraw it at any time, and everything you sent is erased'}.</p>
<p class="off-paper"><a href="${view.path}withdraw/">${view.byHand ? 'Erase it' : 'Withdraw and erase your complaint'}</a></p>`;
