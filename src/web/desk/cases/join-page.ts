import { flashPath } from '#domain/desk/flash-messages.ts';
import { readReference } from '#domain/reference.ts';
import { type Case, findCaseByReference } from '#services/cases/case.ts';
import { joinCases, joinedWith, unjoinCase } from '#services/desk/joins.ts';
import { readPerson } from '#services/desk/read-case.ts';
import { NothingTyped } from '../../http/post-form.ts';
import type { Refusal } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { ERASED, showNotDone, takeConfirmed } from './confirm-page.ts';
import { joinView, unjoinView } from './join-view.ts';

const NO_OTHER: Refusal = {
  status: 404,
  detail: 'There is no such other case. It may have been erased.',
};

const NOT_JOINED: Refusal = { status: 409, detail: 'This case is joined with no other.' };

/** The other case that is in the address; none when it is the same. */
async function otherOf({ req, var: { app } }: DeskContext, found: Case): Promise<Case | undefined> {
  const reference = readReference(req.param('other') ?? '');
  const other = reference && (await findCaseByReference(app.database, reference));
  return other && other.id !== found.id ? other : undefined;
}

/** `/desk/cases/{reference}/join/{other}/`: two cases about the same matter, and what joining them means. */
export async function showJoin(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const other = await otherOf(c, found);
  if (!other) return showNotDone(c, found, NO_OTHER);
  const live = joinView(await readPerson(app, found), await readPerson(app, other));
  return deskPage(c, { heading: 'Join these cases?', live });
}

export const takeJoin = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, NothingTyped, async () => {
    const other = await otherOf(c, found);
    if (!other) return NO_OTHER;
    const came = await joinCases(c.var.app, found, other, c.var.staff);
    if (came === 'gone') return ERASED;
    return flashPath(found.reference, came === 'done' ? 'joined' : 'joined-before');
  });

/** `/desk/cases/{reference}/unjoin/`: a case to be taken apart from those it is joined with. */
export async function showUnjoin(c: DeskContext, found: Case): Promise<Response> {
  const { app } = c.var;
  const joined = await joinedWith(app, found);
  if (joined.length === 0) return showNotDone(c, found, NOT_JOINED);
  const live = unjoinView(await readPerson(app, found), joined);
  return deskPage(c, { heading: 'Separate this case from the others?', live });
}

export const takeUnjoin = (c: DeskContext, found: Case) =>
  takeConfirmed(c, found, NothingTyped, async () => {
    const came = await unjoinCase(c.var.app, found, c.var.staff);
    if (came === 'gone') return ERASED;
    return flashPath(found.reference, came === 'done' ? 'unjoined' : 'unjoined-before');
  });
