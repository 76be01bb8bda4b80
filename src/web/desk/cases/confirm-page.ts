import type * as z from 'zod';
import type { Case } from '#services/cases/case.ts';
import { postForm } from '../../http/post-form.ts';
import { type Refusal, seeOther, TITLES } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { notDoneView } from './confirm-view.ts';

/** Why something is not done, and where at the case it is put right, if anywhere. */
export type NotDone = Refusal & { way?: { act: string; words: string } };

/** How a page is called that says why something is not done: where it was only opened, nothing need have changed since. */
const titleOf = ({ req }: WebContext, { title, status }: Refusal) =>
  title ?? (req.method === 'GET' && status === 409 ? 'This cannot be done now' : TITLES[status]);

/** The page that says why nothing was done, with the way to put that right, and back to the case. */
export const showNotDone = (
  c: WebContext,
  { reference }: Pick<Case, 'reference'>,
  refusal: NotDone,
): Promise<Response> => {
  const heading = titleOf(c, refusal) ?? 'Nothing was done';
  return deskPage(c, { heading, live: notDoneView(refusal, reference) }, refusal);
};

/** A case that was erased between the page and the post. */
export const ERASED: Refusal = {
  status: 409,
  detail: 'This case has been erased meanwhile, so there is nothing left to do here.',
};

/** A case in quarantine, about which nothing else is done until it is released. */
export const QUARANTINED: NotDone = {
  status: 409,
  title: 'This case is in quarantine',
  detail: 'It looked automatic, so nothing is sent or booked for it. Release it first.',
  way: { act: 'release', words: 'Release it' },
};

/** A case on hold, which is kept and not used until the hold is taken off. */
export const ON_HOLD: NotDone = {
  status: 409,
  title: 'This case is on hold',
  detail: 'This case is on hold: it is kept, and not used. Take the hold off first.',
  way: { act: 'hold/end', words: 'Take the hold off' },
};

/** Takes the post of a page that asks whether to go on: `act` gives the address to go on to, or says why not. */
export const takeConfirmed = <Value>(
  c: DeskContext,
  found: Case,
  schema: z.ZodType<Value>,
  act: (value: Value) => Promise<string | Refusal>,
): Promise<Response> =>
  postForm<Value>(
    {
      schema,
      mayBeEmpty: true,
      fromForm: (fields) => fields,
      formAgain: (again, _typed, refusal) => showNotDone(again, found, refusal),
    },
    async (_, { value }) => {
      const outcome = await act(value);
      return typeof outcome === 'string' ? seeOther(outcome) : outcome;
    },
  )(c);
