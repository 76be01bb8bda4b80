import { readReference } from '#domain/reference.ts';
import { type Case, findCaseByReference } from '#services/cases/case.ts';
import type { WebContext } from '../../http/web-app.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { unknownCaseView } from './cases-view.ts';

const referenceIn = (c: WebContext) => readReference(c.req.param('reference') ?? '');

/** The page for a reference that no case has. */
export const noSuchCase = (c: WebContext): Promise<Response> => {
  // A case that is found lacks what the address says beyond its reference.
  const live = unknownCaseView(c.var.found ? undefined : referenceIn(c));
  return deskPage(c, { heading: 'There is no such case', live }, { status: 404 });
};

/**
 * A response, for staff alone, about the case whose reference is in the address, however it was typed;
 * `missing` answers where there is none.
 */
export const withDeskCase = (
  respond: (c: DeskContext, found: Case) => Promise<Response>,
  missing: (c: WebContext) => Promise<Response> = noSuchCase,
) =>
  withStaff(async (c) => {
    const reference = referenceIn(c);
    const found = reference && (await findCaseByReference(c.var.app.database, reference));
    if (!found) return missing(c);
    c.set('found', found);
    return respond(c, found);
  });
