import type { Call } from '../../http/handler.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { enquiryFaults, enquiryForm } from '../../public/enquiry/enquiry-form-view.ts';

const TITLE = 'Correct what you sent';
const USE = { button: 'Save the correction' };

/** The enquiry as it stands, in its form. */
export const showCorrection = ({ app }: Call, typed: Fields): Promise<Response> =>
  page(app.site, 'notice', {
    title: TITLE,
    heading: TITLE,
    live: enquiryForm({ typed, faults: [] }, USE),
  });

/** The correction sent back: what to mend above it, and everything typed still in it. */
export function showCorrectionAgain(
  { app }: Call,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> {
  const faults = faultsIn(refusal);
  const state = { typed, faults };
  const filling = {
    title: `Error: ${TITLE}`,
    heading: TITLE,
    above: enquiryFaults(state),
    live: enquiryForm(state, USE),
  };
  return page(app.site, 'notice', filling, refusal);
}
