import * as z from 'zod';
import { unusualHourPath } from '#domain/desk/paths.ts';
import {
  type HourRead,
  readUnusualHour,
  readUnusualHours,
  undoUnusualHour,
} from '#services/desk/unusual-hours.ts';
import { readRefusals } from '#services/limits/refusals.ts';
import { postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import { seeOther } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { hourView, undoHourView, unusualView } from './unusual-view.ts';

/** `/desk/unusual/`: hours in which much came in, and what was refused. */
export async function showUnusual(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const live = unusualView({
    hours: await readUnusualHours(app),
    refused: await readRefusals(app),
    limits: app.site.settings.limits['an-unusual-hour'],
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: 'Unusual hours', live });
}

const GONE = {
  status: 404,
  detail: 'There is no unusual hour by this number. They are shown for 30 days.',
  onward: { href: '/desk/unusual/', label: 'Unusual hours' },
} as const;

const IdSchema = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const hourIn = ({ req }: DeskContext) => IdSchema.safeParse(req.param('hour')).data;

async function withHour(c: DeskContext, show: (read: HourRead) => Promise<Response>) {
  const id = hourIn(c);
  const read = id === undefined ? undefined : await readUnusualHour(c.var.app, id);
  return read ? show(read) : refuse(c.req.raw, GONE);
}

/** `/desk/unusual/{hour}/`: everything that came in it. */
export const showHour = (c: DeskContext): Promise<Response> =>
  withHour(c, (read) => {
    const isDone = new URL(c.req.url).searchParams.has('done');
    const live = hourView(read, c.var.app.now().getTime(), isDone);
    return deskPage(c, { heading: 'An unusual hour', live });
  });

/** `/desk/unusual/{hour}/undo/`: what undoing it does, and then that. */
export const showUndoHour = (c: DeskContext): Promise<Response> =>
  withHour(c, async (read) => {
    if (!read.cases.some(({ state }) => state === 'came in'))
      return seeOther(unusualHourPath(read.hour.id));
    const { app } = c.var;
    const days = app.site.settings.retention['quarantine-days'];
    const live = undoHourView(read, app.now().getTime(), days);
    return deskPage(c, { heading: 'Undo this hour?', live });
  });

const UndoSchema = z.strictObject({ upTo: z.coerce.number().int().positive().max(8.64e15) });

/** Undoes what was shown. */
export const takeUndoHour = (c: DeskContext): Promise<Response> =>
  postForm<z.output<typeof UndoSchema>>(
    {
      schema: UndoSchema,
      fromForm: (fields) => fields,
      formAgain: ({ req }, _typed, refusal) => refuse(req.raw, refusal),
    },
    async ({ var: { app } }, { value: { upTo } }) => {
      const id = hourIn(c);
      const undone =
        id === undefined
          ? undefined
          : await undoUnusualHour(app, { id, upTo: new Date(upTo), staff: c.var.staff });
      if (id === undefined || undone?.kind !== 'undone') return GONE;
      return seeOther(`${unusualHourPath(id)}?done`);
    },
  )(c);
