import type * as z from 'zod';
import type { Case } from '#services/cases/case.ts';
import type { Call } from '../../http/handler.ts';
import { keepTyped, takePost } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import { errorSummary, type Html } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskCall } from '../with-staff.ts';
import type { ActForm } from './actions-view.ts';
import { withDeskCase } from './with-desk-case.ts';

/** The form of one act: what its page is called, and how it looks. */
interface ActPage {
  heading: string;
  form(state: ActForm): Html;
}

/** As the address has it; a page that comes back while the database is away knows no more. */
const referenceOf = ({ context }: Call) => context.params['reference'] ?? '';

/** A word no other showing of a form carries. */
export const freshWord = (call: Call) =>
  Buffer.from(call.app.randomBytes(12)).toString('base64url');

/** The form of an act, empty. */
export const showAct = (call: Call, { heading, form }: ActPage): Promise<Response> => {
  const state = { reference: referenceOf(call), typed: {}, faults: [], once: freshWord(call) };
  return deskPage(call, { heading, live: form(state) });
};

/** The form of an act sent back: what to mend above it, and everything typed still in it. */
const showActAgain =
  ({ heading, form }: ActPage) =>
  (call: Call, typed: Fields, refusal: Refusal): Promise<Response> => {
    const faults = faultsIn(refusal);
    const once = typeof typed['once'] === 'string' ? typed['once'] : undefined;
    const live = form({ reference: referenceOf(call), typed, faults, once });
    return deskPage(
      call,
      { title: `Error: ${heading}`, heading, above: errorSummary(faults), live },
      refusal,
    );
  };

/** A case that was erased between one page and the next. */
const erased = (status: 404 | 409): Refusal => ({
  status,
  detail: 'This case has been erased meanwhile, so nothing was done. Copy what you still need.',
});

/**
 * Takes the post of an act, for staff alone: `act` gives the address to go on to, says what to fix first, or
 * gives nothing where the case was erased. Whenever it is not done, everything typed is shown again, with why.
 */
export const takeAct = <Value>(
  page: ActPage,
  schema: z.ZodType<Value>,
  act: (call: DeskCall, found: Case, value: Value) => Promise<string | Refusal | undefined>,
) => {
  const route = { schema, fromForm: (fields: Fields) => fields, formAgain: showActAgain(page) };
  const take = (call: DeskCall, found: Case) =>
    takePost<Value>(route, async (_, { value }) => {
      const onward = await act(call, found, value);
      if (onward === undefined) return erased(409);
      return typeof onward === 'string' ? seeOther(onward) : onward;
    })(call);
  return keepTyped(
    route,
    withDeskCase(
      take,
      takePost<Value>(route, async () => erased(404)),
    ),
  );
};
