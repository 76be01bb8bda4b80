import { readCasesQuery } from '#domain/desk/cases-query.ts';
import { erasedInWords } from '#domain/desk/flash-messages.ts';
import { listCases } from '#services/desk/list-cases.ts';
import { deskPage } from '../desk-page.ts';
import { staffFirst } from '../owners-nav-view.ts';
import type { DeskContext } from '../with-staff.ts';
import { casesView, foundInWords } from './cases-view.ts';

/** `/desk/cases/`: every case, those we were last in touch with first; `q` looks for some, `filter` narrows them. */
export async function showCases(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const { searchParams } = new URL(req.url);
  const asked = readCasesQuery(searchParams);
  const listed = await listCases(app, asked);
  const done = erasedInWords(searchParams.get('erased'));
  const list = { asked, ...listed, done, now: app.now().getTime(), staff: staffFirst(c) };
  const found = foundInWords(list);
  const title = found === undefined ? 'Cases' : `${found} · Cases`;
  return deskPage(c, { title, heading: 'Cases', live: casesView(list) });
}
