import { enquiryFaults, newEnquiryForm } from '#views/enquiry-form.ts';
import type { Call } from '../handler.ts';
import { faultsIn, type Refusal } from '../http/answer.ts';
import type { Fields } from '../http/body.ts';
import { page } from '../http/page.ts';
import { makeTimingToken } from '../timing-token.ts';

const TITLE = 'Tell us about your organisation';

/** The enquiry form, empty but for what a plan brings along; private where the address holds a key. */
export const showEnquiryForm = ({ app, request }: Call, typed: Fields): Promise<Response> => {
  const open = !new URL(request.url).searchParams.has('case');
  const token = makeTimingToken(app.environment.LINK_SECRET, app.now());
  const live = newEnquiryForm({ typed, faults: [], token });
  return page(app.site, 'enquiry', { live }, { open });
};

/** The enquiry form sent back: what to mend above it, and everything typed still in it. */
export const showEnquiryFormAgain = (
  { app }: Call,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> => {
  const faults = faultsIn(refusal);
  const state = { typed, faults, token: typeof typed['t'] === 'string' ? typed['t'] : undefined };
  return page(
    app.site,
    'enquiry',
    { title: `Error: ${TITLE}`, above: enquiryFaults(state), live: newEnquiryForm(state) },
    refusal,
  );
};
