import type { CallKind } from '../slots/slot.ts';
import { REQUEST } from './data-request.ts';

/** Where staff begin: what waits first, and today's calls. */
export const DESK_PATH = '/desk/';

/** Where a week is drawn: what is booked, blocked, closed and free. */
export const DIARY_PATH = '/desk/diary/';

/** Where every case is listed. */
export const CASES_PATH = '/desk/cases/';

/** Where staff open a case for a person who rings. */
export const NEW_CASE_PATH = `${CASES_PATH}new/`;

/** Where staff write down a complaint that was not sent on the site. */
export const NEW_COMPLAINT_PATH = `${CASES_PATH}new-complaint/`;

/** The page of one case, from the site's root; what can be done about it stands below. */
export const deskCasePath = (reference: string): string => `${CASES_PATH}${reference}/`;

/** Where staff change, move or remove a note of a case; `id` is its act's own. */
export const notePath = (
  reference: string,
  id: string,
  act: 'change' | 'move' | 'remove',
): string => `${deskCasePath(reference)}notes/${id}/${act}/`;

/** Where staff note at a case the outcome with this id, which was undone at the case `from`: nothing of it is in the address. */
export const undoneOutcomePath = (
  reference: string,
  { from, id }: { from: string; id: string },
): string => `${deskCasePath(reference)}outcome/?from=${from}&undone=${id}`;

/** Where staff note that a person asked about their data. */
export const requestNotePath = (reference: string): string =>
  `${deskCasePath(reference)}note/?about=${REQUEST}`;

/** Where staff join a case with another about the same matter. */
export const joinPath = (reference: string, other: string): string =>
  `${deskCasePath(reference)}join/${other}/`;

/** What we hold about the person of a case, on a page to print or send. */
export const subjectAccessPath = (reference: string): string => `${deskCasePath(reference)}held/`;

/** Where staff read what was done, by whom and when. */
export const AUDIT_PATH = '/desk/audit/';

/** What was done about one case, who read it among it. */
export const auditOfCasePath = (reference: string): string => `${AUDIT_PATH}?case=${reference}`;

/** Where staff read how many enquiries, calls and outcomes there were, and how soon we answered. */
export const NUMBERS_PATH = '/desk/numbers/';

/** Where staff look for what we hold about somebody who asks. */
export const DATA_REQUESTS_PATH = '/desk/data-requests/';

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

/** Where staff see unusual hours, and what was refused. */
export const UNUSUAL_PATH = '/desk/unusual/';

/** What came in one unusual hour; `undo` is the page that undoes it. */
export const unusualHourPath = (id: number, act?: 'undo'): string =>
  `${UNUSUAL_PATH}${id}/${act === undefined ? '' : `${act}/`}`;

/** Where somebody of the staff adds a passkey. */
export const ADD_PASSKEY_PATH = '/desk/passkeys/add/';

/** Where one passkey is named or removed. */
export const passkeyPath = (id: string, act: 'name' | 'remove'): string =>
  `/desk/passkeys/${id}/${act}/`;
