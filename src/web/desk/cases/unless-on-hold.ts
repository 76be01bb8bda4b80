import type { Case } from '#services/cases/case.ts';
import { isOnHold } from '#services/desk/hold.ts';
import type { DeskContext } from '../with-staff.ts';
import { ON_HOLD, showNotDone } from './confirm-page.ts';

/** A response that uses a case: while the case is on hold, staff are told so, and nothing is done. */
export const unlessOnHold =
  <Rest extends unknown[]>(
    respond: (c: DeskContext, found: Case, ...rest: Rest) => Promise<Response>,
  ) =>
  async (c: DeskContext, found: Case, ...rest: Rest): Promise<Response> =>
    (await isOnHold(c.var.app.database, found.id))
      ? showNotDone(c, found, ON_HOLD)
      : respond(c, found, ...rest);
