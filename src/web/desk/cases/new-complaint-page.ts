import { receivedFault } from '#domain/complaints/received.ts';
import { type Done, flashPath } from '#domain/desk/flash-messages.ts';
import { type NewComplaint, NewComplaintSchema } from '#domain/desk/new-complaint.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { openComplaintAtDesk } from '#services/complaints/open-complaint.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { typedText } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { freshWord } from './action-form.ts';
import { newComplaintFaults, newComplaintView } from './new-complaint-view.ts';

const HEADING = 'Write down a complaint';

/** The form with what was typed, and what to fix above it, if anything. */
const showForm = (c: WebContext, typed: Fields, refusal?: Refusal): Promise<Response> => {
  const faults = refusal ? faultsIn(refusal) : [];
  const once = typedText(typed, 'once') ?? freshWord(c);
  const months = c.var.app.site.settings.retention['months-after-last-contact'];
  const filling = {
    title: refusal ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: newComplaintFaults(faults),
    live: newComplaintView({ typed, faults, once, months }),
  };
  return deskPage(c, filling, refusal);
};

const ROUTE: PostRoute<NewComplaint> = {
  schema: NewComplaintSchema,
  fromForm: (fields) => fields,
  faultsBeside: (c, { read: { received } }) => {
    if (received === undefined) return [];
    return [receivedFault(received, c.var.app.now().getTime()) ?? []].flat();
  },
  formAgain: showForm,
};

const DONE: Readonly<Record<NewComplaint['acknowledged'], Done>> = {
  email: 'complaint-opened-emailed',
  telephone: 'complaint-opened',
  letter: 'complaint-opened',
  later: 'complaint-opened',
};

async function save(c: DeskContext, value: NewComplaint): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  const fault = receivedFault(value.received, app.now().getTime());
  if (fault) return toFix([fault]);
  const { reference } = await openComplaintAtDesk(app, value, staff);
  deliverSoon(app, c.env.context);
  return seeOther(flashPath(reference, DONE[value.acknowledged]));
}

/** `/desk/cases/new-complaint/`: a complaint that came by telephone, by letter or otherwise, written down by staff. */
export const showNewComplaint = (c: DeskContext): Promise<Response> =>
  showForm(c, { received: isoDate(wallClockAt(c.var.app.now().getTime()).day) });

export const takeNewComplaint = keepTyped(
  ROUTE,
  withStaff(async (c) => postForm<NewComplaint>(ROUTE, (_, { value }) => save(c, value))(c)),
);
