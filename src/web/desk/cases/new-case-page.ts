import { flashPath } from '#domain/desk/flash-messages.ts';
import { followUpFault } from '#domain/desk/follow-up.ts';
import { type NewCase, NewCaseSchema } from '#domain/desk/new-case.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { answersForStaff } from '#domain/enquiry/answers.ts';
import { enquiryFromForm } from '#domain/enquiry/from-form.ts';
import { openCaseAtDesk, openedBefore } from '#services/desk/open-case.ts';
import { casesOfSamePerson, type SamePerson } from '#services/desk/same-person.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { orderedSummary, typedText } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { freshWord } from './action-form.ts';
import { followUpBeside } from './follow-up-field.ts';
import { newCaseView, samePersonView } from './new-case-view.ts';
import { THEIR_ORDER } from './their-enquiry-view.ts';

const HEADING = 'Write down a new case';

/** The fields in the order in which the form asks for them. */
const ORDER = [...THEIR_ORDER, 'told', 'next', 'followUp', 'mail'];

const monthsKept = ({ var: { app } }: WebContext) =>
  app.site.settings.retention['months-after-last-contact'];

/** The form with what was typed, and what to fix above it, if anything. */
const showForm = (c: WebContext, typed: Fields, refusal?: Refusal): Promise<Response> => {
  const faults = refusal ? faultsIn(refusal) : [];
  const once = typedText(typed, 'once') ?? freshWord(c);
  const filling = {
    title: refusal ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: orderedSummary(faults, ORDER),
    live: newCaseView({ typed, faults, once, months: monthsKept(c) }),
  };
  return deskPage(c, filling, refusal);
};

const showSamePerson = (
  c: WebContext,
  value: NewCase,
  { typed, known }: { typed: Fields; known: readonly SamePerson[] },
): Promise<Response> => {
  const answers = answersForStaff(value);
  const live = samePersonView({ typed, answers, known, now: c.var.app.now().getTime() });
  const heading = known.length === 1 ? 'There is a case like this' : 'There are cases like this';
  return deskPage(c, { heading, live });
};

const ROUTE: PostRoute<NewCase> = {
  schema: NewCaseSchema,
  fromForm: enquiryFromForm,
  faultsBeside: followUpBeside(),
  formAgain: showForm,
};

async function save(c: DeskContext, value: NewCase, typed: Fields): Promise<Response | Refusal> {
  const { app, staff } = c.var;
  if (value.change) return showForm(c, typed);
  const fault = followUpFault(value.followUp, app.now().getTime());
  if (fault) return toFix([fault]);
  const known = value.looked ? [] : await casesOfSamePerson(app, value);
  if (known.length > 0 && !(await openedBefore(app, value, staff))) {
    return showSamePerson(c, value, { typed, known });
  }
  const { reference } = await openCaseAtDesk(app, value, staff);
  return seeOther(
    value.mail ? `${deskCasePath(reference)}send-link/` : flashPath(reference, 'opened'),
  );
}

/** `/desk/cases/new/`: a case that staff write down while somebody talks; cases that may be theirs are shown before it is saved. */
export const showNewCase = (c: DeskContext): Promise<Response> => showForm(c, {});

export const takeNewCase = keepTyped(
  ROUTE,
  withStaff(async (c) =>
    postForm<NewCase>(ROUTE, (_, { value, typed }) => save(c, value, typed))(c),
  ),
);
