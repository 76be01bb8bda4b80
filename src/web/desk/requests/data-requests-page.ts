import { cleanLine } from '#domain/clean.ts';
import { subjectAccessTo } from '#services/privacy/subject-access.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { dataRequestsView } from './data-requests-view.ts';

/** `/desk/data-requests/`: what we hold about somebody who asks, found by reference, telephone or email address as `q`. */
export async function showDataRequests(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const typed = cleanLine(new URL(c.req.url).searchParams.get('q') ?? '');
  const found = typed === '' ? undefined : await subjectAccessTo(app, typed);
  const live = dataRequestsView({ typed, found, now: app.now().getTime() });
  return deskPage(c, { heading: 'Data requests', live });
}
