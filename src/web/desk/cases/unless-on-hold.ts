import type { Next } from 'hono';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { readReference } from '#domain/reference.ts';
import { findCaseByReference } from '#services/cases/case.ts';
import { isOnHold } from '#services/desk/hold.ts';
import type { WebContext } from '../../http/web-app.ts';
import { ON_HOLD, showNotDone } from './confirm-page.ts';
import { withDeskCase } from './with-desk-case.ts';

/** The case of an address, if it is on hold; while the database is away, whoever answers says so. */
async function isHeld({ var: { app }, req }: WebContext): Promise<boolean> {
  const reference = readReference(req.param('reference') ?? '');
  try {
    const found = reference && (await findCaseByReference(app.database, reference));
    return found ? await isOnHold(app.database, found.id) : false;
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return false;
    throw error;
  }
}

const showOnHold = withDeskCase((c, found) => showNotDone(c, found, ON_HOLD));

/** Stands before what uses a case: while it is on hold, staff are told so, and nothing is done. */
export const unlessOnHold = async (c: WebContext, next: Next): Promise<Response | undefined> => {
  if (await isHeld(c)) return showOnHold(c);
  await next();
  return undefined;
};
