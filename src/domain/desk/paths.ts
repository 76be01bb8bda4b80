import type { CallKind } from '../slots/slot.ts';

/** Where staff begin: what waits first, and today's calls. */
export const DESK_PATH = '/desk/';

/** Where a week is drawn: what is booked, blocked, closed and free. */
export const DIARY_PATH = '/desk/diary/';

/** Where every case is listed. */
export const CASES_PATH = '/desk/cases/';

/** Where staff open a case for a person who rings. */
export const NEW_CASE_PATH = `${CASES_PATH}new/`;

/** The page of one case, from the site's root; what can be done about it stands below. */
export const deskCasePath = (reference: string): string => `${CASES_PATH}${reference}/`;

/** Where staff book a call for the person of a case. */
export const bookCallPath = (reference: string, kind: CallKind): string =>
  `${deskCasePath(reference)}book/${kind}/`;

/** Where staff correct the details of a call of a case. */
export const callDetailsPath = (reference: string, id: string): string =>
  `${deskCasePath(reference)}calls/${id}/details/`;

/** Where staff cancel a call of a case; `id` is the call's own. */
export const cancelCallPath = (reference: string, id: string): string =>
  `${deskCasePath(reference)}calls/${id}/cancel/`;

/** Where staff move a call of a case to a time they agreed with its caller. */
export const moveCallPath = (reference: string, id: string): string =>
  `${deskCasePath(reference)}calls/${id}/move/`;

/** One day on a sheet, by its date. */
export const daySheetPath = (date: string): string => `${DIARY_PATH}${date}/`;
