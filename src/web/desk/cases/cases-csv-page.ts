import * as z from 'zod';
import { type CasesQuery, readCasesQuery } from '#domain/desk/cases-query.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { auditAct } from '#services/desk/audit.ts';
import { csvStream, readDownload } from '#services/desk/cases-csv.ts';
import { postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import type { Refusal } from '../../http/responses.ts';
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
  const live = csvView(asked, await readDownload(app, asked));
  return deskPage(c, { heading: 'Download cases', live });
}

const fileOf = (app: App, asked: CasesQuery, year?: number) =>
  new Response(csvStream(app, asked, year), {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="cases-${year === undefined ? '' : `of-${year}-`}${isoDateAt(app.now().getTime())}.csv"`,
    },
  });

const AskedSchema = z.strictObject({
  filter: z.string().optional(),
  q: z.string().optional(),
  owner: z.string().optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'Write a year, such as 2026.')
    .transform(Number)
    .optional(),
});

const TOO_MANY: Refusal = {
  status: 422,
  title: 'Download the cases year by year',
  detail: 'There are too many for one file. Go back, and choose a year.',
};

export const downloadCases = (c: DeskContext) =>
  postForm<z.output<typeof AskedSchema>>(
    {
      schema: AskedSchema,
      mayBeEmpty: true,
      fromForm: (fields) => fields,
      formAgain: ({ req }, _typed, refusal) => refuse(req.raw, refusal),
    },
    async ({ req, var: { app } }, { value: { filter = '', q = '', owner = '', year } }) => {
      const asked = readCasesQuery(new URLSearchParams({ filter, q, owner }));
      const { years } = await readDownload(app, asked);
      if (years.length > 0 && year === undefined) return refuse(req.raw, TOO_MANY);
      await auditAct(app, app.database, { staff: c.var.staff, act: 'cases downloaded' });
      return fileOf(app, asked, year);
    },
  )(c);
