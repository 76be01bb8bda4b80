import type { Config } from '@netlify/functions';
import { readCasesQuery } from '#domain/desk/cases-query.ts';
import { erasedInWords } from '#domain/desk/flash-messages.ts';
import { listCases } from '#services/desk/list-cases.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { casesView } from './cases-view.ts';

async function showCases(call: DeskCall): Promise<Response> {
  const { app, request } = call;
  const { searchParams } = new URL(request.url);
  const asked = readCasesQuery(searchParams);
  const listed = await listCases(app, asked);
  const done = erasedInWords(searchParams.get('erased'));
  const live = casesView({ asked, ...listed, done, now: app.now().getTime() });
  return deskPage(call, { heading: 'Cases', live });
}

/** `/desk/cases/`: every case, those we were last in touch with first; `q` looks for some, `filter` narrows them. */
export default handler({ GET: withStaff(showCases) });

export const config: Config = { path: ['/desk/cases', '/desk/cases/'] };
