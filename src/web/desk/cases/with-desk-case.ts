import { readReference } from '#domain/reference.ts';
import { type Case, findCaseByReference } from '#services/cases/case.ts';
import type { Call } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { unknownCaseView } from './cases-view.ts';

/** The page for a reference that no case has. */
export const noSuchCase = (call: Call): Promise<Response> =>
  deskPage(call, { heading: 'There is no such case', live: unknownCaseView() }, { status: 404 });

/**
 * A response, for staff alone, about the case whose reference is in the address, however it was typed;
 * `missing` answers where there is none.
 */
export const withDeskCase = (
  respond: (call: DeskCall, found: Case) => Promise<Response>,
  missing: (call: Call) => Promise<Response> = noSuchCase,
) =>
  withStaff(async (call) => {
    const reference = readReference(call.context.params['reference'] ?? '');
    const found = reference && (await findCaseByReference(call.app.database, reference));
    return found ? respond(call, found) : missing(call);
  });
