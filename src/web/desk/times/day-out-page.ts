import { TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { NarrowingKind } from '#domain/hours/narrowing.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { type DayOutPosted, DayOutSchema } from '#domain/narrowings/day-out.ts';
import { horizonOf, todayOf } from '#services/availability/line-hours.ts';
import {
  checkDayOut,
  narrowingById,
  previewNarrowing,
  takeDayOut,
} from '#services/availability/narrowing-service.ts';
import { keepTyped, type PostRoute, postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { dayOutForm } from './narrowing-view.ts';
import { checkDayOutView } from './preview-view.ts';
import { purgeLine } from './purge-line.ts';

const HEADING = 'Take out one day';

const idIn = ({ req }: WebContext) => req.param('id') ?? '';

/** Where each reason leads for which there is nothing to take out, with the words that say it. */
const NOT_DONE = {
  gone: timesDonePath(TIMES_PATH, 'gone'),
  before: timesDonePath(TIMES_PATH, 'day-out-before'),
  changed: timesDonePath(TIMES_PATH, 'changed-since'),
} as const;

async function showForm(
  c: WebContext,
  kind: NarrowingKind,
  typed: Fields,
  refusal?: Refusal,
): Promise<Response> {
  const { app } = c.var;
  const faults = refusal ? faultsIn(refusal) : [];
  const set = await narrowingById(app, idIn(c));
  if (set?.kind !== kind) return seeOther(NOT_DONE.gone);
  const filling = {
    title: refusal ? `Error: ${HEADING}` : HEADING,
    heading: HEADING,
    above: errorSummary(faults),
    live: dayOutForm({ set, typed, faults, today: todayOf(app) }),
  };
  return deskPage(c, filling, refusal);
}

/** The form that asks which day is taken out of something that is set; `date` in the address is the day to begin with. */
export const showDayOut = (kind: NarrowingKind) =>
  withStaff((c) =>
    showForm(c, kind, { date: new URL(c.req.url).searchParams.get('date') ?? undefined }),
  );

/** What it would change; nothing is done. */
async function showCheck(c: DeskContext, kind: NarrowingKind, posted: DayOutPosted) {
  const { app } = c.var;
  const judged = await checkDayOut(app, app.database, { kind, id: idIn(c), posted });
  if (judged.outcome === 'unfit') return toFix([judged.fault]);
  if (judged.outcome !== 'fit') return seeOther(NOT_DONE[judged.outcome]);
  const { was, left } = judged;
  const live = checkDayOutView({
    was,
    left,
    date: posted.date,
    preview: await previewNarrowing(app, { before: was, after: left }),
    horizon: horizonOf(app),
    hours: hoursInWords(app.site.settings.line.hours),
    now: app.now().getTime(),
  });
  return deskPage(c, { heading: `${HEADING}?`, live });
}

async function take(c: DeskContext, kind: NarrowingKind, posted: DayOutPosted) {
  const { app, staff } = c.var;
  const came = await takeDayOut(app, { kind, id: idIn(c), posted }, staff);
  if (came.outcome === 'unfit') return toFix([came.fault]);
  if (came.outcome !== 'taken out') return seeOther(NOT_DONE[came.outcome]);
  purgeLine(c);
  return seeOther(timesDonePath(TIMES_PATH, 'day-out'));
}

type Step = (
  c: DeskContext,
  kind: NarrowingKind,
  posted: DayOutPosted,
) => Promise<Response | Refusal>;

const STEPS: Readonly<Record<DayOutPosted['step'], Step>> = {
  see: showCheck,
  change: (c, kind, { date }) => showForm(c, kind, { date }),
  set: take,
};

/** Takes the day that was typed: first the page that says what that changes, and from there the change itself. */
export function takeDayOutPost(kind: NarrowingKind) {
  const route: PostRoute<DayOutPosted> = {
    schema: DayOutSchema,
    fromForm: (fields) => fields,
    formAgain: (c, typed, refusal) => showForm(c, kind, typed, refusal),
  };
  return keepTyped(
    route,
    withStaff((c) => postForm(route, (_, { value }) => STEPS[value.step](c, kind, value))(c)),
  );
}
