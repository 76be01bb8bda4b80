import { html } from 'hono/html';
import { LINK_MINUTES, PROOF_MINUTES } from '#domain/desk/sign-in.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { passkeyButton, passkeyScript } from './passkey-view.ts';

/** What somebody is asked who signed in longer ago than is enough. `isPost`: they had pressed a button, and nothing was done. */
export interface ProofView {
  staff: string;
  onward: string;
  isPost: boolean;
  hasPasskey: boolean;
  /** A link by email is proof, too. */
  byEmail: boolean;
}

const linkForm = (staff: string, onward: string, look: string): Html => html`
<form method="post" action="/desk/sign-in/">
  ${hidden('email', staff)}
  ${hidden('onward', onward)}
  <p class="actions"><button class="${look}">Send me a link by email</button></p>
</form>
<p class="hint">The link goes to ${staff}, works once, for ${LINK_MINUTES} minutes, and leads back here. Until you open it nothing changes.</p>`;

/** Asks for proof again: a passkey, or a link by email, as signing in does. */
export const proofView = ({ staff, onward, isPost, hasPasskey, byEmail }: ProofView): Html => html`
${isPost ? html`<p class="notice-box" role="status">Nothing was done: you signed in more than ${PROOF_MINUTES} minutes ago.</p>` : ''}
<p class="lede">This takes personal data away, joins or erases it, or changes how and where you are signed in, so we ask once more. You signed in more than ${PROOF_MINUTES} minutes ago.</p>
${hasPasskey ? html`${passkeyButton('Use your passkey', onward)}` : ''}
${byEmail ? linkForm(staff, onward, hasPasskey ? 'button quiet' : 'button') : ''}
${hasPasskey ? passkeyScript : ''}`;
