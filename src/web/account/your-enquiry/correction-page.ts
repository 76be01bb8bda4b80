import type { Settings } from '#domain/settings/settings.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { enquiryFaults, enquiryForm } from '../../public/enquiry/enquiry-form-view.ts';
import { privacyNoticeView } from '../../views/privacy-notice-view.ts';

const TITLE = 'Correct what you sent';
const use = (settings: Settings) => ({
  button: 'Save the correction',
  privacyNotice: privacyNoticeView(settings, 'enquiry'),
});

/** The enquiry as it stands, in its form. */
export const showCorrection = ({ var: { app } }: WebContext, typed: Fields): Promise<Response> =>
  page(app.site, 'message-page', {
    title: TITLE,
    heading: TITLE,
    live: enquiryForm({ typed, faults: [] }, use(app.site.settings)),
  });

/** The correction sent back: what to fix above it, and everything typed still in it. */
export function showCorrectionAgain(
  { var: { app } }: WebContext,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> {
  const faults = faultsIn(refusal);
  const state = { typed, faults };
  const filling = {
    title: `Error: ${TITLE}`,
    heading: TITLE,
    above: enquiryFaults(state),
    live: enquiryForm(state, use(app.site.settings)),
  };
  return page(app.site, 'message-page', filling, refusal);
}
