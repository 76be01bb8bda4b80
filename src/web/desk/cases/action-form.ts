import { html } from 'hono/html';
import type * as z from 'zod';
import type { Case } from '#services/cases/case.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { type Html, orderedSummary } from '../../views/form-view.ts';
import type { meanwhileForm } from '../../views/meanwhile-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import type { ActForm } from './actions-view.ts';
import { withDeskCase } from './with-desk-case.ts';

/** The form of one act: what its page is called, and how it looks; it is shown again while the database is away. */
export interface ActPage {
  heading: string;
  form(state: ActForm, c: WebContext): Html | Promise<Html>;
  /** Its fields in order, where what is judged last is not asked for last. */
  order?: readonly string[];
}

/** As the address has it; a page that comes back while the database is away knows no more. */
const referenceOf = ({ req }: WebContext) => req.param('reference') ?? '';

/** A word no other showing of a form carries. */
export const freshWord = (c: WebContext) =>
  Buffer.from(c.var.app.randomBytes(12)).toString('base64url');

/** The form of an act, empty but for what is so already. */
export const showAct = async (
  c: WebContext,
  { heading, form }: ActPage,
  typed: ActForm['typed'] = {},
): Promise<Response> => {
  const state = { reference: referenceOf(c), typed, faults: [], once: freshWord(c) };
  return deskPage(c, { heading, live: await form(state, c) });
};

/** The form of an act sent back: what to fix above it, and everything typed still in it. */
export const showActAgain =
  ({ heading, form, order = [] }: ActPage) =>
  async (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> => {
    const faults = faultsIn(refusal);
    const once = typeof typed['once'] === 'string' ? typed['once'] : undefined;
    const live = await form({ reference: referenceOf(c), typed, faults, once }, c);
    return deskPage(
      c,
      { title: `Error: ${heading}`, heading, above: orderedSummary(faults, order), live },
      refusal,
    );
  };

/** The same after somebody changed meanwhile what the form changes: first what that was; `kept` are fields of the form itself. */
export const showActMeanwhile =
  ({ heading, form }: ActPage) =>
  (c: WebContext, kept: Fields, { typed, first, refusal }: ReturnType<typeof meanwhileForm>) => {
    const after = async (state: ActForm) => html`${first}${await form(state, c)}`;
    return showActAgain({ heading, form: after })(c, { ...typed, ...kept }, refusal);
  };

/** A case that was erased between one page and the next. */
const erased = (status: 404 | 409): Refusal => ({
  status,
  detail: 'This case has been erased meanwhile, so nothing was done. Copy what you still need.',
});

/**
 * Takes the post of an act, for staff alone: `act` gives the address to go on to or a page of its own, says what to fix
 * first, or gives nothing where the case was erased. Whenever it is not done, everything typed is shown again, with why.
 * `reading` is how its fields are read, where that is more than the schema says.
 */
export const takeAct = <Value>(
  page: ActPage,
  schema: z.ZodType<Value>,
  act: (
    c: DeskContext,
    found: Case,
    value: Value,
    typed: Fields,
  ) => Promise<string | Refusal | Response | undefined>,
  reading: Partial<Pick<PostRoute<Value>, 'fromForm' | 'faultsBeside'>> = {},
) => {
  const route: PostRoute<Value> = {
    schema,
    fromForm: (fields) => fields,
    ...reading,
    formAgain: showActAgain(page),
  };
  const take = (c: DeskContext, found: Case) =>
    postForm<Value>(route, async (_, { value, typed }) => {
      const onward = await act(c, found, value, typed);
      if (onward === undefined) return erased(409);
      return typeof onward === 'string' ? seeOther(onward) : onward;
    })(c);
  return keepTyped(
    route,
    withDeskCase(
      take,
      postForm<Value>(route, async () => erased(404)),
    ),
  );
};
