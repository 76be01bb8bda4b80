import { formIdOf, newFormId } from '../../http/form-id.ts';
import { page } from '../../http/page-shell.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal } from '../../http/responses.ts';
import { tokenForEmptyForm } from '../../http/timing-token.ts';
import type { WebContext } from '../../http/web-app.ts';
import { complaintFaults, complaintForm } from './complaint-form-view.ts';

const TITLE = 'Make a complaint';

/** `/complaint/`: the form for a complaint about how we handle data, or about the service. */
export const showComplaint = ({ var: { app }, req }: WebContext): Promise<Response> => {
  const token = tokenForEmptyForm(req.raw, app.environment.LINK_SECRET, app.now());
  const live = complaintForm(
    { typed: {}, faults: [], form: newFormId(app), token },
    app.site.settings,
  );
  return page(app.site, 'complaint', { live }, { open: true });
};

/** The form sent back: what to fix above it, and everything typed still in it. It is not judged by its age. */
export const showComplaintAgain = (
  { var: { app } }: WebContext,
  typed: Fields,
  refusal: Refusal,
): Promise<Response> => {
  const state = { typed, faults: faultsIn(refusal), form: formIdOf(app, typed) };
  return page(
    app.site,
    'complaint',
    {
      title: `Error: ${TITLE}`,
      above: complaintFaults(state),
      live: complaintForm(state, app.site.settings),
    },
    refusal,
  );
};
