import type { Config } from '@netlify/functions';
import { type LinkAgain, LinkAgainSchema } from '#domain/enquiry/link-again.ts';
import { errorSummary } from '#views/form.ts';
import { type LinkAgainForm, linkAgainForm, linkAgainSent } from '#views/link-again.ts';
import { sendLinkAgain } from '../lib/cases/link-again.ts';
import { deliverSoon } from '../lib/delivery/deliver-soon.ts';
import { type Call, handler } from '../lib/handler.ts';
import { takePost } from '../lib/http/accept-post.ts';
import { faultsIn, type Refusal } from '../lib/http/answer.ts';
import type { Fields } from '../lib/http/body.ts';
import { answerHeld } from '../lib/http/held-page.ts';
import { type PageInit, page } from '../lib/http/page.ts';
import { tokenForEmptyForm } from '../lib/timing-token.ts';

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
