import { html } from 'hono/html';
import type { App } from '#services/app.ts';
import { bookAnother } from '../../account/calls-view.ts';
import { formIdOf, newFormId } from '../../http/form-id.ts';
import { type Filling, type PageInit, page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import type { WebContext } from '../../http/web-app.ts';
import { casePathOf, joinedKey, joinsView } from '../joined-case.ts';
import { type EnquiryFormState, enquiryFaults, newEnquiryForm } from './enquiry-form-view.ts';

const TITLE = 'Tell us about your organisation';

/** The form on its public page; one that joins a case on a page of its own, whose ways to talk join that case too. */
function showForm(
  { site }: Pick<App, 'site'>,
  state: EnquiryFormState,
  filling: Filling,
  init: PageInit,
): Promise<Response> {
  const form = newEnquiryForm(state, site.settings);
  const joins = joinedKey(state.typed);
  if (joins === undefined) return page(site, 'enquiry', { ...filling, live: form }, init);
  const casePath = casePathOf(joins);
  const live = html`${joinsView('What you send here', casePath)}${form}
<h2>If you would rather talk</h2>
${bookAnother(casePath, site.settings)}`;
  return page(site, 'message-page', { title: TITLE, heading: TITLE, ...filling, live }, init);
}

/** The enquiry form, empty but for what a plan or a case brings along; private where it holds a key. */
export const showEnquiryForm = (
  { var: { app }, req }: WebContext,
  typed: Fields,
): Promise<Response> => {
  const open = typed['case'] === undefined;
  const token = open
    ? tokenForEmptyForm(req.raw, app.environment.LINK_SECRET, app.now())
    : undefined;
  return showForm(app, { typed, faults: [], form: newFormId(app), token }, {}, { open });
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
  return showForm(app, state, { title: `Error: ${TITLE}`, above: enquiryFaults(state) }, refusal);
};
