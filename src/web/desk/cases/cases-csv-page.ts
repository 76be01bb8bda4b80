import * as z from 'zod';
import { type CasesQuery, readCasesQuery } from '#domain/desk/cases-query.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { auditAct } from '#services/desk/audit.ts';
import { countCases, csvStream } from '#services/desk/cases-csv.ts';
import { postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import { PRIVATE_HEADERS } from '../../http/security-headers.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { csvView } from './csv-view.ts';

/**
 * `/desk/cases/cases.csv`: what the file holds, and then the file. It is a post, since taking it leaves a
 * line in the audit, and since no link that is followed unseen should hand out every name there is.
 */
export async function showDownload(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const asked = readCasesQuery(new URL(req.url).searchParams);
  const live = csvView(asked, await countCases(app, asked));
  return deskPage(c, { heading: 'Download cases', live });
}

const fileOf = (app: App, asked: CasesQuery) =>
  new Response(csvStream(app, asked), {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="cases-${isoDateAt(app.now().getTime())}.csv"`,
    },
  });

const AskedSchema = z.strictObject({
  filter: z.string().optional(),
  q: z.string().optional(),
  owner: z.string().optional(),
});

export const downloadCases = (c: DeskContext) =>
  postForm<z.output<typeof AskedSchema>>(
    {
      schema: AskedSchema,
      mayBeEmpty: true,
      fromForm: (fields) => fields,
      formAgain: ({ req }, _typed, refusal) => refuse(req.raw, refusal),
    },
    async ({ var: { app } }, { value: { filter = '', q = '', owner = '' } }) => {
      await auditAct(app, app.database, { staff: c.var.staff, act: 'cases downloaded' });
      return fileOf(app, readCasesQuery(new URLSearchParams({ filter, q, owner })));
    },
  )(c);
