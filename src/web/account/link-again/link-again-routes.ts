import type { Config } from '@netlify/functions';
import { type LinkAgain, LinkAgainSchema } from '#domain/enquiry/link-again.ts';
import { sendLinkAgain } from '#services/cases/send-link-again.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { type Call, handler } from '../../http/handler.ts';
import { type PageInit, page } from '../../http/page-shell.ts';
import { takePost } from '../../http/post-form.ts';
import { answerHeld } from '../../http/quarantine-page.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import { errorSummary } from '../../views/form-view.ts';
import { type LinkAgainForm, linkAgainForm, linkAgainSent } from './link-again-view.ts';

const TITLE = 'Send me my link';

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function show({ app }: Call, form: LinkAgainForm, init?: PageInit): Promise<Response> {
  const filling = {
    title: form.faults.length > 0 ? `Error: ${TITLE}` : TITLE,
    heading: TITLE,
    above: errorSummary(form.faults),
    live: linkAgainForm(form),
  };
  return page(app.site, 'notice', filling, init);
}

const showForm = (call: Call) => {
  const { app, request } = call;
  const token = tokenForEmptyForm(request, app.environment.LINK_SECRET, app.now());
  return show(call, { faults: [], token }, { open: true });
};

const showFormAgain = (call: Call, typed: Fields, refusal: Refusal) => {
  const faults = faultsIn(refusal);
  return show(call, { email: textOf(typed['email']), faults }, refusal);
};

/** What is shown to somebody whose asking looks automatic. */
const onceMore = ({ email }: LinkAgain) => ({
  what: 'your request',
  answers: [['Email', email]] as const,
  action: '/your-enquiry/',
  button: 'Send me my link',
  kept: false,
});

const send = takePost<LinkAgain>(
  { schema: LinkAgainSchema, fromForm: (fields) => fields, formAgain: showFormAgain },
  async (call, post) => {
    if (post.automatic) return answerHeld(call, post, onceMore(post.value));
    await sendLinkAgain(call.app, post.value.email);
    deliverSoon(call);
    const title = 'Look in your email';
    const live = linkAgainSent(call.app.site.settings.line);
    return page(call.app.site, 'notice', { title, heading: title, live });
  },
);

/** `/your-enquiry/`: sends an enquirer's links to their address, and answers the same for every address. */
export default handler({ GET: showForm, POST: send });

export const config: Config = { path: ['/your-enquiry', '/your-enquiry/'] };
