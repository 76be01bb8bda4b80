import { type LinkAgain, LinkAgainSchema } from '#domain/enquiry/link-again.ts';
import {
  canSendLinks,
  LINK_AGAIN_MINUTES,
  sendLinkAgain,
} from '#services/cases/send-link-again.ts';
import { deliverLater } from '#services/notifications/deliver-soon.ts';
import { type PageInit, page } from '../../http/page-shell.ts';
import { postForm } from '../../http/post-form.ts';
import { answerQuarantined } from '../../http/quarantine-page.ts';
import { type Fields, textIn } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { type LinkAgainForm, linkAgainForm, linkAgainSent } from './link-again-view.ts';

const TITLE = 'Send me my link';

function show(
  { var: { app } }: WebContext,
  form: Omit<LinkAgainForm, 'line'>,
  init?: PageInit,
): Promise<Response> {
  const filling = {
    title: form.faults.length > 0 ? `Error: ${TITLE}` : TITLE,
    heading: TITLE,
    above: errorSummary(form.faults),
    live: linkAgainForm({ ...form, line: app.site.settings.line }),
  };
  return page(app.site, 'message-page', filling, init);
}

/** `/your-enquiry/`: sends an enquirer's links to their address, and answers the same for every address. */
export const showLinkForm = (c: WebContext) => {
  const { app } = c.var;
  const { req } = c;
  const token = tokenForEmptyForm(req.raw, app.environment.LINK_SECRET, app.now());
  return show(c, { faults: [], token }, { open: true });
};

const showLinkFormAgain = (c: WebContext, typed: Fields, refusal: Refusal) => {
  const faults = faultsIn(refusal);
  return show(c, { email: textIn(typed, 'email'), faults }, refusal);
};

/** What is shown to somebody whose asking looks automatic. */
const onceMore = ({ email }: LinkAgain) => ({
  what: 'your request',
  answers: [['Email', email]] as const,
  action: '/your-enquiry/',
  button: 'Send me my link',
  kept: false,
});

/**
 * The answer is made before the address is looked up, so that neither it nor the time it takes says who has written to
 * us. While nothing can be written, it says so of every address.
 */
export const sendLinks = postForm<LinkAgain>(
  { schema: LinkAgainSchema, fromForm: (fields) => fields, formAgain: showLinkFormAgain },
  async (c, post) => {
    if (post.automatic) return answerQuarantined(c, post, onceMore(post.value));
    await canSendLinks(c.var.app);
    const title = 'Check your email';
    const live = linkAgainSent(c.var.app.site.settings.line, LINK_AGAIN_MINUTES);
    const answer = await page(c.var.app.site, 'message-page', { title, heading: title, live });
    deliverLater(c.var.app, c.env.context, () => sendLinkAgain(c.var.app, post.value.email));
    return answer;
  },
);
