import { html } from 'hono/html';
import type { Settings } from '#domain/settings/settings.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { SEEN_FIELD } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import { enquiryFaults, enquiryForm } from '../../public/enquiry/enquiry-form-view.ts';
import type { Html } from '../../views/form-view.ts';
import { privacyNoticeView } from '../../views/privacy-notice-view.ts';
import { type CaseView, whatWasKept } from './your-enquiry-view.ts';

/** Whether its person sent what is corrected, or we wrote it down. */
type Kept = Pick<CaseView, 'byHand'>;

const titleOf = ({ byHand }: Kept) => `Correct what ${whatWasKept({ byHand })}`;

const use = (settings: Settings, seen: unknown) => ({
  ...(typeof seen === 'string' && { seen }),
  button: 'Save the correction',
  privacyNotice: privacyNoticeView(settings, 'enquiry'),
});

/** The enquiry as it stands, in its form; what was seen of it goes along. */
export const showCorrection = (
  { var: { app } }: WebContext,
  kept: Kept,
  typed: Fields,
): Promise<Response> =>
  page(app.site, 'message-page', {
    title: titleOf(kept),
    heading: titleOf(kept),
    live: enquiryForm({ typed, faults: [] }, use(app.site.settings, typed[SEEN_FIELD])),
  });

/** The correction sent back: what to fix above it, `first` if anything, and everything typed still in it. */
export function showCorrectionAgain(
  { var: { app } }: WebContext,
  kept: Kept,
  typed: Fields,
  refusal: Refusal,
  first: Html = html``,
): Promise<Response> {
  const faults = faultsIn(refusal);
  const state = { typed, faults };
  const filling = {
    title: `Error: ${titleOf(kept)}`,
    heading: titleOf(kept),
    above: enquiryFaults(state),
    live: html`${first}${enquiryForm(state, use(app.site.settings, typed[SEEN_FIELD]))}`,
  };
  return page(app.site, 'message-page', filling, refusal);
}
