import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { emailPreview } from '../offers/email-preview-view.ts';
import { doOrNot } from './actions-view.ts';

/** The email with their link, before it is sent. */
export interface SendLinkView {
  reference: string;
  words: EmailWords;
  to: string;
  siteName: string;
  once: string;
}

/** The email as it will be sent, and the button that sends it. */
export const sendLinkView = ({ reference, words, to, siteName, once }: SendLinkView): Html => html`
<p class="lede">You are about to send this email to ${to}.</p>
${emailPreview(words, to, siteName)}
<p class="case-means">With the link they can read what we have from them, correct it, book calls and erase it. The timeline says that you sent it.</p>
<form method="post" action="${deskCasePath(reference)}send-link/">
  ${hidden('to', to)}${hidden('once', once)}
  ${doOrNot(reference, 'Send the email')}
</form>`;
