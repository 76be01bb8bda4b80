import { TIMES_PATH, timesDonePath } from '#domain/desk/times.ts';
import type { NarrowingKind } from '#domain/hours/narrowing.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { horizonOf } from '#services/availability/line-hours.ts';
import {
  narrowingById,
  previewNarrowing,
  removeNarrowing,
} from '#services/availability/narrowing-service.ts';
import { seeOther } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskContext, withStaff } from '../with-staff.ts';
import { removeNarrowingView } from './preview-view.ts';
import { purgeLine } from './purge-line.ts';

const GONE = timesDonePath(TIMES_PATH, 'gone');

const HEADINGS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'Remove this closure?',
  'dated hours': 'Remove these hours?',
  block: 'Remove this block?',
};

const idIn = ({ req }: DeskContext) => req.param('id') ?? '';

/** What removing something that is set changes. */
export const showRemoval = (kind: NarrowingKind) =>
  withStaff(async (c) => {
    const { app } = c.var;
    const set = await narrowingById(app, idIn(c));
    if (set?.kind !== kind) return seeOther(GONE);
    const live = removeNarrowingView(set, {
      preview: await previewNarrowing(app, { before: set, after: [] }),
      horizon: horizonOf(app),
      hours: hoursInWords(app.site.settings.line.hours),
      now: app.now().getTime(),
    });
    return deskPage(c, { heading: HEADINGS[kind], live });
  });

/** Removes it. */
export const takeRemoval = withStaff(async (c) => {
  const removed = await removeNarrowing(c.var.app, idIn(c), c.var.staff);
  if (!removed) return seeOther(GONE);
  purgeLine(c);
  return seeOther(timesDonePath(TIMES_PATH, 'removed'));
});
