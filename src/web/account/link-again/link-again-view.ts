import { html } from 'hono/html';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import type { Line } from '#domain/settings/line.ts';
import { lengthInWords } from '#domain/time/words.ts';
import { formMarks, type Html, textField, trap } from '../../views/form-view.ts';
import { phoneLink } from '../../views/message-page-view.ts';
import { ringWithReference } from '../your-enquiry/your-enquiry-view.ts';

/** What stands in the form that asks for a link again. */
export interface LinkAgainForm {
  email?: string | undefined;
  faults: readonly Fault[];
  line: Pick<Line, 'phone'>;
  /** When it was shown, where that is to be judged by. */
  token?: string | undefined;
}

/** Asks for the address an enquirer wrote from; the link goes there and nowhere else. */
export const linkAgainForm = ({ email, faults, token, line }: LinkAgainForm): Html => html`
<p class="lede">If you have lost the link to your enquiry or call, we can send it again.</p>
<form method="post" action="/your-enquiry/" novalidate>
  ${textField({ name: 'email', value: email, fault: faultOf(faults, 'email'), label: 'Your email address', hint: 'The one you gave when you wrote to us or booked a call.', takes: FIELDS.email, required: true })}
  ${trap()}
  ${formMarks({ form: undefined, token })}
  <p class="actions"><button class="button">Send me my link</button></p>
</form>
<p>If you gave no email address, ${ringWithReference(line)}</p>`;

/**
 * The answer, whether or not anything was sent: it must tell nobody who has written to us, and be so of every address,
 * one that has asked within the last `again` minutes too.
 */
export const linkAgainSent = ({ phone }: Pick<Line, 'phone'>, again: number): Html => html`
<p class="lede">If you have written to us or booked a call with that address, the link is on its way to it, unless we sent it in the last ${lengthInWords(again)} or the address has had as many emails from us as we send in an hour or a day.</p>
<p>If you have asked before, look for the first email, in your junk mail too. You may have given us another address, or what you sent may have been erased. You can also ring us on ${phoneLink(phone)} with your name or reference.</p>`;
