import { formIdOf, newFormId } from '../../http/form-id.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import type { WebContext } from '../../http/web-app.ts';
import { enquiryFaults, newEnquiryForm } from './enquiry-form-view.ts';

const TITLE = 'Tell us about your organisation';

/** The enquiry form, empty but for what a plan or a case brings along; private where it holds a key. */
export const showEnquiryForm = (
  { var: { app }, req }: WebContext,
  typed: Fields,
): Promise<Response> => {
  const open = typed['case'] === undefined;
  const token = open
    ? tokenForEmptyForm(req.raw, app.environment.LINK_SECRET, app.now())
    : undefined;
  const live = newEnquiryForm(
    { typed, faults: [], form: newFormId(app), token },
    app.site.settings,
  );
  return page(app.site, 'enquiry', { live }, { open });
};

/** A key that opens nothing, or nothing to join, would stand in the way of every further try. */
const withoutLostCase = (typed: Fields, { status }: Refusal): Fields => {
  if (status !== 404 && status !== 409) return typed;
  const { case: _lost, ...rest } = typed;
  return rest;
};

/** The enquiry form sent back: what to fix above it, and everything typed still in it. It is not judged by its age. */
export const showEnquiryFormAgain = (
  { var: { app } }: WebContext,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> => {
  const faults = faultsIn(refusal);
  const state = { typed: withoutLostCase(typed, refusal), faults, form: formIdOf(app, typed) };
  return page(
    app.site,
    'enquiry',
    {
      title: `Error: ${TITLE}`,
      above: enquiryFaults(state),
      live: newEnquiryForm(state, app.site.settings),
    },
    refusal,
  );
};
