import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { type CasesQuery, readCasesQuery } from '#domain/desk/cases-query.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { auditAct } from '#services/desk/audit.ts';
import { countCases, csvStream } from '#services/desk/cases-csv.ts';
import { handler, refuse } from '../../http/handler.ts';
import { takePost } from '../../http/post-form.ts';
import { PRIVATE_HEADERS, SECURITY_HEADERS } from '../../http/security-headers.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { csvView } from './csv-view.ts';

async function showDownload(call: DeskCall): Promise<Response> {
  const { app, request } = call;
  const asked = readCasesQuery(new URL(request.url).searchParams);
  const live = csvView(asked, await countCases(app, asked));
  return deskPage(call, { heading: 'Download cases', live });
}

const fileOf = (app: App, asked: CasesQuery) =>
  new Response(csvStream(app, asked), {
    headers: {
      ...SECURITY_HEADERS,
      ...PRIVATE_HEADERS,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="cases-${isoDateAt(app.now().getTime())}.csv"`,
    },
  });

const AskedSchema = z.strictObject({ filter: z.string().optional(), q: z.string().optional() });

const download = (call: DeskCall) =>
  takePost<z.output<typeof AskedSchema>>(
    {
      schema: AskedSchema,
      mayBeEmpty: true,
      fromForm: (fields) => fields,
      formAgain: ({ request }, _typed, refusal) => refuse(request, refusal),
    },
    async ({ app }, { value: { filter = '', q = '' } }) => {
      await auditAct(app, app.database, { staff: call.staff, act: 'cases downloaded' });
      return fileOf(app, readCasesQuery(new URLSearchParams({ filter, q })));
    },
  )(call);

/**
 * `/desk/cases/cases.csv`: what the file holds, and then the file. It is a post, since taking it leaves a
 * line in the audit, and since no link that is followed unseen should hand out every name there is.
 */
export default handler({ GET: withStaff(showDownload), POST: withStaff(download) });

export const config: Config = { path: '/desk/cases/cases.csv' };
