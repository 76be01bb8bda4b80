import { readOwner } from '#domain/desk/cases-query.ts';
import { DESK_PATH } from '#domain/desk/paths.ts';
import { gatherToday, ownedBy } from '#services/desk/today.ts';
import { deskPage } from '../desk-page.ts';
import { ownersNav, staffFirst } from '../owners-nav-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { todayView } from './today-view.ts';

const addressOf = (owner: string | undefined) =>
  owner === undefined ? DESK_PATH : `${DESK_PATH}?${new URLSearchParams({ owner })}`;

/** `/desk/`: what waits first, and today's calls; `owner` narrows it to what one of the staff sees to. */
export async function showToday(c: DeskContext): Promise<Response> {
  const owner = readOwner(new URL(c.req.url).searchParams);
  const today = ownedBy(await gatherToday(c.var.app, c.var.staff), owner);
  const whose = ownersNav(owner, staffFirst(c), addressOf);
  return deskPage(c, { heading: 'Today', live: todayView(today, whose) });
}
