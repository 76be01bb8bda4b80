import { enquiryFaults, newEnquiryForm } from '#views/enquiry-form.ts';
import type { Call } from '../handler.ts';
import { faultsIn, type Refusal } from '../http/answer.ts';
import type { Fields } from '../http/body.ts';
import { page } from '../http/page.ts';
import { makeTimingToken } from '../timing-token.ts';

const TITLE = 'Tell us about your organisation';

/** The enquiry form, empty but for what a plan or a case brings along; private where it holds a key. */
export const showEnquiryForm = ({ app }: Call, typed: Fields): Promise<Response> => {
  const token = makeTimingToken(app.environment.LINK_SECRET, app.now());
  const live = newEnquiryForm({ typed, faults: [], token });
  return page(app.site, 'enquiry', { live }, { open: typed['case'] === undefined });
};

/** A key that opens nothing, or nothing to join, would stand in the way of every further try. */
const withoutLostCase = (typed: Fields, { status }: Refusal): Fields => {
  if (status !== 404 && status !== 409) return typed;
  const { case: _lost, ...rest } = typed;
  return rest;
};

/** The enquiry form sent back: what to mend above it, and everything typed still in it. */
export const showEnquiryFormAgain = (
  { app }: Call,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> => {
  const faults = faultsIn(refusal);
  const state = {
    typed: withoutLostCase(typed, refusal),
    faults,
    token: typeof typed['t'] === 'string' ? typed['t'] : undefined,
  };
  return page(
    app.site,
    'enquiry',
    { title: `Error: ${TITLE}`, above: enquiryFaults(state), live: newEnquiryForm(state) },
    refusal,
  );
};
