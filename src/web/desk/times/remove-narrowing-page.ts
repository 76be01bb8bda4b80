import { TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { NarrowingKind } from '#domain/hours/narrowing.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { horizonOf } from '#services/availability/line-hours.ts';
import {
  narrowingById,
  previewNarrowing,
  removeNarrowing,
} from '#services/availability/narrowing-service.ts';
import { NothingTyped, postForm } from '../../http/post-form.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import { seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import { withStaff } from '../with-staff.ts';
import { removeNarrowingView } from './preview-view.ts';
import { purgeLine } from './purge-line.ts';

const GONE = timesDonePath(TIMES_PATH, 'gone');

const HEADINGS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'Remove this closure?',
  'dated hours': 'Remove these hours?',
  block: 'Remove this block?',
};

const idIn = ({ req }: WebContext) => req.param('id') ?? '';

async function show(c: WebContext, kind: NarrowingKind, refusal?: Refusal): Promise<Response> {
  const { app } = c.var;
  const set = await narrowingById(app, idIn(c));
  if (set?.kind !== kind) return seeOther(GONE);
  const live = removeNarrowingView(set, {
    preview: await previewNarrowing(app, { before: set, after: [] }),
    horizon: horizonOf(app),
    hours: hoursInWords(app.site.settings.line.hours),
    now: app.now().getTime(),
  });
  const above = errorSummary(refusal ? faultsIn(refusal) : []);
  return deskPage(c, { heading: HEADINGS[kind], above, live }, refusal);
}

/** What removing something that is set changes. */
export const showRemoval = (kind: NarrowingKind) => withStaff((c) => show(c, kind));

/** Where each thing that came of it leads. */
const ONWARD = {
  removed: timesDonePath(TIMES_PATH, 'removed'),
  gone: GONE,
  meanwhile: timesDonePath(TIMES_PATH, 'changed-since'),
} as const;

/** Removes it, unless somebody changed it after the page was shown. */
export const takeRemoval = (kind: NarrowingKind) =>
  withStaff((c) =>
    postForm(
      {
        schema: NothingTyped,
        mayBeEmpty: true,
        fromForm: withoutSeen,
        formAgain: (again, _, refusal) => show(again, kind, refusal),
      },
      async (_, { typed }) => {
        const { app, staff } = c.var;
        const came = await removeNarrowing(app, { id: idIn(c), seen: seenIn(typed) }, staff);
        if (came === 'removed') purgeLine(c);
        return seeOther(ONWARD[came]);
      },
    )(c),
  );
