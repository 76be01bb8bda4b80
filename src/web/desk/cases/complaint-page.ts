import {
  ComplaintReopeningSchema,
  type ComplaintStep,
  ComplaintStepSchema,
} from '#domain/desk/complaint-actions.ts';
import { type Done, flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { findComplaint } from '#services/complaints/complaint.ts';
import { reopenComplaint, takeComplaintStep } from '#services/complaints/complaint-steps.ts';
import { readFollowUpDates } from '#services/desk/follow-up.ts';
import { deliverSoon } from '#services/notifications/deliver-soon.ts';
import type { Fields } from '../../http/request-body.ts';
import { toFix } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { freshWord, showAct, takeAct } from './action-form.ts';
import { complaintStepForm, reopenComplaintView } from './complaint-view.ts';
import { ERASED, type NotDone, QUARANTINED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { dateMeanwhileInWords, showDateMeanwhile } from './date-meanwhile.ts';
import { withDates } from './follow-up-field.ts';

const PAGE = {
  heading: 'Progress or outcome of the complaint',
  form: withDates(complaintStepForm),
};

/** Another case, of which there is no complaint to go on with. */
export const NO_COMPLAINT = { status: 409, detail: 'This case is no complaint.' } as const;

const NO_EMAIL = 'They gave no email address. Tell them another way, and say so here';

/** Somebody told them the outcome, perhaps while this was typed. */
const ENDED: NotDone = {
  status: 409,
  detail:
    'They have been told the outcome already, and the complaint is closed: nothing was written or sent. Open it again first if there is more to tell them, or keep what you typed as a note.',
  way: { act: 'complaint/reopen', words: 'Open the complaint again' },
};

/** They cannot be emailed. */
export const NO_ADDRESS = toFix([{ field: 'told', message: NO_EMAIL }]);

/** What was just done, by what was written down and how they were told. */
const doneOf = ({ step, told }: ComplaintStep): Done => {
  if (told === 'nobody') return 'complaint-noted';
  if (told === 'email') return 'complaint-emailed';
  return step === 'outcome' ? 'complaint-ended' : 'complaint-told';
};

async function save(c: DeskContext, found: Case, step: ComplaintStep, posted: Fields) {
  const { app, staff } = c.var;
  const came = await takeComplaintStep(app, found, step, staff);
  if (came === 'in quarantine') return QUARANTINED;
  if (came === 'no complaint') return NO_COMPLAINT;
  if (came === 'ended') return ENDED;
  if (came === 'no address') return NO_ADDRESS;
  if (came === 'gone') return undefined;
  if (came === 'meanwhile') {
    return showDateMeanwhile(c, found, { page: PAGE, button: 'Save', ends: true, posted });
  }
  deliverSoon(app, c.env.context);
  return flashPath(found.reference, doneOf(step));
}

/** `/desk/cases/{reference}/complaint/`: how far a complaint has got, or its outcome, and how its person is told. */
export async function showComplaintStep(c: DeskContext, found: Case): Promise<Response> {
  if (found.quarantinedAt) return showNotDone(c, found, QUARANTINED);
  const complaint = await findComplaint(c.var.app.database, found.id);
  if (!complaint) return showNotDone(c, found, NO_COMPLAINT);
  return complaint.endedAt ? showNotDone(c, found, ENDED) : showAct(c, PAGE);
}

export const takeComplaint = takeAct(PAGE, ComplaintStepSchema, save);

const OPEN_ALREADY = { status: 409, detail: 'This complaint is open.' } as const;

/** `/desk/cases/{reference}/complaint/reopen/`: a complaint whose outcome was told is looked into again. */
export async function showReopenComplaint(c: DeskContext, found: Case): Promise<Response> {
  const complaint = await findComplaint(c.var.app.database, found.id);
  if (!complaint) return showNotDone(c, found, NO_COMPLAINT);
  if (!complaint.endedAt) return showNotDone(c, found, OPEN_ALREADY);
  const dates = await readFollowUpDates(c.var.app, found);
  const live = reopenComplaintView(found.reference, freshWord(c), dates);
  return deskPage(c, { heading: 'Open the complaint again?', live });
}

/** Another date was set meanwhile, which would end unseen; the way goes to the page that names it. */
async function notReopened(
  c: DeskContext,
  found: Case,
  seen: string | undefined,
): Promise<NotDone> {
  const undone = 'the complaint was not opened again';
  const detail = await dateMeanwhileInWords(c, found, { seen, undone });
  const way = { act: 'complaint/reopen', words: 'Open the complaint again' };
  return { status: 409, detail, way };
}

export const takeReopenComplaint = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, ComplaintReopeningSchema, async (given) => {
    const { app, staff } = c.var;
    const complaint = await findComplaint(app.database, found.id);
    if (!complaint) return NO_COMPLAINT;
    const came = await reopenComplaint(app, found, { ...given, staff });
    if (came === 'gone') return ERASED;
    if (came === 'already') return OPEN_ALREADY;
    return came === 'done'
      ? flashPath(found.reference, 'complaint-reopened')
      : notReopened(c, found, given.seen);
  });
